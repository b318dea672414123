import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import type { AccountStore, Effects, NewAccount } from '../../src/server/ports/account-store.ts';
import type { PasskeyRecord } from '../../src/server/ports/passkey-store.ts';
import type { Proof } from '../../src/server/ports/proofs.ts';
import { nowhere } from '../../src/server/ports/session-store.ts';
import { migrations } from '../../src/server/sql/migrations/migrations.ts';
import { createSqliteStore } from '../../src/server/sql/store.ts';
import { newFile, query } from './sql-database.ts';
import type { RaceCall, RaceOrder } from './sql-race-worker.ts';

const at = '2026-11-20T12:00:00.000Z';
const later = '2026-11-20T13:00:00.000Z';
const rounds = 40;
const racers = 3;

const numbers = Array.from({ length: rounds }, (_, number) => number);

function effects(id: string, change: Partial<Effects> = {}): Effects {
  const audit = { id, event: 'tested', sessionId: null, details: {}, from: nowhere };
  return { at, grant: null, attempts: [], deliveries: [], audit, ...change };
}

function newAccount(id: string, email = `${id}@example.com`): NewAccount {
  return {
    id,
    email,
    emailCanonical: email,
    emailVerified: true,
    name: null,
    username: null,
    givenName: null,
    familyName: null,
    nickname: null,
    language: null,
    passwordHash: null,
    passwordChangedAt: null,
    passwordStandsAlone: true,
    createdAt: at,
    identities: [],
  };
}

/**
 * Runs the calls of each racer at once, each on a connection and a thread of its own; answers the kinds of the
 * outcomes by racer.
 */
async function race(
  files: readonly string[],
  callsOf: (racer: number) => RaceCall[],
): Promise<string[][]> {
  const gates = new Int32Array(new SharedArrayBuffer(4 * files.length));
  const results = Array.from({ length: racers }, async (_, racer) => {
    const workerData: RaceOrder = { files, calls: callsOf(racer), gates, racers };
    const url = new URL('./sql-race-worker.ts', import.meta.url);
    const worker = new Worker(url, { workerData, execArgv: [] });
    // Where one racer fails, the others wait for it at the next gate.
    onTestFinished(async () => void (await worker.terminate()));
    const outcomes = await new Promise<{ kind: string }[]>((resolve, reject) => {
      worker.once('message', resolve).once('error', reject);
    });
    return outcomes.map(({ kind }) => kind);
  });
  return Promise.all(results);
}

/** How often each round was won. */
function winsByRound(kinds: readonly string[][]): number[] {
  return numbers.map((round) => kinds.filter((racer) => racer[round] === 'done').length);
}

const once = numbers.map(() => 1);

async function withAccounts(ids: readonly string[]): Promise<string> {
  const file = newFile();
  const store = createSqliteStore({ file });
  for (const id of ids) await store.createAccount(newAccount(id), null, effects(`made-${id}`));
  await store.close();
  return file;
}

test('makes one database when several connections open it for the first time', async () => {
  const files = Array.from({ length: 20 }, newFile);
  const kinds = await race(files, (racer) => [
    {
      method: 'createAccount',
      args: [newAccount(`person-${racer}`), null, effects(`racer-${racer}`)],
    },
  ]);
  expect(new Set(kinds.flat())).toEqual(new Set(['done']));
  for (const file of files) {
    expect(query(file, 'SELECT number FROM schema_migrations')).toEqual(
      migrations.map(({ number }) => ({ number })),
    );
    expect(query(file, 'SELECT count(*) AS count FROM accounts')).toEqual([{ count: racers }]);
  }
});

test('gives one new account each address that several ask for at once', async () => {
  const file = await withAccounts([]);
  const kinds = await race([file], (racer) =>
    numbers.map((round) => ({
      method: 'createAccount',
      args: [
        newAccount(`person-${racer}-${round}`, `wanted-${round}@example.com`),
        null,
        effects(`racer-${racer}-${round}`),
      ],
    })),
  );
  expect(winsByRound(kinds)).toEqual(once);
  expect(query(file, 'SELECT count(*) AS count FROM audit')).toEqual([{ count: rounds }]);
});

test('confirms each link once when several connections follow it', async () => {
  const ids = numbers.map((round) => `person-${round}`);
  const file = await withAccounts(ids);
  const store = createSqliteStore({ file });
  for (const accountId of ids) {
    const address = `new-${accountId}@example.com`;
    await store.putEmailChange(
      {
        accountId,
        id: `change-${accountId}`,
        address,
        addressCanonical: address,
        tokenDigest: `digest-${accountId}`,
        expiresAt: later,
        report: null,
      },
      effects(`asked-${accountId}`),
    );
  }
  await store.close();
  const kinds = await race([file], (racer) =>
    ids.map((id) => ({
      method: 'takeEmailChange',
      args: [
        { id: `change-${id}`, keepOldUntil: later, report: null },
        effects(`racer-${racer}-${id}`),
      ],
    })),
  );
  expect(winsByRound(kinds)).toEqual(once);
  const versions = query(file, 'SELECT DISTINCT version FROM accounts');
  expect(versions).toEqual([{ version: 3 }]);
});

