import { expect, test } from 'vitest';
import { createMemoryHasher } from 'selvedge/memory';
import { instant } from '../../src/server/operations/instants.ts';
import { eventsOf, logOf, mailed } from './rule-traces.ts';
import type { RuleWorld, Visitor } from './rule-world.ts';
import { ada, grace, noon, onEveryStore, outcome, refusal, sixteen, tally } from './rule-world.ts';
import { codeAt, switchOn, wrongCode } from './second-factor.ts';

const olga = { id: 'olga', email: 'olga@example.com', password: null };

/** A password of eight characters, which was enough beside a second factor. */
async function shortenPassword({ ports }: RuleWorld, accountId: string): Promise<void> {
  const at = instant(ports);
  const account = await ports.store.findAccount(accountId, at);
  const passwordHash = await createMemoryHasher().hash('owl owls');
  await ports.store.changePassword(
    {
      accountId,
      passwordHash,
      previousHash: account?.passwordHash ?? null,
      standsAlone: false,
      keepHistory: 0,
      end: { keep: null },
    },
    {
      at,
      grant: null,
      attempts: [],
      deliveries: [],
      audit: {
        id: ports.secrets.mintId(),
        event: 'password_changed',
        sessionId: null,
        details: {},
        from: { browser: null, system: null, place: null },
      },
    },
  );
}

test('the app that these tests hold shows what RFC 6238 says', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  const codes = [59, 1_111_111_109, 1_234_567_890, 20_000_000_000].map((seconds) =>
    codeAt(secret, seconds * 1000),
  );
  expect(codes).toEqual(['287082', '081804', '005924', '353130']);
});

onEveryStore('setting up an authenticator app', (open) => {
  test('answers a secret of 160 bits as text and as a URI, and switches nothing on', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    const { setUp, account } = await her.proveAndCall('setUpTotp');
    expect(setUp.secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(setUp.expiresAt).toBe('2026-11-20T12:10:00.000Z');
    const uri = new URL(setUp.uri);
    expect(`${uri.protocol}//${uri.host}${decodeURIComponent(uri.pathname)}`).toBe(
      'otpauth://totp/Example:ada@example.com',
    );
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      issuer: 'Example',
      secret: setUp.secret,
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    });
    expect(account.twoFactor).toEqual({ totpEnabledAt: null, recoveryCodesLeft: 0 });
    expect(await her.account()).toEqual(account);
    const dump = await world.dump();
    expect(dump).not.toContain(setUp.secret);
    expect(await eventsOf(world, 'ada')).toContain('totp_set_up');
    expect(await mailed(world)).toEqual([]);
  });

  test('gives another secret each time and to each account, of which the newest counts', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    const first = (await her.proveAndCall('setUpTotp')).setUp.secret;
    const second = (await her.proveAndCall('setUpTotp')).setUp.secret;
    const other = (await (await world.signIn(grace)).proveAndCall('setUpTotp')).setUp.secret;
    expect(new Set([first, second, other]).size).toBe(3);
    const now = world.clock.now();
    const enable = (secret: string) =>
      outcome(her.call('enableTotp', { code: codeAt(secret, now) }));
    expect(await enable(first)).toBe('validation_failed /code wrong_code');
    expect(await enable(second)).toBe('done');
  });

  test('needs a proof, and uses it up', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    expect(await outcome(her.call('setUpTotp'))).toBe('step_up_required');
    const other = await her.prove('disableTwoFactor');
    expect(await outcome(her.call('setUpTotp', undefined, { grant: other }))).toBe(
      'step_up_required',
    );
    const grant = await her.prove('setUpTotp');
    expect(await outcome(her.call('setUpTotp', undefined, { grant }))).toBe('done');
    expect(await outcome(her.call('setUpTotp', undefined, { grant }))).toBe('step_up_required');
  });

  test('is not allowed while one is on, without a password, and in a host’s sessions', async () => {
    const world = await open({ people: [ada, olga] });
    const her = await world.signIn(ada);
    const grant = await her.prove('setUpTotp');
    await switchOn(world, her);
    const why = async (who: Visitor) => {
      const { code, reason } = await refusal(who.call('setUpTotp', undefined, { grant }));
      return [code, reason];
    };
    expect(await why(her)).toEqual(['not_allowed', 'already_done']);
    expect(await why(await world.signIn(olga))).toEqual(['not_allowed', 'no_password']);
    const hosted = await open({ ownSessions: false });
    const actor = { accountId: 'ada', sessionId: 'host', authenticatedAt: noon, methods: [] };
    expect(await why(hosted.visit(actor))).toEqual(['not_allowed', 'handled_elsewhere']);
  });
});

