export { migrate } from './server/sql/migrate.ts';
export type { MigratableDatabase } from './server/sql/migrate.ts';
export { createSqliteStore } from './server/sql/store.ts';
export type { SqliteOptions } from './server/sql/sqlite-open.ts';
