import type { Pool, PoolClient } from 'pg';
import type { PostgresOptions } from './postgres-options.ts';
import { poolConfig } from './postgres-pool-config.ts';
import { prepareConnection } from './postgres-settings.ts';

type Driver = typeof import('pg').default;

async function loadDriver(): Promise<Driver> {
  try {
    return (await import('pg')).default;
  } catch (error) {
    throw new Error('selvedge: PostgreSQL needs the package pg: npm install pg', { cause: error });
  }
}

const ignore = (): void => undefined;

/** Makes a pool that connects when it is first used, and whose connections are durable and set up. */
export async function makePool(options: PostgresOptions): Promise<Pool> {
  const driver = await loadDriver();
  const config = poolConfig(options, (place) => new driver.Client(place).host);
  const pool = new driver.Pool({
    ...config,
    onConnect: (client) => prepareConnection(client, options),
  });
  // A connection that is lost while nobody waits for it would else end the process.
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  return pool;
}

/** Borrows the first connection, so that what is wrong with the server is told at the start and in a sentence. */
export async function connectFirst(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('selvedge:')) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`selvedge: no connection to PostgreSQL: ${why}`, { cause: error });
  }
}
