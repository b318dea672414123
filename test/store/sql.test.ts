import { createSqliteStore } from '../../src/server/sql/store.ts';
import { describeStore } from '../../src/testing/describe-store.ts';
import { dumpDatabase, makeFolder } from './sql-database.ts';

describeStore('SQLite store', {
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
});
