import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** Runs SQL past the store, on a connection of its own; the rows of its last statement. */
export async function queryPostgres(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // More than one statement answers more than one result.
    const results: unknown = await client.query(sql);
    const last = (Array.isArray(results) ? results.at(-1) : results) as pg.QueryResult;
    return last.rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

/**
 * An empty database on a server, made with these options; `remove` takes it away, and whoever is still connected to it.
 */
export async function makePostgresDatabase(
  server: string,
  options = '',
): Promise<{ url: string; remove(): Promise<void> }> {
  const name = `selvedge_${randomBytes(8).toString('hex')}`;
  await queryPostgres(server, `create database ${name} ${options}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async remove() {
      await queryPostgres(server, `drop database ${name} with (force)`);
    },
  };
}
