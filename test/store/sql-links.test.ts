import { expect, onTestFinished, test } from 'vitest';
import { canonicalEmail } from '../../src/contract/email-address.ts';
import type { AccountStore, Effects, Instant } from '../../src/server/ports/account-store.ts';
import { nowhere } from '../../src/server/ports/session-store.ts';
import { createSqliteStore } from '../../src/server/sql/store.ts';
import { newFile } from './sql-database.ts';

const at = (seconds: number): Instant =>
  new Date(Date.parse('2026-11-20T12:00:00.000Z') + seconds * 1000).toISOString();

function effects(id: string, change: Partial<Effects>): Effects {
  const audit = { id, event: 'tested', sessionId: null, details: {}, from: nowhere };
  return { at: at(0), grant: null, attempts: [], deliveries: [], audit, ...change };
}

const [accountId, address] = ['ada', 'ada@example.com'];

async function openWithAda(): Promise<AccountStore> {
  const store = createSqliteStore({ file: newFile() });
  onTestFinished(() => store.close());
  const nothing = { name: null, username: null, givenName: null, familyName: null, nickname: null };
  const password = { passwordHash: 'hash', passwordChangedAt: null, passwordStandsAlone: true };
  const email = { email: address, emailCanonical: canonicalEmail(address), emailVerified: false };
  const ada = { id: accountId, ...nothing, ...password, ...email, language: null };
  const made = { ...ada, createdAt: at(0), identities: [] };
  expect(await store.createAccount(made, null, effects('made', {}))).toMatchObject({
    kind: 'done',
  });
  return store;
}

/** Puts a verification by a clock that shows so many seconds. */
async function put(store: AccountStore, id: string, now: number, until: number): Promise<void> {
  const link = { id, kind: 'verification', accountId, tokenDigest: `digest-${id}` } as const;
  const links = [{ ...link, address, addressCanonical: address, expiresAt: at(until) }];
  const outcome = await store.putLinks({ accountId }, effects(`put-${id}`, { at: at(now), links }));
  expect(outcome).toMatchObject({ kind: 'done' });
}

test('never has two links that wait, even to a process whose clock is behind', async () => {
  const store = await openWithAda();
  await put(store, 'first', 0, 20);
  await put(store, 'second', 21, 60);
  const behind = at(19);
  expect((await store.findLink('digest-first', behind))?.state).toBe('expired');
  expect((await store.findLink('digest-second', behind))?.state).toBe('live');
  expect((await store.findAccount(accountId, behind))?.verification?.expiresAt).toBe(at(60));
  const late = await store.takeVerification({ id: 'first' }, effects('late', { at: behind }));
  expect(late).toEqual({ kind: 'link_used' });
});
