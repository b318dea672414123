import { expect, test } from 'vitest';
import {
  signInWithPasskey,
  startPasskeySignIn,
} from '../../src/server/operations/passkey-sign-in.ts';
import { signIn } from '../../src/server/operations/sign-in.ts';
import type { Authenticator, Tweaks } from '../support/authenticator.ts';
import { addPasskey, authenticatorHere } from './passkey-visitor.ts';
import { eventsOf, logOf, mailed } from './rule-traces.ts';
import type { RuleWorld, WorldOptions } from './rule-world.ts';
import {
  ada,
  entry,
  grace,
  home,
  onEveryStore,
  outcome,
  refusal,
  sixteen,
  tally,
  wrongPassword,
} from './rule-world.ts';
import { switchOn } from './second-factor.ts';

const refusedKey = 'validation_failed /passkey passkey_refused';

const ask = async ({ ports }: RuleWorld, address: string | null = home.address) =>
  (await startPasskeySignIn(ports, { ...home, address, input: undefined })).options;

async function answer(world: RuleWorld, key: Authenticator, tweaks: Tweaks = {}) {
  return { passkey: key.get(await ask(world), tweaks) };
}

onEveryStore('signing in with a passkey', (open) => {
  const start = async (options: WorldOptions = {}) => {
    const world = await open({ passkeys: true, ...options });
    const her = await world.signIn(ada);
    return { world, her, key: await addPasskey(her) };
  };
  const enter = async (world: RuleWorld, key: Authenticator, tweaks: Tweaks = {}) =>
    outcome(signInWithPasskey(world.ports, entry(await answer(world, key, tweaks))));

  test('asks for no address, and starts a session of whoever the passkey belongs to', async () => {
    const { world, key } = await start();
    const options = await ask(world);
    expect(options).toMatchObject({
      rpId: 'app.example',
      allowCredentials: [],
      userVerification: 'required',
    });
    world.clock.advance(10);
    const from = { browser: 'Safari', system: 'iOS', place: null };
    const call = entry({ passkey: key.get(options) }, { from });
    const { account, session, token, device } = await signInWithPasskey(world.ports, call);
    expect([account.id, session.methods, session.from]).toEqual(['ada', ['passkey'], from]);
    expect(account.passkeys).toMatchObject([{ lastUsedAt: '2026-11-20T12:00:10.000Z' }]);
    expect((await world.resume('ada', session, token).account()).id).toBe('ada');
    expect(device).toMatch(/^[\w-]{43}$/);
    expect(await mailed(world)).toContain(`new_sign_in ${ada.email}`);
    const entered = (await logOf(world, 'ada')).find(({ sessionId }) => sessionId === session.id);
    expect(entered).toMatchObject({ event: 'signed_in', from, details: { methods: 'passkey' } });
  });

  test('is two factors by itself, and works while the password is locked', async () => {
    const { world, her, key } = await start({ settings: { limits: { proofsInARow: 1 } } });
    await switchOn(world, her);
    const wrong = entry({ email: ada.email, password: wrongPassword });
    await outcome(signIn(world.ports, wrong));
    expect(await outcome(signIn(world.ports, wrong))).toBe('password_locked');
    expect(await enter(world, key)).toBe('done');
  });

  test('in a browser that the account knows is told to nobody', async () => {
    const { world, key } = await start();
    const { device } = await signInWithPasskey(world.ports, entry(await answer(world, key)));
    const again = entry(await answer(world, key), { device });
    expect((await signInWithPasskey(world.ports, again)).device).toBeNull();
    const told = (await mailed(world)).filter((mail) => mail.startsWith('new_sign_in'));
    expect(told).toHaveLength(1);
  });

  test('takes an answer once, within five minutes', async () => {
    const { world, key } = await start();
    const input = await answer(world, key, { signCount: 0 });
    expect(await outcome(signInWithPasskey(world.ports, entry(input)))).toBe('done');
    expect(await outcome(signInWithPasskey(world.ports, entry(input)))).toBe(refusedKey);
    expect(await eventsOf(world, 'ada')).toContain('sign_in_failed');
    const late = await answer(world, key);
    world.clock.advance(300);
    expect(await outcome(signInWithPasskey(world.ports, entry(late)))).toBe(refusedKey);
    const inTime = await answer(world, key);
    world.clock.advance(299);
    expect(await outcome(signInWithPasskey(world.ports, entry(inTime)))).toBe('done');
  });

  test('of 16 with one answer at once starts one session', async () => {
    const { world, key } = await start();
    const input = await answer(world, key, { signCount: 0 });
    const tries = sixteen(() => signInWithPasskey(world.ports, entry(input)));
    expect(await tally(tries)).toEqual({ done: 1, [refusedKey]: 15 });
  });

  test('takes no answer to another question: not a proof’s, not one that nobody asked', async () => {
    const { world, her, key } = await start();
    const proof = await her.call('startStepUp', { purpose: 'deleteAccount', method: 'passkey' });
    const borrowed = { passkey: key.get(proof.options ?? {}) };
    expect(await outcome(signInWithPasskey(world.ports, entry(borrowed)))).toBe(refusedKey);
    const made = { challenge: world.ports.secrets.mintSecret() };
    expect(await enter(world, key, made)).toBe(refusedKey);
    // And the other way round.
    const { passkey } = await answer(world, key);
    const proved = her.proveBy({ purpose: 'deleteAccount', passkey });
    expect(await outcome(proved)).toBe(refusedKey);
  });

  test('takes none that is unknown, forged, of nobody, or that says somebody else', async () => {
    const { world, key } = await start();
    const other = await world.signIn(grace);
    const theirs = await addPasskey(other, authenticatorHere(), grace.password);
    const stranger = authenticatorHere();
    stranger.create({ rp: { id: 'app.example' }, user: { id: key.passkeys[0]?.userHandle } });
    expect(await enter(world, stranger)).toBe(refusedKey);
    const [signedBy] = theirs.passkeys;
    if (signedBy === undefined) throw new Error('She has none.');
    const wrong: Tweaks[] = [
      { signedBy },
      { verified: false },
      { origin: 'https://evil.example' },
      { userHandle: signedBy.userHandle },
      { userHandle: null },
    ];
    for (const tweaks of wrong) expect(await enter(world, key, tweaks)).toBe(refusedKey);
    expect(await enter(world, key)).toBe('done');
  });

  test('takes none that was removed while it was looked at, and none whose account is gone', async () => {
    const { world, her, key } = await start();
    const [passkey] = (await her.account()).passkeys;
    const input = await answer(world, key);
    const grant = await her.prove('removePasskey');
    const { store } = world.ports;
    world.ports.store = {
      ...store,
      async putSession(...written) {
        world.ports.store = store;
        await her.call('removePasskey', { id: passkey?.id ?? '' }, { grant });
        return store.putSession(...written);
      },
    };
    expect(await outcome(signInWithPasskey(world.ports, entry(input)))).toBe(refusedKey);
    const next = await addPasskey(her);
    const last = await answer(world, next);
    await her.proveAndCall('deleteAccount');
    expect(await outcome(signInWithPasskey(world.ports, entry(last)))).toBe(refusedKey);
  });

  test('is asked for, and tried, so often by address block', async () => {
    const limits = { addresses: [{ count: 2, seconds: 300 }] };
    const { world, key } = await start({ settings: { limits } });
    const options = [await ask(world), await ask(world)];
    const full = await refusal(ask(world));
    expect([full.code, full.retryAfterSeconds]).toEqual(['rate_limited', 300]);
    const elsewhere = await ask(world, '192.0.2.9');
    const inputs = [...options, elsewhere].map((one) => ({ passkey: key.get(one) }));
    const tries = [];
    for (const input of inputs) {
      tries.push(await outcome(signInWithPasskey(world.ports, entry(input))));
    }
    expect(tries).toEqual(['done', 'done', 'rate_limited']);
  });

  test('is not offered where the server has none, nor where a host signs people in', async () => {
    const hosted = await open({ passkeys: true, ownSessions: false });
    const none = await open();
    const passkey = authenticatorHere();
    passkey.create({ rp: { id: 'app.example' }, user: { id: 'AAAA' } });
    const input = { passkey: passkey.get({ rpId: 'app.example', challenge: 'AAAA' }) };
    for (const [world, reason] of [
      [hosted, 'handled_elsewhere'],
      [none, 'not_offered'],
    ] as const) {
      const asked = await refusal(ask(world));
      expect([asked.code, asked.reason]).toEqual(['not_allowed', reason]);
      const tried = await refusal(signInWithPasskey(world.ports, entry(input)));
      expect([tried.code, tried.reason]).toEqual(['not_allowed', reason]);
    }
  });
});
