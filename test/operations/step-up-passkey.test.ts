import { expect, test } from 'vitest';
import type { Tweaks } from '../support/authenticator.ts';
import { addPasskey, authenticatorHere } from './passkey-visitor.ts';
import { logOf } from './rule-traces.ts';
import type { Visitor } from './rule-world.ts';
import { ada, grace, onEveryStore, outcome, sixteen, tally, wrongPassword } from './rule-world.ts';
import { switchOn } from './second-factor.ts';

const purpose = 'deleteAccount';
const refusedKey = 'validation_failed /passkey passkey_refused';

async function ask(visitor: Visitor, for_: 'deleteAccount' | 'changePassword' = purpose) {
  const answer = await visitor.call('startStepUp', { purpose: for_, method: 'passkey' });
  return answer.options ?? {};
}

onEveryStore('a passkey as a proof', (open) => {
  const start = async () => {
    const world = await open({ passkeys: true });
    const her = await world.signIn(ada);
    return { world, her, key: await addPasskey(her) };
  };

  test('is asked for among those of the account, and proves once', async () => {
    const { her, key, world } = await start();
    const options = await ask(her);
    expect(options['allowCredentials']).toEqual([
      { id: key.passkeys[0]?.id, type: 'public-key', transports: ['internal', 'hybrid'] },
    ]);
    expect(options['userVerification']).toBe('required');
    world.clock.advance(60);
    const passkey = key.get(options);
    const { account } = await her.call('stepUp', { purpose, passkey });
    expect(account.passkeys).toMatchObject([{ lastUsedAt: '2026-11-20T12:01:00.000Z' }]);
    expect(await her.account()).toEqual(account);
    expect(await outcome(her.proveBy({ purpose, passkey }))).toBe(refusedKey);
  });

  test('is two factors by itself', async () => {
    const { her, key, world } = await start();
    await switchOn(world, her);
    const grant = await her.proveBy({ purpose, passkey: key.get(await ask(her)) });
    expect(await outcome(her.call('deleteAccount', undefined, { grant }))).toBe('done');
  });

  test('proves only for its own purpose, session and account, within five minutes', async () => {
    const { her, key, world } = await start();
    const [herOther, other] = [await world.signIn(ada), await world.signIn(grace)];
    await addPasskey(other, authenticatorHere(), grace.password);
    const passkey = key.get(await ask(her));
    const wrongly = { purpose: 'changePassword', passkey } as const;
    expect(await outcome(her.proveBy(wrongly))).toBe(refusedKey);
    expect(await outcome(herOther.proveBy({ purpose, passkey }))).toBe(refusedKey);
    expect(await outcome(other.proveBy({ purpose, passkey }))).toBe(refusedKey);
    world.clock.advance(299);
    expect(await outcome(her.proveBy({ purpose, passkey }))).toBe('done');
    const late = key.get(await ask(her));
    world.clock.advance(300);
    expect(await outcome(her.proveBy({ purpose, passkey: late }))).toBe(refusedKey);
  });

  test('of somebody else is none, whatever it says', async () => {
    const { her, key, world } = await start();
    const other = await world.signIn(grace);
    const theirs = await addPasskey(other, authenticatorHere(), grace.password);
    const options = await ask(her);
    const [mine] = key.passkeys;
    const anyone = { ...options, allowCredentials: [] };
    const stolen = theirs.get(anyone, { userHandle: mine?.userHandle ?? '' });
    const answers = [stolen, theirs.get(anyone), theirs.get(anyone, { userHandle: null })];
    for (const passkey of answers) {
      expect(await outcome(her.proveBy({ purpose, passkey }))).toBe(refusedKey);
    }
    const renamed = { ...stolen, id: mine?.id ?? '', rawId: mine?.id ?? '' };
    expect(await outcome(her.proveBy({ purpose, passkey: renamed }))).toBe(refusedKey);
    const right = key.get(options);
    expect(await outcome(her.proveBy({ purpose, passkey: right }))).toBe('done');
  });

  test('may leave out whose it is, and must not say another', async () => {
    const { her, key, world } = await start();
    const prove = async (tweaks: Tweaks) =>
      outcome(her.proveBy({ purpose, passkey: key.get(await ask(her), tweaks) }));
    expect(await prove({ userHandle: null })).toBe('done');
    const another = Buffer.from(world.ports.secrets.digest('grace')).toString('base64url');
    expect(await prove({ userHandle: another })).toBe(refusedKey);
    expect(await prove({ userHandle: '' })).toBe(refusedKey);
  });

  test('whose count of uses does not rise was copied, and is none', async () => {
    const { her, key } = await start();
    const prove = async (signCount: number) =>
      outcome(her.proveBy({ purpose, passkey: key.get(await ask(her), { signCount }) }));
    expect(await prove(0)).toBe('done');
    expect(await prove(7)).toBe('done');
    for (const copied of [7, 3, 0]) expect(await prove(copied)).toBe(refusedKey);
    expect(await prove(8)).toBe('done');
  });

  test('with one count of uses proves one of two that race', async () => {
    const { her, key } = await start();
    const answers = [await ask(her), await ask(her), await ask(her)].map((options) =>
      key.get(options, { signCount: 5 }),
    );
    const counts = await tally(answers.map((passkey) => her.proveBy({ purpose, passkey })));
    expect(counts).toEqual({ done: 1, [refusedKey]: 2 });
  });

  test('of 16 tries at once proves one', async () => {
    const world = await open({ passkeys: true, settings: { limits: { proofs: [] } } });
    const her = await world.signIn(ada);
    const key = await addPasskey(her);
    const passkey = key.get(await ask(her), { signCount: 0 });
    const counts = await tally(sixteen(() => her.proveBy({ purpose, passkey })));
    expect(counts).toEqual({ done: 1, [refusedKey]: 15 });
  });

  test('works while the password is locked, and is tried ten times in five minutes', async () => {
    const world = await open({ passkeys: true, settings: { limits: { proofsInARow: 2 } } });
    const her = await world.signIn(ada);
    const key = await addPasskey(her);
    for (const _ of [1, 2]) await outcome(her.prove(purpose, wrongPassword));
    expect(await outcome(her.prove(purpose))).toBe('password_locked');
    for (let index = 0; index < 10; index++) {
      const passkey = key.get(await ask(her));
      expect(await outcome(her.proveBy({ purpose, passkey }))).toBe('done');
    }
    const eleventh = her.proveBy({ purpose, passkey: key.get(await ask(her)) });
    expect(await outcome(eleventh)).toBe('rate_limited');
    world.clock.advance(300);
    const later = her.proveBy({ purpose, passkey: key.get(await ask(her)) });
    expect(await outcome(later)).toBe('done');
  });

  test('that is refused is written down', async () => {
    const { her, key, world } = await start();
    const passkey = key.get(await ask(her), { verified: false });
    expect(await outcome(her.proveBy({ purpose, passkey }))).toBe(refusedKey);
    const failed = (await logOf(world, 'ada')).filter(({ event }) => event === 'step_up_failed');
    expect(failed).toMatchObject([{ details: { purpose, method: 'passkey' } }]);
  });
});
