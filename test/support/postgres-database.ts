import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** Runs one query past the store, on a connection of its own. */
export async function queryPostgres(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** An empty database on a server; `remove` takes it away, and whoever is still connected to it. */
export async function makePostgresDatabase(
  server: string,
): Promise<{ url: string; remove(): Promise<void> }> {
  const name = `selvedge_${randomBytes(8).toString('hex')}`;
  await queryPostgres(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async remove() {
      await queryPostgres(server, `drop database ${name} with (force)`);
    },
  };
}
