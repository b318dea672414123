import { createMemoryStore } from 'selvedge/memory';
import { createSqliteStore } from 'selvedge/sql';
import type { AccountStore } from '../../src/server/ports/account-store.ts';
import { dumpDatabase, makeFolder } from '../store/sql-database.ts';

/** A store for one test. */
export interface OpenedStore {
  store: AccountStore;
  /** Everything that is stored, as text. */
  dump: () => string;
  close: () => Promise<void>;
}

/** The stores that every rule is proved on. */
export const stores: readonly { name: string; open: () => OpenedStore }[] = [
  {
    name: 'memory',
    open() {
      const store = createMemoryStore();
      return { store, dump: () => store.dump(), close: () => store.close() };
    },
  },
  {
    name: 'SQLite',
    open() {
      const { file, remove } = makeFolder();
      const store = createSqliteStore({ file });
      return {
        store,
        dump: () => dumpDatabase(file),
        async close() {
          await store.close();
          remove();
        },
      };
    },
  },
];
