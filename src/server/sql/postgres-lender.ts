import type { Pool, PoolClient } from 'pg';
import { AccountError } from '../../contract/account-error.ts';
import { explainFailure, QueryFailure } from './postgres-errors.ts';
import { createLanes } from './postgres-lanes.ts';
import type { PostgresOptions } from './postgres-options.ts';
import { connectTimeoutOf, maxConnectionsOf } from './postgres-options.ts';

/** Lends a connection to work that needs one, and takes it back. */
export type Lend = <Result>(work: (client: PoolClient) => Promise<Result>) => Promise<Result>;

async function borrow(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw new AccountError('unavailable', { cause: error });
  }
}

/** One that is lost, or still in a transaction, goes nowhere near the next borrower. */
async function lendOnce<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await borrow(pool);
  let isGood = false;
  try {
    const result = await work(client);
    isGood = true;
    return result;
  } catch (error) {
    isGood = !(error instanceof QueryFailure) || error.isConnectionGood;
    throw error;
  } finally {
    client.release(!isGood);
  }
}

/**
 * Lends the connections of a pool, first come, first served. Who waits is refused with `unavailable` when none comes
 * back for as long as a new one may take: not for being one of many.
 */
export function createLender(pool: Pool, options: PostgresOptions): Lend {
  const lanes = createLanes(maxConnectionsOf(options), connectTimeoutOf(options));
  return (work) =>
    lanes.run(async () => {
      for (let tries = 1; ; tries += 1) {
        try {
          return await lendOnce(pool, work);
        } catch (error) {
          // A connection that died while it lay idle shows it now; the next one is as good as it is new.
          const isInVain = error instanceof QueryFailure && error.isInVain;
          if (!isInVain || tries > 1) throw explainFailure(error);
        }
      }
    });
}
