import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { queryPostgres } from '../support/postgres-database.ts';
import { Client } from './client.ts';
import { proofSize } from './proof-size.ts';
import type { ProofWorld, Storage } from './proof-server.ts';
import { startWorld, stopProofPostgres, storages } from './proof-server.ts';
import { checkSqlite } from './sqlite-check.ts';

// The server is killed in the middle of mixed writes, again and again. What it acknowledged is there afterwards, and what
// it did not is there whole or not at all.

const writers = 16;
const cycles = proofSize('KILLS', 30);

let world: ProofWorld | null = null;
afterEach(async () => {
  await world?.remove();
  world = null;
});
afterAll(stopProofPostgres);

/** A writer and what was answered to it. */
interface Writer {
  client: Client;
  email: string;
  /** Of the profile: the newest acknowledged turn, and the one that is on its way. */
  acknowledged: number;
  sent: number;
  /** The address whose link was asked for last, and whether that was acknowledged. */
  pending: { address: string; acknowledged: boolean } | null;
}

/** Mixed writes until the server is gone: profile (two fields that belong together), proofs, changes of address. */
async function write(writer: Writer): Promise<void> {
  for (;;) {
    writer.sent += 1;
    const turn = `turn ${writer.sent}`;
    const profile = { nickname: turn, givenName: turn };
    const saved = await writer.client.call('PUT', '/users/me', profile);
    if (saved.status === 0) return;
    if (saved.status !== 200) throw new Error(`save: ${saved.status} ${saved.code}`);
    writer.acknowledged = writer.sent;
    if (writer.sent % 4 !== 0) continue;
    const proved = await writer.client.call('POST', '/step-up', {
      purpose: 'requestEmailChange',
      password: 'a quiet lighthouse keeper',
    });
    if (proved.status === 0) return;
    const address = `next-${crypto.randomUUID()}@example.com`;
    writer.pending = { address, acknowledged: false };
    const asked = await writer.client.call('PUT', '/users/me/email', { newEmail: address });
    if (asked.status === 0) return;
    if (asked.status === 200) writer.pending = { address, acknowledged: true };
  }
}

interface Answered {
  version: number;
  profile: Record<'nickname' | 'givenName', { value: string | null }>;
  email: { pending: { address: string } | null };
}

/** What is wrong with an account after the restart; nothing, hopefully. */
async function judge(writer: Writer): Promise<string[]> {
  const { json, status } = await writer.client.call('GET', '/users/me');
  if (status !== 200) return [`a session was lost: ${status}`];
  const account = json['account'] as Answered;
  const wrong: string[] = [];
  const { nickname, givenName } = account.profile;
  if (nickname.value !== givenName.value) wrong.push('a write is there by half');
  const stored = Number(nickname.value?.slice('turn '.length) ?? 0);
  if (stored < writer.acknowledged) wrong.push(`lost ${writer.acknowledged}, found ${stored}`);
  if (stored > writer.sent) wrong.push('found what nobody wrote');
  const { pending } = account.email;
  if (writer.pending?.acknowledged && pending?.address !== writer.pending.address) {
    wrong.push('an acknowledged change of address was lost');
  }
  writer.sent = stored;
  writer.acknowledged = stored;
  return wrong;
}

/** How many rows contradict each other: a pending change without its mail or its entry in the log, and the like. */
async function countMixed(storage: Storage): Promise<Record<string, number>> {
  if ('sqlite' in storage.given) return checkSqlite(storage.given.sqlite);
  const [row] = await queryPostgres(
    storage.given.postgres,
    `set search_path to selvedge;
     select
       (select count(*) from email_changes c where not exists (
         select 1 from audit a where a.account_id = c.account_id and a.event = 'email_change_requested' and a.at = c.requested_at
       ))::int as "changes without entry",
       (select count(*) from accounts a where (select count(*) from email_addresses e where e.account_id = a.id and e.kept_until is null) <> 1)::int
         as "accounts without one address",
       (select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in transaction%')::int
         as "transactions left open"`,
  );
  return row as Record<string, number>;
}

describe.each(storages)('$name', (kind) => {
  test(`loses nothing that it acknowledged in ${cycles} kills under writes by ${writers} clients`, async () => {
    world = await startWorld(kind, 1);
    const [server] = world.servers;
    if (server === undefined) throw new Error('no server');
    const people: Writer[] = await Promise.all(
      Array.from({ length: writers }, async () => {
        const client = new Client(server.origin);
        const email = await client.signUp();
        return { client, email, acknowledged: 0, sent: 0, pending: null };
      }),
    );
    const wrong: string[] = [];
    let slowest = 0;
    let acknowledged = 0;
    for (let cycle = 0; cycle < cycles; cycle++) {
      const before = people.reduce((sum, person) => sum + person.acknowledged, 0);
      const writing = people.map(write);
      // From the first write to the middle of many.
      await new Promise((resolve) => setTimeout(resolve, 30 + ((cycle * 97) % 300)));
      await server.stop('SIGKILL');
      await Promise.all(writing);
      acknowledged += people.reduce((sum, person) => sum + person.acknowledged, 0) - before;
      const started = performance.now();
      await server.start();
      wrong.push(...(await judge(people[0] as Writer)));
      slowest = Math.max(slowest, performance.now() - started);
      for (const person of people.slice(1)) wrong.push(...(await judge(person)));
    }
    for (const { client } of people) client.close();
    await server.stop('SIGKILL');
    const mixed = await countMixed(world.storage);
    console.log(
      `${kind.name}: ${acknowledged} acknowledged writes, ${cycles} kills, slowest start to first answer ${Math.round(slowest)} ms`,
    );
    expect(wrong).toEqual([]);
    expect(Object.entries(mixed).filter(([, count]) => count !== 0)).toEqual([]);
    expect(acknowledged).toBeGreaterThan(cycles);
  });
});
