import { expect, test } from 'vitest';
import { passkeyLimits } from '../../src/contract/passkeys.ts';
import type { Tweaks } from '../support/authenticator.ts';
import { addPasskey, authenticatorHere } from './passkey-visitor.ts';
import { eventsOf, logOf, mailed } from './rule-traces.ts';
import type { Visitor } from './rule-world.ts';
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
} from './rule-world.ts';

const refusedKey = 'validation_failed /response passkey_refused';

/** Options to make one, and the grant that came with them. */
async function start(visitor: Visitor) {
  const password = visitor.actor.accountId === grace.id ? grace.password : ada.password;
  const grant = await visitor.prove('addPasskey', password);
  const { options } = await visitor.call('startPasskey', undefined, { grant });
  return { grant, options };
}

onEveryStore('adding a passkey', (open) => {
  test('keeps what the authenticator made, names it by the browser, and tells by mail', async () => {
    const world = await open({ passkeys: true });
    const her = await world.signIn(ada);
    const { grant, options } = await start(her);
    expect(options).toMatchObject({
      rp: { id: 'app.example', name: 'Example' },
      user: { name: ada.email, displayName: ada.name },
      excludeCredentials: [],
    });
    // Whoever looks into an authenticator does not read whose account it opens.
    expect(JSON.stringify(options)).not.toContain(Buffer.from('ada').toString('base64url'));
    const from = { browser: 'Firefox', system: 'macOS', place: null };
    const response = authenticatorHere().create(options, { synced: true });
    const { account } = await her.call('addPasskey', { response }, { grant, from });
    expect(account.passkeys).toEqual([
      {
        id: expect.any(String),
        name: 'Firefox, macOS',
        createdAt: noon,
        lastUsedAt: null,
        synced: true,
      },
    ]);
    expect(await her.account()).toEqual(account);
    expect(await eventsOf(world, 'ada')).toContain('passkey_added');
    const added = (await logOf(world, 'ada')).find(({ event }) => event === 'passkey_added');
    expect(added).toMatchObject({ from, sessionId: her.actor.sessionId });
    expect(await mailed(world)).toEqual([`passkey_added ${ada.email}`]);
  });

  test('takes a name, or makes one where nothing is known', async () => {
    const world = await open({ passkeys: true });
    const her = await world.signIn(ada);
    for (const [name, expected] of [
      [' Blue key ', 'Blue key'],
      ['', 'Passkey'],
      [undefined, 'Passkey'],
    ] as const) {
      const { grant, options } = await start(her);
      const response = authenticatorHere().create(options);
      const input = name === undefined ? { response } : { response, name };
      const { account } = await her.call('addPasskey', input, { grant });
      expect(account.passkeys.at(-1)?.name).toBe(expected);
    }
    const { grant, options } = await start(her);
    const response = authenticatorHere().create(options);
    const long = { response, name: 'x'.repeat(65) };
    expect(await outcome(her.call('addPasskey', long, { grant }))).toBe(
      'validation_failed /name too_long',
    );
    const from = { browser: 'é'.repeat(70), system: null, place: null };
    const { account } = await her.call('addPasskey', { response }, { grant, from });
    expect(account.passkeys.at(-1)?.name).toBe('é'.repeat(64));
  });

  test('asks for the proof when it starts, and uses it up when it ends', async () => {
    const world = await open({ passkeys: true });
    const her = await world.signIn(ada);
    expect(await outcome(her.call('startPasskey'))).toBe('step_up_required');
    const other = await her.prove('removePasskey');
    const wrong = her.call('startPasskey', undefined, { grant: other });
    expect(await outcome(wrong)).toBe('step_up_required');
    const { grant, options } = await start(her);
    expect((await refusal(her.call('startPasskey'))).stepUp?.purpose).toBe('addPasskey');
    const response = authenticatorHere().create(options);
    expect(await outcome(her.call('addPasskey', { response }))).toBe('step_up_required');
    expect(await outcome(her.call('addPasskey', { response }, { grant }))).toBe('done');
    const again = her.call('startPasskey', undefined, { grant });
    expect(await outcome(again)).toBe('step_up_required');
  });

  test('takes an answer once, to its own question, in its own session, within five minutes', async () => {
    const world = await open({ passkeys: true });
    const [her, herOther] = [await world.signIn(ada), await world.signIn(ada)];
    const other = await world.signIn(grace);
    const { grant, options } = await start(her);
    const response = authenticatorHere().create(options);
    const add = async (who: Visitor, beside: { grant: string }) =>
      outcome(who.call('addPasskey', { response }, beside));
    expect(await add(herOther, await start(herOther))).toBe(refusedKey);
    expect(await add(other, await start(other))).toBe(refusedKey);
    const { options: forProof } = await her.call('startPasskey', undefined, { grant });
    expect(await add(her, { grant })).toBe('done');
    // The very same answer, and the second question that went out: the first was used, the second lives.
    const next = await start(her);
    expect(await add(her, next)).toBe(refusedKey);
    const late = authenticatorHere().create(forProof);
    world.clock.advance(300);
    const grantLater = await her.prove('addPasskey');
    const refused = her.call('addPasskey', { response: late }, { grant: grantLater });
    expect(await outcome(refused)).toBe(refusedKey);
    expect((await her.account()).passkeys).toHaveLength(1);
  });

  test('takes no answer that was made up, made elsewhere, or made by nobody, and leaves the proof', async () => {
    const world = await open({ passkeys: true });
    const her = await world.signIn(ada);
    const { grant, options } = await start(her);
    const wrong: Tweaks[] = [
      { challenge: world.ports.secrets.mintSecret() },
      { origin: 'https://evil.example' },
      { verified: false },
      { crossOrigin: true },
    ];
    for (const tweaks of wrong) {
      const response = authenticatorHere().create(options, tweaks);
      expect(await outcome(her.call('addPasskey', { response }, { grant }))).toBe(refusedKey);
    }
    // An answer that proves somebody is none that makes a passkey.
    const key = await addPasskey(await world.signIn(ada));
    const use = await her.call('startStepUp', { purpose: 'deleteAccount', method: 'passkey' });
    const response = key.get(use.options ?? {}, { type: 'webauthn.create' });
    const fresh = await her.prove('addPasskey');
    expect(await outcome(her.call('addPasskey', { response }, { grant: fresh }))).toBe(refusedKey);
    expect((await her.account()).passkeys).toHaveLength(1);
    const right = authenticatorHere().create((await start(her)).options);
    const done = her.call('addPasskey', { response: right }, { grant: fresh });
    expect(await outcome(done)).toBe('done');
  });

  test('is refused to an authenticator that has one, by itself and by the server', async () => {
    const world = await open({ passkeys: true });
    const her = await world.signIn(ada);
    const key = await addPasskey(her);
    const { options } = await start(her);
    expect(() => key.create(options)).toThrow('It has one already.');
    // The same credential for somebody else's account: whoever made it first has it.
    const other = await world.signIn(grace);
    const hers = await start(other);
    const response = authenticatorHere().create(hers.options);
    expect(await outcome(other.call('addPasskey', { response }, { grant: hers.grant }))).toBe(
      'done',
    );
    const mine = await start(her);
    const challenge = String(mine.options['challenge']);
    const data = JSON.parse(
      Buffer.from(String(response.response['clientDataJSON']), 'base64url').toString(),
    ) as object;
    const clientDataJSON = Buffer.from(JSON.stringify({ ...data, challenge })).toString(
      'base64url',
    );
    const copied = { ...response, response: { ...response.response, clientDataJSON } };
    const stolen = her.call('addPasskey', { response: copied }, { grant: mine.grant });
    expect(await outcome(stolen)).toBe('validation_failed /response passkey_known');
    expect((await her.account()).passkeys).toHaveLength(1);
  });

  test('ends at twenty, told before one is made', async () => {
    const world = await open({ passkeys: true, settings: { limits: { proofs: [] } } });
    const her = await world.signIn(ada);
    const spare = await start(her);
    const last = authenticatorHere().create(spare.options);
    for (let count = 0; count < passkeyLimits.count; count++) await addPasskey(her);
    const grant = await her.prove('addPasskey');
    const full = await refusal(her.call('startPasskey', undefined, { grant }));
    expect(full.errors).toEqual([{ pointer: '', code: 'too_many', params: { maximum: 20 } }]);
    const late = her.call('addPasskey', { response: last }, { grant });
    expect(await outcome(late)).toBe('validation_failed  too_many');
    expect((await her.account()).passkeys).toHaveLength(20);
  });

  test('of 16 with one answer at once happens once', async () => {
    const world = await open({
      passkeys: true,
      settings: { limits: { proofs: [] }, stepUp: { reuse: true } },
    });
    const her = await world.signIn(ada);
    const { grant, options } = await start(her);
    const response = authenticatorHere().create(options);
    const counts = await tally(sixteen(() => her.call('addPasskey', { response }, { grant })));
    expect(counts['done']).toBe(1);
    expect((await her.account()).passkeys).toHaveLength(1);
    expect(await mailed(world)).toEqual([`passkey_added ${ada.email}`]);
  });

  test('kills the proofs and questions that went before a change of the password', async () => {
    const world = await open({ passkeys: true });
    const [her, herOther] = [await world.signIn(ada), await world.signIn(ada)];
    const { options } = await start(her);
    await her.proveAndCall('changePassword', { newPassword });
    expect(await outcome(herOther.account())).toBe('session_ended');
    const grant = await her.prove('addPasskey', newPassword);
    const response = authenticatorHere().create(options);
    expect(await outcome(her.call('addPasskey', { response }, { grant }))).toBe(refusedKey);
  });

  test('is not offered where the server has none', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    const grant = await her.prove('addPasskey');
    const refused = await refusal(her.call('startPasskey', undefined, { grant }));
    expect([refused.code, refused.reason]).toEqual(['not_allowed', 'not_offered']);
  });

  test('works in a host’s own sessions, as a proof', async () => {
    const olga = { id: 'olga', email: 'olga@example.com', password: null };
    const world = await open({ passkeys: true, ownSessions: false, people: [olga] });
    const actor = { accountId: 'olga', sessionId: 'host', authenticatedAt: noon, methods: [] };
    const her = world.visit(actor);
    const grant = await her.proveBy({ purpose: 'addPasskey' });
    const { options } = await her.call('startPasskey', undefined, { grant });
    const key = authenticatorHere();
    await her.call('addPasskey', { response: key.create(options) }, { grant });
    world.clock.advance(3600);
    const asked = await her.call('startStepUp', { purpose: 'deleteAccount', method: 'passkey' });
    const passkey = key.get(asked.options ?? {});
    const proof = await her.proveBy({ purpose: 'deleteAccount', passkey });
    const other = await her.call('startStepUp', { purpose: 'removePasskey', method: 'passkey' });
    const removal = await her.proveBy({
      purpose: 'removePasskey',
      passkey: key.get(other.options ?? {}),
    });
    // The host signs her in: the last passkey is no last way in.
    const id = (await her.account()).passkeys[0]?.id ?? '';
    const removed = await her.call('removePasskey', { id }, { grant: removal });
    expect(removed.account.passkeys).toEqual([]);
    const dead = her.call('deleteAccount', undefined, { grant: proof });
    expect(await outcome(dead)).toBe('step_up_required');
  });
});

