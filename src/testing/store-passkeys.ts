import { describe, expect } from 'vitest';
import type { PasskeyRecord } from '../server/ports/passkey-store.ts';
import { givePasskey, newPasskey } from './store-proof-makers.ts';
import type { StoreStage, StoreTest } from './store-stage.ts';
import { race } from './store-stage.ts';

type Store = StoreStage['store'];

function add(
  stage: StoreStage,
  passkey: PasskeyRecord,
  most = 20,
): ReturnType<Store['addPasskey']> {
  const account = { id: passkey.accountId };
  const effects = stage.effects({ at: stage.at(10), deliveries: [stage.newMail(account)] });
  return stage.store.addPasskey({ passkey, most }, effects);
}

function rename(
  stage: StoreStage,
  account: { id: string },
  id: string,
  name = 'Renamed',
): ReturnType<Store['renamePasskey']> {
  const effects = stage.effects({ at: stage.at(10), deliveries: [stage.newMail(account)] });
  return stage.store.renamePasskey({ accountId: account.id, id, name }, effects);
}

function remove(
  stage: StoreStage,
  account: { id: string },
  id: string,
): ReturnType<Store['removePasskey']> {
  const effects = stage.effects({ at: stage.at(10), deliveries: [stage.newMail(account)] });
  return stage.store.removePasskey({ accountId: account.id, id }, effects);
}

async function names(stage: StoreStage, account: { id: string }): Promise<string[]> {
  return (await stage.store.findPasskeys(account.id)).map(({ name }) => name);
}

const google = {
  provider: 'google',
  label: 'Google',
  name: null,
  connectedAt: '2026-11-20T12:00:00.000Z',
  owns: [],
};

function describeAdding(test: StoreTest): void {
  test('is found by its credential and with its account, in the order of adding', async (stage) => {
    const { store } = stage;
    const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
    const phone = newPasskey(stage, ada, { id: 'z', name: 'Phone' });
    const key = newPasskey(stage, ada, {
      id: 'a',
      name: 'Kèy\'s "ring" 🔑',
      signCount: 4_294_967_295,
      transports: [],
      synced: false,
      createdAt: stage.at(-60),
      lastUsedAt: stage.at(-30),
    });
    await add(stage, phone);
    await givePasskey(stage, eve);
    const outcome = await add(stage, key);
    const listed = [phone, key].map(({ id, name, createdAt, lastUsedAt, synced }) => ({
      id,
      name,
      createdAt,
      lastUsedAt,
      synced,
    }));
    const account = { ...ada, version: 3, passkeys: listed };
    expect(outcome).toEqual({ kind: 'done', account });
    expect(await stage.read(ada)).toEqual(account);
    expect(await store.findPasskeys(ada.id)).toEqual([phone, key]);
    expect(await store.findPasskey(phone.credentialId)).toEqual(phone);
    expect(await store.findPasskey(phone.id)).toBeNull();
  });

  test('comes with the session of its account', async (stage) => {
    const ada = await stage.person('ada');
    const { id } = await givePasskey(stage, ada);
    const session = await stage.signIn(ada);
    const found = await stage.store.findSession(session.tokenDigest, stage.at(1));
    expect(found?.account.passkeys).toMatchObject([{ id, synced: true }]);
  });

  test("that is anybody's cannot be added, however many the account has", async (stage) => {
    const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
    const { credentialId } = await givePasskey(stage, ada);
    const before = await stage.dump();
    const known = { kind: 'passkey_known' };
    expect(await add(stage, newPasskey(stage, ada, { credentialId }))).toEqual(known);
    expect(await add(stage, newPasskey(stage, eve, { credentialId }))).toEqual(known);
    expect(await add(stage, newPasskey(stage, ada, { credentialId }), 1)).toEqual(known);
    await stage.expectUnchanged(before);
  });

  test('is refused where the account has as many as it may', async (stage) => {
    const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
    await givePasskey(stage, eve);
    expect(await add(stage, newPasskey(stage, ada), 2)).toMatchObject({ kind: 'done' });
    expect(await add(stage, newPasskey(stage, ada), 2)).toMatchObject({ kind: 'done' });
    const before = await stage.dump();
    expect(await add(stage, newPasskey(stage, ada), 2)).toEqual({ kind: 'too_many' });
    await stage.expectUnchanged(before);
  });

  test('of 16 that race with one credential exactly one is added', async (stage) => {
    const ada = await stage.person('ada');
    const counts = await race(() => add(stage, newPasskey(stage, ada, { credentialId: 'one' })));
    expect(counts).toEqual({ done: 1, passkey_known: 15 });
    expect((await stage.read(ada)).passkeys).toHaveLength(1);
  });

  test('of 16 that race for the last room exactly one is added', async (stage) => {
    const ada = await stage.person('ada');
    await givePasskey(stage, ada);
    const counts = await race(() => add(stage, newPasskey(stage, ada), 2));
    expect(counts).toEqual({ done: 1, too_many: 15 });
    expect((await stage.read(ada)).passkeys).toHaveLength(2);
  });

  test('for an account that is not there is not kept', async (stage) => {
    const before = await stage.dump();
    expect(await add(stage, newPasskey(stage, { id: 'nobody' }))).toEqual({ kind: 'gone' });
    await stage.expectUnchanged(before);
  });

  test('shares no object with the store', async (stage) => {
    const ada = await stage.person('ada');
    const transports = ['usb'];
    const { credentialId } = await givePasskey(stage, ada, { transports });
    transports.push('nfc');
    const found = await stage.store.findPasskey(credentialId);
    if (found !== null) found.name = 'Changed';
    const again = await stage.store.findPasskey(credentialId);
    expect([again?.transports, again?.name]).toEqual([['usb'], 'Phone']);
  });
}

