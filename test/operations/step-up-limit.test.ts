import { expect, test } from 'vitest';
import { signIn } from '../../src/server/operations/sign-in.ts';
import {
  ada,
  grace,
  newPassword,
  onEveryStore,
  outcome,
  refusal,
  sixteen,
  tally,
  wrongPassword as wrong,
} from './rule-world.ts';

const newEmail = 'new@example.com';
const proofs = [
  { name: 'requestEmailChange', input: { newEmail } },
  { name: 'changePassword', input: { newPassword } },
  { name: 'deleteAccount', input: undefined },
] as const;

onEveryStore('the limit of proofs', (open) => {
  const wrongProof = 'validation_failed /password wrong_password';

  test('lets exactly 10 tries in 5 minutes pass, the right ones counted, and says when the next may', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    for (let index = 0; index < 10; index++) {
      const password = index % 2 === 0 ? ada.password : wrong;
      const expected = index % 2 === 0 ? 'done' : wrongProof;
      expect(await outcome(her.prove('deleteAccount', password))).toBe(expected);
      world.clock.advance(10);
    }
    const refused = await refusal(her.prove('deleteAccount'));
    expect([refused.code, refused.retryAfterSeconds]).toEqual(['rate_limited', 200]);
    world.clock.advance(199);
    expect(await outcome(her.prove('deleteAccount'))).toBe('rate_limited');
    world.clock.advance(1);
    expect(await outcome(her.prove('deleteAccount'))).toBe('done');
    expect((await refusal(her.prove('deleteAccount'))).retryAfterSeconds).toBe(10);
  });

  test('is one for sign-in, step-up and the old password, over all sessions', async () => {
    const world = await open();
    const [her, herOther] = [await world.signIn(ada), await world.signIn(ada)];
    const grant = await her.prove('changePassword');
    const ways = [
      () => herOther.prove('deleteAccount', wrong),
      () => her.call('changePassword', { newPassword, oldPassword: wrong }, { grant }),
      () => signIn(world.ports, { email: ada.email, password: wrong }),
    ];
    for (let index = 0; index < 9; index++) {
      expect(await outcome(ways[index % 3]!())).toMatch(/wrong_(password|credentials)$/);
    }
    for (const way of ways) expect(await outcome(way())).toBe('rate_limited');
    const right = { email: ada.email, password: ada.password };
    expect(await outcome(signIn(world.ports, right))).toBe('rate_limited');
    // Somebody else's tries are their own.
    const other = await world.signIn(grace);
    expect(await outcome(other.prove('deleteAccount'))).toBe('done');
  });

  test('looks at no more than 10 of 160 wrong passwords at once', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    let looked = 0;
    const { verify } = world.ports.hasher;
    Object.assign(world.ports.hasher, {
      verify(password: string, hash: string) {
        looked++;
        return verify(password, hash);
      },
    });
    const tries = Array.from({ length: 160 }, () => her.prove('deleteAccount', wrong));
    expect(await tally(tries)).toEqual({ [wrongProof]: 10, rate_limited: 150 });
    expect(looked).toBe(10);
  });

  test('is not touched by a request that only asks what to prove', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    for (const { name, input } of proofs) {
      for (const _ of sixteen(() => 0)) {
        expect(await outcome(her.call(name, input))).toBe('step_up_required');
      }
    }
    expect(await outcome(her.prove('deleteAccount'))).toBe('done');
  });
});
