import pg from 'pg';
import type { PostgresOptions } from 'selvedge/sql';
import { createPostgresStore } from 'selvedge/sql';
import { afterAll, inject } from 'vitest';
import type { AccountStore } from '../../src/server/ports/account-store.ts';
import type { StoreStage } from '../../src/testing/store-stage.ts';
import { testOnStore } from '../../src/testing/store-stage.ts';
import { makePostgresDatabase, queryPostgres } from './postgres-database.ts';

/** A store on a database that this test has for itself. */
export interface OpenedPostgresStore {
  store: AccountStore;
  url: string;
  /** Every row of every table, as text. */
  dump(): Promise<string>;
  close(): Promise<void>;
}

interface Place extends OpenedPostgresStore {
  /** Deletes every row. */
  clear(): Promise<void>;
  remove(): Promise<void>;
}

const places: Place[] = [];
const free: Place[] = [];

/** The server of this run; throws outside of the project `postgres`. */
export function postgresServer(): string {
  const url = inject('postgresUrl');
  if (url === undefined) throw new Error('Only the project `postgres` has a server.');
  return url;
}

async function findTables(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'selvedge' and tablename <> 'schema_migrations' order by name`,
  );
  return rows.map(({ name }) => name);
}

async function makePlace(): Promise<Place> {
  const { url, remove } = await makePostgresDatabase(postgresServer());
  // Patient, because a busy machine may stand still for a second, and the rules are what is tested.
  const store = await createPostgresStore({
    connectionString: url,
    connectTimeoutMilliseconds: 20_000,
  });
  const pool = new pg.Pool({ connectionString: url, max: 1, options: '-c search_path=selvedge' });
  // Closing, it may still be told that its database is being dropped.
  pool.on('error', () => undefined);
  const tables = await findTables(pool);
  const everyRow = tables
    .map((table) => `select '${table} ' || row_to_json(${table})::text as line from ${table}`)
    .join(' union all ');
  const place: Place = {
    store,
    url,
    async dump() {
      const { rows } = await pool.query<{ line: string }>({ name: 'dump', text: everyRow });
      return rows
        .map(({ line }) => line)
        .toSorted()
        .join('\n');
    },
    async clear() {
      await pool.query(tables.map((table) => `delete from ${table}`).join('; '));
    },
    async close() {
      free.push(place);
    },
    async remove() {
      await store.close();
      await pool.end();
      await remove();
    },
  };
  places.push(place);
  return place;
}

/** Opens an empty store. A file makes a database for each that it has open at the same time, and keeps it for its tests. */
export async function openPostgresStore(): Promise<OpenedPostgresStore> {
  const place = free.pop() ?? (await makePlace());
  await place.clear();
  return place;
}

afterAll(async () => {
  await Promise.all(places.map((place) => place.remove()));
});

/** What a test stands on, with the address of its database and further stores on it. */
export type PostgresStage = StoreStage & {
  url: string;
  /** Reads, or changes, past the store. */
  query(sql: string): Promise<Record<string, unknown>[]>;
  /** Another store on the same database, as another process has it. Closed when the test is over. */
  another(options?: PostgresOptions): Promise<AccountStore>;
};

/** Declares a test on an empty database. */
export function testOnPostgres(name: string, body: (stage: PostgresStage) => Promise<void>): void {
  let url = '';
  const open = async (): Promise<OpenedPostgresStore> => {
    const opened = await openPostgresStore();
    url = opened.url;
    return opened;
  };
  testOnStore(open)(name, async (stage) => {
    const others: AccountStore[] = [];
    try {
      await body({
        ...stage,
        url,
        query: (sql) => queryPostgres(url, `set search_path = selvedge; ${sql}`),
        async another(options) {
          const store = await createPostgresStore({ connectionString: url, ...options });
          others.push(store);
          return store;
        },
      });
    } finally {
      await Promise.all(others.map((store) => store.close()));
    }
  });
}