onEveryStore('switching the second factor on', (open) => {
  test('takes the code that the app shows, makes ten recovery codes, and tells by mail', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    const { setUp } = await her.proveAndCall('setUpTotp');
    const code = codeAt(setUp.secret, world.clock.now());
    const from = { browser: 'Firefox', system: 'Linux', place: null };
    const { account, recoveryCodes } = await her.call('enableTotp', { code }, { from });
    expect(account.twoFactor).toEqual({ totpEnabledAt: noon, recoveryCodesLeft: 10 });
    expect(await her.account()).toEqual(account);
    expect(new Set(recoveryCodes).size).toBe(10);
    for (const one of recoveryCodes)
      expect(one).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    const dump = await world.dump();
    for (const one of [...recoveryCodes, ...recoveryCodes.map((text) => text.replace('-', ''))]) {
      expect(dump).not.toContain(one);
      // Fifty bits could be tried out on a plain digest.
      expect(dump).not.toContain(world.ports.secrets.digest(one));
    }
    expect(await eventsOf(world, 'ada')).toContain('two_factor_enabled');
    const log = await logOf(world, 'ada');
    expect(log.find(({ event }) => event === 'two_factor_enabled')).toMatchObject({
      sessionId: her.actor.sessionId,
      from,
    });
    expect(await mailed(world)).toEqual([`two_factor_enabled ${ada.email}`]);
  });

  test('takes the code before and the one after, for clocks that differ, and none beyond', async () => {
    for (const [steps, expected] of [
      [-2, 'validation_failed /code wrong_code'],
      [-1, 'done'],
      [1, 'done'],
      [2, 'validation_failed /code wrong_code'],
    ] as const) {
      const world = await open();
      const her = await world.signIn(ada);
      const { setUp } = await her.proveAndCall('setUpTotp');
      const code = codeAt(setUp.secret, world.clock.now() + steps * 30_000);
      expect([steps, await outcome(her.call('enableTotp', { code }))]).toEqual([steps, expected]);
    }
  });

  test('needs the session that set it up, within ten minutes', async () => {
    const world = await open();
    const [her, herOther] = [await world.signIn(ada), await world.signIn(ada)];
    expect(await outcome(her.call('enableTotp', { code: '000000' }))).toBe('not_found');
    const { setUp } = await her.proveAndCall('setUpTotp');
    const now = () => ({ code: codeAt(setUp.secret, world.clock.now()) });
    expect(await outcome(herOther.call('enableTotp', now()))).toBe('not_found');
    expect(await outcome(herOther.call('enableTotp', { code: '000000' }))).toBe('not_found');
    expect(await outcome((await world.signIn(grace)).call('enableTotp', now()))).toBe('not_found');
    world.clock.advance(600);
    expect(await outcome(her.call('enableTotp', now()))).toBe('not_found');
    world.clock.advance(-1);
    expect(await outcome(her.call('enableTotp', now()))).toBe('done');
  });

  test('looks at ten codes in five minutes, and locks nothing', async () => {
    const world = await open({ settings: { limits: { proofsInARow: 3 } } });
    const her = await world.signIn(ada);
    const { setUp } = await her.proveAndCall('setUpTotp');
    const wrong = () => ({ code: wrongCode(setUp.secret, world.clock.now()) });
    const tries = await tally(sixteen(() => her.call('enableTotp', wrong())));
    expect(tries).toEqual({ 'validation_failed /code wrong_code': 10, rate_limited: 6 });
    const right = () => ({ code: codeAt(setUp.secret, world.clock.now()) });
    expect(await outcome(her.call('enableTotp', right()))).toBe('rate_limited');
    expect(await outcome(her.prove('deleteAccount'))).toBe('done');
    world.clock.advance(300);
    expect(await outcome(her.call('enableTotp', right()))).toBe('done');
  });

  test('of 16 with one code at once happens once', async () => {
    const world = await open({ settings: { limits: { proofs: [] } } });
    const her = await world.signIn(ada);
    const { setUp } = await her.proveAndCall('setUpTotp');
    const code = codeAt(setUp.secret, world.clock.now());
    const counts = await tally(sixteen(() => her.call('enableTotp', { code })));
    expect(counts).toEqual({ done: 1, not_found: 15 });
    expect(await mailed(world)).toEqual([`two_factor_enabled ${ada.email}`]);
  });

  test('kills the proofs that were given before it', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    const grant = await her.prove('deleteAccount');
    await switchOn(world, her);
    const refused = await refusal(her.call('deleteAccount', undefined, { grant }));
    expect(refused.code).toBe('step_up_required');
    expect(refused.stepUp?.methods).toEqual([{ kind: 'totp' }, { kind: 'recovery_code' }]);
  });
});

