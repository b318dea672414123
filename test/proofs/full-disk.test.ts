import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { Client } from './client.ts';
import type { ProofWorld } from './proof-server.ts';
import { startWorld, storages } from './proof-server.ts';
import { checkSqlite } from './sqlite-check.ts';

// The system lets the server's files grow to two or four megabytes (shells count in blocks of their
// own), less than the log of SQLite would: every write beyond fails, as on a disk that is full.

const writers = 8;
const mostWrites = 50_000;

let world: ProofWorld | null = null;
let folder = '';
afterEach(async () => {
  await world?.remove();
  world = null;
  rmSync(folder, { recursive: true, force: true });
});

interface Writer {
  client: Client;
  acknowledged: number;
}

const nicknameOf = async ({ client }: Writer): Promise<unknown> => {
  const { status, json } = await client.call('GET', '/users/me');
  const account = json['account'] as { profile: { nickname: { value: string | null } } };
  return status === 200 ? account.profile.nickname.value : status;
};

/** Writes until a write is refused; answers how. */
async function fill(writer: Writer): Promise<string> {
  for (let turn = 1; turn < mostWrites; turn++) {
    const nickname = String(turn).padStart(300, '.');
    const { status, code } = await writer.client.call('PUT', '/users/me', { nickname });
    if (status !== 200) return `${status} ${code}`;
    writer.acknowledged = turn;
  }
  return 'the disk was never full';
}

test.skipIf(process.platform === 'win32')(
  'a disk that is full refuses writes, shows what is there, and loses nothing that was acknowledged',
  async () => {
    folder = mkdtempSync(join(tmpdir(), 'selvedge-disk-'));
    const space = join(folder, 'there is space');
    const around = ['/bin/sh', '-c', 'test -e "$0" || ulimit -f 3584; exec "$@"', space];
    const [sqlite] = storages;
    if (sqlite === undefined) throw new Error('no storage');
    world = await startWorld(sqlite, 1, { around });
    const [server] = world.servers;
    if (server === undefined) throw new Error('no server');
    const people = await Promise.all(
      Array.from({ length: writers }, async (): Promise<Writer> => {
        const client = new Client(server.origin);
        await client.signUp();
        return { client, acknowledged: 0 };
      }),
    );
    expect(new Set(await Promise.all(people.map(fill)))).toEqual(new Set(['503 unavailable']));
    const written = people.map(({ acknowledged }) => String(acknowledged).padStart(300, '.'));
    expect(await Promise.all(people.map(nicknameOf))).toEqual(written);

    // There is space again: everything goes on.
    writeFileSync(space, '');
    await server.stop('SIGKILL');
    await server.start();
    expect(await Promise.all(people.map(nicknameOf))).toEqual(written);
    const [first] = people;
    const saved = await first?.client.call('PUT', '/users/me', { nickname: 'room again' });
    expect(saved?.status).toBe(200);
    for (const { client } of people) client.close();
    await server.stop('SIGKILL');
    const file = 'sqlite' in world.storage.given ? world.storage.given.sqlite : '';
    expect(Object.values(checkSqlite(file)).filter((count) => count !== 0)).toEqual([]);
  },
);