function describeNaming(test: StoreTest): void {
  test('gets another name, and keeps everything else', async (stage) => {
    const ada = await stage.person('ada');
    const [first, second] = [await givePasskey(stage, ada), await givePasskey(stage, ada)];
    const before = await stage.read(ada);
    const outcome = await rename(stage, ada, first.id, 'Kèy 🔑');
    expect(outcome).toMatchObject({ kind: 'done', account: { version: before.version + 1 } });
    expect(await stage.store.findPasskeys(ada.id)).toEqual([{ ...first, name: 'Kèy 🔑' }, second]);
    expect(await names(stage, ada)).toEqual(
      (await stage.read(ada)).passkeys.map(({ name }) => name),
    );
  });

  test("that is another's, or nobody's, cannot be named", async (stage) => {
    const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
    const hers = await givePasskey(stage, eve);
    const before = await stage.dump();
    expect(await rename(stage, ada, hers.id)).toEqual({ kind: 'not_found' });
    expect(await rename(stage, ada, 'no-passkey')).toEqual({ kind: 'not_found' });
    expect(await rename(stage, { id: 'nobody' }, hers.id)).toEqual({ kind: 'gone' });
    await stage.expectUnchanged(before);
  });
}

function describeRemoving(test: StoreTest): void {
  test('is removed, others stay, and its credential can be added again, at the end', async (stage) => {
    const ada = await stage.person('ada');
    const first = await givePasskey(stage, ada, { name: 'First' });
    await givePasskey(stage, ada, { name: 'Second' });
    const { version } = await stage.read(ada);
    const outcome = await remove(stage, ada, first.id);
    expect(outcome).toMatchObject({ kind: 'done', account: { version: version + 1 } });
    expect(await stage.store.findPasskey(first.credentialId)).toBeNull();
    expect(await names(stage, ada)).toEqual(['Second']);
    expect(await add(stage, { ...first, name: 'Again' })).toMatchObject({ kind: 'done' });
    expect(await names(stage, ada)).toEqual(['Second', 'Again']);
  });

  test("that is another's, or nobody's, cannot be removed", async (stage) => {
    const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
    const hers = await givePasskey(stage, eve);
    const before = await stage.dump();
    expect(await remove(stage, ada, hers.id)).toEqual({ kind: 'not_found' });
    expect(await remove(stage, ada, 'no-passkey')).toEqual({ kind: 'not_found' });
    expect(await remove(stage, { id: 'nobody' }, hers.id)).toEqual({ kind: 'gone' });
    await stage.expectUnchanged(before);
  });

  test('is not removed when it is the last way to sign in', async (stage) => {
    const ada = await stage.person('ada', { passwordHash: null });
    const { id } = await givePasskey(stage, ada);
    await givePasskey(stage, await stage.person('eve', { identities: [google] }));
    const before = await stage.dump();
    expect(await remove(stage, ada, id)).toEqual({ kind: 'last_method' });
    await stage.expectUnchanged(before);
  });

  test('is removed where a password, an identity or another passkey is left', async (stage) => {
    const none = { passwordHash: null };
    const accounts = [
      await stage.person('password'),
      await stage.person('identity', { ...none, identities: [google] }),
      await stage.person('passkey', none),
    ];
    for (const account of accounts) {
      const { id } = await givePasskey(stage, account);
      if (account === accounts[2]) await givePasskey(stage, account);
      expect(await remove(stage, account, id)).toMatchObject({ kind: 'done' });
    }
  });

  test('is removed as the last one where somebody else signs people in', async (stage) => {
    const ada = await stage.person('ada', { passwordHash: null });
    const { id } = await givePasskey(stage, ada);
    const change = { accountId: ada.id, id, mayBeLast: true };
    const effects = stage.effects({ at: stage.at(10) });
    expect(await stage.store.removePasskey(change, effects)).toMatchObject({ kind: 'done' });
    expect((await stage.read(ada)).passkeys).toEqual([]);
  });

  test('of 16 that race to remove it exactly one does', async (stage) => {
    const ada = await stage.person('ada');
    const { id } = await givePasskey(stage, ada);
    expect(await race(() => remove(stage, ada, id))).toEqual({ done: 1, not_found: 15 });
  });

  test('stays when two race to remove the last two ways to sign in', async (stage) => {
    const ada = await stage.person('ada', { passwordHash: null });
    const both = [await givePasskey(stage, ada), await givePasskey(stage, ada)];
    const outcomes = await Promise.all(both.map(({ id }) => remove(stage, ada, id)));
    const kinds = outcomes.map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(['done', 'last_method']);
    expect((await stage.read(ada)).passkeys).toHaveLength(1);
  });
}

/** Passkeys as the account keeps them. */
export function describePasskeys(test: StoreTest): void {
  describe('a passkey', () => {
    describeAdding(test);
    describeNaming(test);
    describeRemoving(test);

    test('ends all grants of its account when it comes and when it goes, and no others', async (stage) => {
      const { store, at } = stage;
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      const hers = await stage.grant(eve);
      const first = await stage.grant(ada, { purpose: 'deleteAccount', sessionId: 'another' });
      const { id } = await givePasskey(stage, ada);
      expect(await store.findGrant(first, at(11))).toBe(false);
      const second = await stage.grant(ada);
      await rename(stage, ada, id);
      expect(await store.findGrant(second, at(11))).toBe(true);
      await remove(stage, ada, id);
      expect(await store.findGrant(second, at(11))).toBe(false);
      expect(await store.findGrant(hers, at(11))).toBe(true);
    });
  });
}
