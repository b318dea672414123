import { DatabaseSync } from 'node:sqlite';
import { createMemoryStore } from 'selvedge/memory';
import { createPostgresStore, createSqliteStore } from 'selvedge/sql';
import { inject } from 'vitest';
import type { AccountStore } from '../../../src/server/ports/account-store.ts';
import { makeFolder, tableNames } from '../../store/sql-database.ts';
import { openPostgresStore } from '../../support/postgres-stores.ts';
import type { OpenedStore } from '../rule-stores.ts';

/** A store that can be closed and opened again in the middle of a story. */
export interface StoryStore extends OpenedStore {
  restart(): Promise<void>;
}

/** Where many stories are told, one after the other, each on an empty store. */
export interface StoryPlace {
  open(): Promise<StoryStore>;
  remove(): Promise<void>;
}

/** The store that is open now, whichever that is. */
function whichever(current: () => AccountStore): AccountStore {
  // A store is its methods, and nothing else.
  return new Proxy({} as AccountStore, {
    get: (_, name) => Reflect.get(current(), name) as unknown,
  });
}

/** Keeps nothing that a restart could find: there it does nothing. */
function inMemory(): StoryPlace {
  return {
    async open() {
      const store = createMemoryStore();
      return {
        store,
        dump: async () => store.dump(),
        restart: async () => {},
        close: () => store.close(),
      };
    },
    remove: async () => {},
  };
}

/** One file for all stories; a second connection empties it and looks past the store. */
function onFile(): StoryPlace {
  const { file, remove } = makeFolder();
  let store = createSqliteStore({ file });
  const tables = tableNames(file).filter((table) => table !== 'schema_migrations');
  const beside = new DatabaseSync(file);
  beside.exec('PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF');
  const selects = tables.map((table) => ({
    table,
    rows: beside.prepare(`SELECT * FROM ${table}`),
  }));
  const emptying = tables.map((table) => `DELETE FROM ${table};`).join('');
  return {
    async open() {
      beside.exec(`BEGIN IMMEDIATE; ${emptying} COMMIT`);
      return {
        store: whichever(() => store),
        dump: async () =>
          selects
            .flatMap(({ table, rows }) =>
              rows.all().map((row) => `${table} ${JSON.stringify(row)}`),
            )
            .join('\n'),
        async restart() {
          await store.close();
          store = createSqliteStore({ file });
        },
        close: async () => {},
      };
    },
    async remove() {
      beside.close();
      await store.close();
      remove();
    },
  };
}

/** One database for all stories. */
function onServer(): StoryPlace {
  let store: AccountStore | null = null;
  return {
    async open() {
      const { url, dump, close } = await openPostgresStore();
      const start = (): Promise<AccountStore> =>
        createPostgresStore({ connectionString: url, connectTimeoutMilliseconds: 20_000 });
      let running = (store ??= await start());
      return {
        store: whichever(() => running),
        dump,
        async restart() {
          await running.close();
          running = store = await start();
        },
        close,
      };
    },
    remove: async () => store?.close(),
  };
}

/** The stores that the stories are told on: in the project `postgres` that one, elsewhere the others. */
export const storyPlaces: Readonly<Record<string, () => StoryPlace>> =
  inject('postgresUrl') === undefined
    ? { memory: inMemory, SQLite: onFile }
    : { PostgreSQL: onServer };