onEveryStore('switching the second factor off', (open) => {
  test('needs a proof by it, takes the recovery codes with it, and tells by mail', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    const factor = await switchOn(world, her);
    expect(await outcome(her.call('disableTwoFactor'))).toBe('step_up_required');
    const totpCode = factor.code();
    const grant = await her.proveBy({ purpose: 'disableTwoFactor', totpCode });
    const { account } = await her.call('disableTwoFactor', undefined, { grant });
    expect(account.twoFactor).toEqual({ totpEnabledAt: null, recoveryCodesLeft: 0 });
    expect(await eventsOf(world, 'ada')).toContain('two_factor_disabled');
    expect(await mailed(world)).toContain(`two_factor_disabled ${ada.email}`);
    // The password proves again, the codes no longer do.
    expect(await outcome(her.prove('deleteAccount'))).toBe('done');
    const recoveryCode = factor.recoveryCodes[0] ?? '';
    const late = her.proveBy({ purpose: 'deleteAccount', recoveryCode });
    expect(await outcome(late)).toBe('step_up_required');
  });

  test('is not allowed while the password is too short to stand alone', async () => {
    const world = await open();
    const factor = await switchOn(world, await world.signIn(ada));
    await shortenPassword(world, 'ada');
    const her = await world.signIn(ada);
    const grant = await her.proveBy({ purpose: 'disableTwoFactor', totpCode: factor.code() });
    const refused = await refusal(her.call('disableTwoFactor', undefined, { grant }));
    expect([refused.code, refused.reason]).toEqual(['not_allowed', 'password_too_short']);
    expect((await her.account()).twoFactor.totpEnabledAt).not.toBeNull();
  });

  test('that is off already is no error, and tells nobody', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    const { account } = await her.proveAndCall('disableTwoFactor');
    expect(account.twoFactor.totpEnabledAt).toBeNull();
    expect(await mailed(world)).toEqual([]);
  });
});

onEveryStore('new recovery codes', (open) => {
  test('need a proof, take the place of the old ones, and are told of by mail', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    const factor = await switchOn(world, her);
    expect(await outcome(her.call('createRecoveryCodes'))).toBe('step_up_required');
    const [old = ''] = factor.recoveryCodes;
    const grant = await her.proveBy({ purpose: 'createRecoveryCodes', totpCode: factor.code() });
    const { account, recoveryCodes } = await her.call('createRecoveryCodes', undefined, { grant });
    expect(account.twoFactor.recoveryCodesLeft).toBe(10);
    expect(new Set([...factor.recoveryCodes, ...recoveryCodes]).size).toBe(20);
    const prove = (recoveryCode = '') => her.proveBy({ purpose: 'deleteAccount', recoveryCode });
    expect(await outcome(prove(old))).toBe('validation_failed /recoveryCode wrong_code');
    expect(await outcome(prove(recoveryCodes[0]))).toBe('done');
    expect(await eventsOf(world, 'ada')).toContain('recovery_codes_created');
    expect(await mailed(world)).toContain(`recovery_codes_created ${ada.email}`);
  });

  test('are not made where the second factor is off, or none of ours', async () => {
    const world = await open({ people: [ada, olga] });
    const her = await world.signIn(ada);
    // And nobody is asked for a proof first.
    expect(await outcome(her.call('createRecoveryCodes'))).toBe('not_allowed');
    const grant = await her.prove('createRecoveryCodes');
    const make = (who: Visitor) => outcome(who.call('createRecoveryCodes', undefined, { grant }));
    expect(await make(her)).toBe('not_allowed');
    expect(await make(await world.signIn(olga))).toBe('not_allowed');
  });

  test('are other ones each time: none of 10,000 comes twice', async () => {
    const world = await open();
    const { mintRecoveryCodes } = await import('../../src/server/operations/recovery-codes.ts');
    const codes = Array.from({ length: 1000 }, () => mintRecoveryCodes(world.ports, 'ada'));
    const all = codes.flatMap(({ recoveryCodes }) => recoveryCodes);
    expect(new Set(all).size).toBe(10_000);
    const letters = new Set(all.join('').replaceAll('-', ''));
    expect(letters.size).toBe(32);
  });
});
