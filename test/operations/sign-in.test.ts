import { expect, test } from 'vitest';
import { SignIn, SignUp } from '../../src/contract/sign-in.ts';
import { parseInput } from '../../src/contract/validation.ts';
import { signIn } from '../../src/server/operations/sign-in.ts';
import { signUp } from '../../src/server/operations/sign-up.ts';
import { signOut } from '../../src/server/operations/start-session.ts';
import type { RuleWorld } from './rule-world.ts';
import {
  ada,
  grace,
  newPassword,
  noon,
  onEveryStore,
  outcome,
  refusal,
  sixteen,
  tally,
  tallyBurst,
  whileVerifying,
  withoutCounters,
  wrongPassword,
  entry,
} from './rule-world.ts';

const wrongCredentials = 'validation_failed  wrong_credentials';
const right = { email: ada.email, password: ada.password };

async function judged<Result>(
  schema: typeof SignIn | typeof SignUp,
  input: unknown,
  then: (input: never) => Promise<Result>,
): Promise<string> {
  const parsed = parseInput(schema, input);
  if ('errors' in parsed) return `refused ${parsed.errors[0]?.pointer} ${parsed.errors[0]?.code}`;
  return outcome(then(parsed.value as never));
}

onEveryStore('signing in', (open) => {
  const enter = (world: RuleWorld, input: unknown) =>
    judged(SignIn, input, (value: SignIn) => signIn(world.ports, entry(value)));

  test('takes the address in any spelling and the password in none but its own', async () => {
    const world = await open();
    for (const email of [ada.email, ' ADA@Example.COM ']) {
      expect(await enter(world, { ...right, email })).toBe('done');
    }
    for (const password of [ada.password.toUpperCase(), ` ${ada.password}`, grace.password]) {
      expect(await enter(world, { ...right, password })).toBe(wrongCredentials);
    }
  });

  test('starts a session that is found by its token, lasts 30 days, and is stored without it', async () => {
    const world = await open();
    const { session, token, account } = await signIn(world.ports, entry(right));
    expect(session).toMatchObject({
      accountId: 'ada',
      authenticatedAt: noon,
      methods: ['password'],
      expiresAt: '2026-12-20T12:00:00.000Z',
    });
    expect(account.id).toBe('ada');
    expect(await world.dump()).not.toContain(token);
    const digest = world.ports.secrets.digest(token);
    const find = (at: string) => world.ports.store.findSession(digest, at);
    expect((await find('2026-12-20T11:59:59.999Z'))?.session.id).toBe(session.id);
    expect(await find('2026-12-20T12:00:00.000Z')).toBeNull();
    const second = await signIn(world.ports, entry(right));
    expect(second.token).not.toBe(token);
    expect(second.session.id).not.toBe(session.id);
  });

  test('answers an unknown address, a wrong password and an account without one alike, after equal work', async () => {
    const olga = { id: 'olga', email: 'olga@example.com', password: null };
    const world = await open({ people: [ada, olga] });
    const { hasher, store } = world.ports;
    const work: Record<string, Record<string, number>> = {};
    for (const email of [ada.email, olga.email, 'nobody@example.com']) {
      const count: Record<string, number> = {};
      const add = (what: string) => (count[what] = (count[what] ?? 0) + 1);
      world.ports.hasher = {
        ...hasher,
        async verify(password, hash) {
          add('looked at');
          if ((hash === hasher.decoy) !== (email !== ada.email)) add('looked at too quickly');
          return hasher.verify(password, hash);
        },
      };
      world.ports.store = {
        ...store,
        takeAttempt: (...args) => (add('written'), store.takeAttempt(...args)),
        recordEvent: (...args) => (add('written'), store.recordEvent(...args)),
        findDevice: (...args) => (add('read'), store.findDevice(...args)),
        findAccountByEmail: (...args) => (add('read'), store.findAccountByEmail(...args)),
      };
      const device = world.ports.secrets.mintSecret();
      const answers = [];
      for (let index = 0; index < 12; index++) {
        const call = entry({ email, password: wrongPassword }, { device });
        const tried = await refusal(signIn(world.ports, call));
        answers.push([tried.code, tried.errors, tried.retryAfterSeconds]);
      }
      expect(answers.slice(0, 10)).toEqual(
        Array.from({ length: 10 }, () => [
          'validation_failed',
          [{ pointer: '', code: 'wrong_credentials', params: {} }],
          undefined,
        ]),
      );
      expect(answers.slice(10)).toEqual([
        ['rate_limited', [], 300],
        ['rate_limited', [], 300],
      ]);
      work[email] = count;
    }
    for (const count of Object.values(work)) {
      // Twice two counts of a try that is refused, and for each that is looked at one write more.
      expect(count).toEqual({ 'looked at': 10, written: 12 + 12 + 10, read: 12 + 12 });
    }
  });

  test('starts nothing for an account without a password, even if the decoy’s were guessed', async () => {
    const olga = { id: 'olga', email: 'olga@example.com', password: null };
    const world = await open({ people: [olga] });
    world.ports.hasher = { ...world.ports.hasher, verify: async () => true };
    expect(await enter(world, { email: olga.email, password: 'any' })).toBe(wrongCredentials);
    const nobody = { email: 'nobody@example.com', password: 'any' };
    expect(await enter(world, nobody)).toBe(wrongCredentials);
  });

  test('is limited by account whatever the spelling, and recovers', async () => {
    const world = await open();
    for (let index = 0; index < 10; index++) {
      const email = index % 2 === 0 ? ada.email : 'ADA@EXAMPLE.com';
      expect(await enter(world, { email, password: wrongPassword })).toBe(wrongCredentials);
    }
    expect(await enter(world, right)).toBe('rate_limited');
    expect(await enter(world, { email: grace.email, password: grace.password })).toBe('done');
    world.clock.advance(299);
    expect((await refusal(signIn(world.ports, entry(right)))).retryAfterSeconds).toBe(1);
    world.clock.advance(1);
    expect(await enter(world, right)).toBe('done');
  });

  test('of 160 wrong tries at once from anywhere at most 10 are looked at', async () => {
    const world = await open();
    const tries = Array.from({ length: 160 }, (_, index) => {
      const address = `192.0.2.${index}`;
      const call = entry({ email: ada.email, password: wrongPassword }, { address });
      return signIn(world.ports, call);
    });
    const counts = await tallyBurst(tries, 'rate_limited');
    expect(counts).toEqual({ [wrongCredentials]: 10, rate_limited: 150 });
  });

  test('with the old password while it is changed starts no session that lives on', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    const grant = await her.prove('changePassword');
    whileVerifying(world, () => her.call('changePassword', { newPassword }, { grant }));
    expect(await enter(world, right)).toBe(wrongCredentials);
    const audit = await world.dump();
    expect(await outcome(her.account())).toBe('done');
    const sessions = audit.match(
      /"?token_?[dD]igest"?:"[\w-]{43}","account_?[iI]d":"ada","authenticated/g,
    );
    expect(sessions).toHaveLength(1);
  });

  test('while the account is deleted starts none, and tells no more than usual', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    const grant = await her.prove('deleteAccount');
    whileVerifying(world, () => her.call('deleteAccount', undefined, { grant }));
    expect(await enter(world, right)).toBe(wrongCredentials);
  });

  test('refuses what is no address, no text or too much', async () => {
    const world = await open();
    const before = await world.dump();
    for (const [input, expected] of [
      [{ email: ['a@x.com', 'b@y.com'], password: 'x' }, 'refused /email invalid_type'],
      [{ email: 'a@x.com,b@y.com', password: 'x' }, 'refused /email malformed'],
      [{ email: ada.email, password: '' }, 'refused /password required'],
      [{ email: ada.email, password: ['x'] }, 'refused /password invalid_type'],
      [{ email: ada.email, password: 'x'.repeat(4097) }, 'refused /password too_long'],
      [{ email: ada.email, password: '\uD800' }, 'refused /password malformed'],
      [{ ...right, accountId: 'grace' }, 'refused /accountId unknown_key'],
    ] as const) {
      expect(await enter(world, input)).toBe(expected);
    }
    expect(await world.dump()).toBe(before);
  });
});

