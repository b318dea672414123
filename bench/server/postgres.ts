import { chmod } from 'node:fs/promises';
import pg from 'pg';
import { startPostgres } from '../../test/support/postgres.ts';
import { databaseFolder } from './database.ts';

/** The settings that decide what a commit costs, as PostgreSQL itself reports them. */
const durable = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' };

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
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  for (const [name, wanted] of Object.entries(durable)) {
    const { rows } = await client.query<Record<string, string>>(`show ${name}`);
    if (rows[0]?.[name] !== wanted) throw new Error(`${name} is ${rows[0]?.[name]}`);
  }
  await client.end();
  return { url: server.url };
}
