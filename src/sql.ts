export { migrate } from './server/sql/migrate.ts';
export type { MigratableDatabase } from './server/sql/migrate.ts';
export { migratePostgres } from './server/sql/postgres-migrate.ts';
export type { PostgresOptions, PostgresTls } from './server/sql/postgres-options.ts';
export { createPostgresStore } from './server/sql/postgres-store.ts';
export { createSqliteStore } from './server/sql/store.ts';
export type { SqliteOptions } from './server/sql/sqlite-open.ts';