onEveryStore('naming and removing a passkey', (open) => {
  test('a name is the owner’s to change, without a proof', async () => {
    const world = await open({ passkeys: true });
    const [her, other] = [await world.signIn(ada), await world.signIn(grace)];
    await addPasskey(her);
    const [passkey] = (await her.account()).passkeys;
    const id = passkey?.id ?? '';
    const { account } = await her.call('renamePasskey', { id, name: ' Yubi ' });
    expect(account.passkeys).toMatchObject([{ id, name: 'Yubi' }]);
    expect(await outcome(other.call('renamePasskey', { id, name: 'Mine' }))).toBe('not_found');
    expect(await outcome(her.call('renamePasskey', { id: 'none', name: 'x' }))).toBe('not_found');
    const blank = her.call('renamePasskey', { id, name: ' ' });
    expect(await outcome(blank)).toBe('validation_failed /name required');
    expect((await her.account()).passkeys).toMatchObject([{ name: 'Yubi' }]);
    expect(await eventsOf(world, 'ada')).toContain('passkey_renamed');
  });

  test('removing needs a proof, is told of by mail, and ends what it could prove', async () => {
    const world = await open({ passkeys: true });
    const [her, other] = [await world.signIn(ada), await world.signIn(grace)];
    const key = await addPasskey(her);
    const [passkey] = (await her.account()).passkeys;
    const id = passkey?.id ?? '';
    const asked = await her.call('startStepUp', { purpose: 'deleteAccount', method: 'passkey' });
    const answer = key.get(asked.options ?? {});
    expect(await outcome(her.call('removePasskey', { id }))).toBe('step_up_required');
    expect(await outcome(other.proveAndCall('removePasskey', { id }))).toBe('not_found');
    const { account } = await her.proveAndCall('removePasskey', { id });
    expect(account.passkeys).toEqual([]);
    expect(await mailed(world)).toContain(`passkey_removed ${ada.email}`);
    expect(await eventsOf(world, 'ada')).toContain('passkey_removed');
    const late = her.proveBy({ purpose: 'deleteAccount', passkey: answer });
    expect(await outcome(late)).toBe('step_up_required');
    expect(await outcome(her.proveAndCall('removePasskey', { id }))).toBe('not_found');
  });

  test('the last way in stays', async () => {
    const olga = { id: 'olga', email: 'olga@example.com', password: null };
    const world = await open({ passkeys: true, people: [olga] });
    const her = await world.signIn(olga);
    for (const _ of [1, 2]) {
      const grant = await her.proveBy({ purpose: 'addPasskey' });
      const { options } = await her.call('startPasskey', undefined, { grant });
      const response = authenticatorHere().create(options);
      await her.call('addPasskey', { response }, { grant });
    }
    const [first, second] = (await her.account()).passkeys.map(({ id }) => id);
    const remove = async (id = '') => {
      const grant = await her.proveBy({ purpose: 'removePasskey' });
      return refusalOr(her.call('removePasskey', { id }, { grant }));
    };
    expect(await remove(first)).toBe('done');
    expect(await remove(second)).toBe('not_allowed last_method');
    expect((await her.account()).passkeys).toHaveLength(1);
  });
});

async function refusalOr(work: Promise<unknown>): Promise<string> {
  const done = await outcome(work);
  return done === 'done' ? done : `${done} ${(await refusal(work)).reason}`;
}
