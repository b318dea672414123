import { createMemoryStore } from 'selvedge/memory';
import { createSqliteStore } from 'selvedge/sql';
import { inject } from 'vitest';
import type { AccountStore } from '../../src/server/ports/account-store.ts';
import { dumpDatabase, makeFolder } from '../store/sql-database.ts';
import { openPostgresStore } from '../support/postgres-stores.ts';

/** A store for one test. */
export interface OpenedStore {
  store: AccountStore;
  /** Everything that is stored, as text. */
  dump: () => Promise<string>;
  close: () => Promise<void>;
}

interface RuleStore {
  name: string;
  open: () => Promise<OpenedStore>;
}

const inOneProcess: readonly RuleStore[] = [
  {
    name: 'memory',
    async open() {
      const store = createMemoryStore();
      return { store, dump: async () => store.dump(), close: () => store.close() };
    },
  },
  {
    name: 'SQLite',
    async open() {
      const { file, remove } = makeFolder();
      const store = createSqliteStore({ file });
      return {
        store,
        dump: async () => dumpDatabase(file),
        async close() {
          await store.close();
          remove();
        },
      };
    },
  },
];

const onServer: readonly RuleStore[] = [{ name: 'PostgreSQL', open: openPostgresStore }];

const here = process.env['TEST_QUICK'] === '1' ? inOneProcess.slice(0, 1) : inOneProcess;

/**
 * The stores that every rule is proved on: in the project `postgres` that one, elsewhere the others; memory alone for
 * `npm run test:quick`.
 */
export const stores: readonly RuleStore[] = inject('postgresUrl') === undefined ? here : onServer;
