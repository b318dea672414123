import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL server whose user may make databases; only in the project `postgres`. */
    postgresUrl?: string;
  }
}

/** Before all files of the project: starts a server, or takes the one that TEST_POSTGRES_URL names. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env['TEST_POSTGRES_URL'];
  if (given !== undefined && given !== '') {
    project.provide('postgresUrl', given);
    return undefined;
  }
  const server = await startPostgres({ max_connections: '300' });
  project.provide('postgresUrl', server.url);
  return () => server.remove();
}