test.each(['verification', 'password_reset', 'security_report'] as const)(
  'takes each link once when several connections follow it (%s)',
  async (kind) => {
    const ids = numbers.map((round) => `person-${round}`);
    const file = await withAccounts(ids);
    const store = createSqliteStore({ file });
    for (const accountId of ids) {
      const address = `${accountId}@example.com`;
      const names = { id: `link-${accountId}`, tokenDigest: `digest-${accountId}` };
      const to = { accountId, address, addressCanonical: address, expiresAt: later };
      const carried = effects(`asked-${accountId}`, { links: [{ ...names, kind, ...to }] });
      await store.putLinks({ accountId }, carried);
    }
    await store.close();
    const method = {
      verification: 'takeVerification',
      password_reset: 'takePasswordReset',
      security_report: 'takeSecurityReport',
    } as const;
    const password = { passwordHash: 'hash', standsAlone: true, keepHistory: 0 };
    const kinds = await race([file], (racer) =>
      ids.map((id) => ({
        method: method[kind],
        args: [{ id: `link-${id}`, ...password }, effects(`racer-${racer}-${id}`)],
      })),
    );
    expect(winsByRound(kinds)).toEqual(once);
    expect(new Set(kinds.flat())).toEqual(new Set(['done', 'link_used']));
  },
);

test('lets one of several writes through that were made from the same version, and one use of a grant', async () => {
  const ids = numbers.map((round) => `person-${round}`);
  const file = await withAccounts(ids);
  const store = createSqliteStore({ file });
  for (const accountId of ids) {
    const grant = { digest: `grant-${accountId}`, accountId, sessionId: 's', purpose: 'p' };
    await store.putGrant({ ...grant, expiresAt: later }, effects(`proved-${accountId}`));
  }
  await store.close();
  const byVersion = await race([file], (racer) =>
    ids.map((accountId) => ({
      method: 'updateProfile',
      args: [
        { accountId, values: { name: `Racer ${racer}` }, expectedVersion: 1 },
        effects(`version-${racer}`),
      ],
    })),
  );
  expect(winsByRound(byVersion)).toEqual(once);
  const byGrant = await race([file], (racer) =>
    ids.map((accountId) => ({
      method: 'updateProfile',
      args: [
        { accountId, values: { name: `Racer ${racer}` }, expectedVersion: null },
        effects(`grant-${racer}`, {
          grant: {
            digest: `grant-${accountId}`,
            accountId,
            sessionId: 's',
            purpose: 'p',
            consume: true,
          },
        }),
      ],
    })),
  );
  expect(winsByRound(byGrant)).toEqual(once);
});

test('counts tries of several connections against one limit', async () => {
  const file = await withAccounts([]);
  const attempt = { key: 'mail:somebody', limits: [{ count: 10, seconds: 60 }] };
  const kinds = await race([file], () =>
    numbers.map(() => ({ method: 'takeAttempt', args: [attempt, at] })),
  );
  expect(kinds.flat().filter((kind) => kind === 'done')).toHaveLength(10);
  expect(query(file, 'SELECT count(*) AS count FROM attempts')).toEqual([{ count: 10 }]);
});

test('counts tries in a row of several connections one by one', async () => {
  const file = await withAccounts([]);
  const attempt = { key: 'proof:somebody', limits: [], inARow: 10 };
  const kinds = await race([file], () =>
    numbers.map(() => ({ method: 'takeAttempt', args: [attempt, at] })),
  );
  expect(kinds.flat().filter((kind) => kind === 'done')).toHaveLength(10);
  expect(query(file, 'SELECT count FROM tries_in_a_row')).toEqual([{ count: 10 }]);
});

/** Gives an account one proof of each kind. */
async function giveProofs(store: AccountStore, accountId: string): Promise<void> {
  const made = (what: string): Effects => effects(`${what}-${accountId}`);
  const waiting = { accountId, secretId: 'secret', sessionId: 's' };
  await store.putTotp({ ...waiting, expiresAt: later }, made('set-up'));
  await store.enableTotp({ ...waiting, step: 1, codeDigests: ['code'] }, made('switched-on'));
  const passkey: PasskeyRecord = {
    id: `passkey-${accountId}`,
    accountId,
    credentialId: `credential-${accountId}`,
    publicKey: 'key',
    signCount: 1,
    transports: [],
    name: 'Phone',
    synced: false,
    createdAt: at,
    lastUsedAt: null,
  };
  await store.addPasskey({ passkey, most: 20 }, made('added'));
  const challenge = { digest: `challenge-${accountId}`, accountId, sessionId: 's', purpose: 'p' };
  await store.putChallenge({ ...challenge, expiresAt: later }, made('asked'));
}

function proofOf(kind: Proof['kind'], accountId: string): Proof {
  if (kind === 'totp') return { kind, accountId, step: 2 };
  if (kind === 'recovery_code') return { kind, accountId, digest: 'code' };
  if (kind === 'passkey') return { kind, accountId, id: `passkey-${accountId}`, signCount: 2 };
  return { kind, accountId, digest: `challenge-${accountId}`, sessionId: 's', purpose: 'p' };
}

test('takes each proof once when several connections bring it', async () => {
  const ids = numbers.map((round) => `person-${round}`);
  const file = await withAccounts(ids);
  const store = createSqliteStore({ file });
  for (const accountId of ids) await giveProofs(store, accountId);
  await store.close();
  const kinds = ['totp', 'recovery_code', 'challenge', 'passkey'] as const;
  const wins = await race([file], (racer) =>
    kinds.flatMap((kind) =>
      ids.map((accountId) => {
        const digest = `${kind}-${racer}-${accountId}`;
        const grant = { digest, accountId, sessionId: 's', purpose: 'p', expiresAt: later };
        const proofs = [proofOf(kind, accountId)];
        return { method: 'putGrant', args: [grant, effects(digest, { proofs })] };
      }),
    ),
  );
  for (const [index, kind] of kinds.entries()) {
    const first = index * rounds;
    expect(winsByRound(wins.map((racer) => racer.slice(first, first + rounds))), kind).toEqual(
      once,
    );
  }
  expect(query(file, 'SELECT count(*) AS count FROM grants')).toEqual([{ count: 4 * rounds }]);
});