onEveryStore('signing up', (open) => {
  const enter = (world: RuleWorld, input: unknown) =>
    judged(SignUp, input, (value: SignUp) => signUp(world.ports, entry(value)));

  test('makes an account with an unverified address and its first session', async () => {
    const world = await open();
    const { account, token } = await signUp(
      world.ports,
      entry({
        email: 'New@example.com',
        password: newPassword,
        name: 'New Person',
      }),
    );
    expect(account).toMatchObject({ email: 'New@example.com', emailVerified: false, version: 1 });
    expect(account.name).toBe('New Person');
    const found = await world.ports.store.findSession(world.ports.secrets.digest(token), noon);
    expect(found?.account.id).toBe(account.id);
    const by = { email: 'new@EXAMPLE.com', password: newPassword };
    expect(await outcome(signIn(world.ports, entry(by)))).toBe('done');
  });

  test('judges the password by the policy, the person’s own words among it', async () => {
    const world = await open();
    const tries = {
      [newPassword.slice(0, 14)]: 'validation_failed /password password_too_short',
      'marguerite@example': 'validation_failed /password password_personal',
    };
    for (const [password, expected] of Object.entries(tries)) {
      const input = { email: 'marguerite@example.com', password };
      expect([password, await enter(world, input)]).toEqual([password, expected]);
    }
  });

  test('tells a taken or kept address, in any spelling, and makes nothing', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    await her.proveAndCall('requestEmailChange', { newEmail: 'moved@example.com' });
    await world.follow('confirmEmailChange', await world.linkTo('moved@example.com'));
    const before = withoutCounters(await world.dump());
    for (const email of ['Moved@Example.com', 'ADA@example.com', grace.email]) {
      expect(await enter(world, { email, password: newPassword })).toBe('email_taken /email taken');
    }
    expect(withoutCounters(await world.dump())).toBe(before);
  });

  // With mail the mailbox has room for one; without, only the index of the store is left.
  test.each([
    ['', true],
    [', with mail switched off', false],
  ])(
    'of 16 with one address at once exactly one makes an account and a session%s',
    async (_, mail) => {
      const world = await open({ mail });
      const email = 'race@example.com';
      const counts = await tally(
        sixteen((index) =>
          signUp(
            world.ports,
            entry({
              email: index % 2 === 0 ? email : 'RACE@example.com',
              password: `${newPassword} ${index}`,
            }),
          ),
        ),
      );
      expect(counts).toEqual({ done: 1, 'email_taken /email taken': 15 });
      expect((await world.dump()).match(/"signed_up"/g)).toHaveLength(1);
    },
  );
});

onEveryStore('signing out', (open) => {
  test('ends that session alone, leaves what is pending, and is no error twice', async () => {
    const world = await open();
    const [her, herOther] = [await world.signIn(ada), await world.signIn(ada)];
    await her.proveAndCall('requestEmailChange', { newEmail: 'new@example.com' });
    await signOut(world.ports, her.token);
    expect(await outcome(her.account())).toBe('session_ended');
    expect((await herOther.account()).email.pending).not.toBeNull();
    const before = await world.dump();
    await signOut(world.ports, her.token);
    await signOut(world.ports, 'nobody’s');
    expect(await world.dump()).toBe(before);
  });
});
