import { chmod } from 'node:fs/promises';

import pg from 'pg';

import { startPostgres } from '../../test/support/postgres.ts';
import { databaseFolder } from './database.ts';
import { atEnd } from './measured.ts';
import type { RunSql } from './filling.ts';

/** The settings that decide what a commit costs, as PostgreSQL itself reports them. */
const durable = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' };

async function connected<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Starts an empty PostgreSQL server for one contender, its data beside the bench and not in memory; gone when the
 * process ends. Throws unless a commit waits for the disk.
 */
export async function startDurablePostgres(): Promise<{ url: string }> {
  const folder = await databaseFolder();
  // As root the server runs as somebody else, who has to get there.
  await chmod(folder, 0o711);
  process.env['TMPDIR'] = folder;
  const server = await startPostgres();
  atEnd(() => server.remove());
  await connected(server.url, async (client) => {
    for (const [name, wanted] of Object.entries(durable)) {
      const { rows } = await client.query<Record<string, string>>(`show ${name}`);
      if (rows[0]?.[name] !== wanted) throw new Error(`${name} is ${rows[0]?.[name]}`);
    }
  });
  return { url: server.url };
}

/** Fills the database and leaves it as a server at rest has it: vacuumed, its statistics made, on the disk. */
export function fillPostgres<Result>(
  url: string,
  schema: string,
  fill: (run: RunSql) => Promise<Result>,
): Promise<Result> {
  return connected(url, async (client) => {
    await client.query(`SET search_path = ${schema}`);
    // What refers to what is right by the way it is made.
    await client.query('SET session_replication_role = replica');
    await client.query('BEGIN');
    const result = await fill((sql) => client.query(sql));
    await client.query('COMMIT');
    await client.query('VACUUM (ANALYZE)');
    await client.query('CHECKPOINT');
    return result;
  });
}
