import type { Pool, PoolClient } from 'pg';
import { QueryFailure } from './postgres-errors.ts';
import { createLanes } from './postgres-lanes.ts';
import { createLender } from './postgres-lender.ts';
import type { PostgresOptions } from './postgres-options.ts';
import { connectTimeoutOf, lockPatienceOf, maxConnectionsOf } from './postgres-options.ts';
import {
  prepareQueries,
  runStatement,
  runSteps,
  runTransaction,
  send,
} from './postgres-pipeline.ts';
import { persist } from './postgres-retry.ts';
import type { Statement } from './statement.ts';
import type { Engine } from './transaction.ts';

/** Takes back what a transaction did that went wrong; throws where only the end of the connection does. */
async function rolledBack<Result>(client: PoolClient, work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof QueryFailure) || error.isConnectionGood) await send(client, 'ROLLBACK');
    throw error;
  }
}

/** Runs statements and transactions on a pool whose database is migrated. All statements are compiled here. */
export function createPostgresEngine(pool: Pool, options: PostgresOptions): Engine {
  const makeQuery = prepareQueries();
  const lend = createLender(pool, options);
  // Two connections are left for those who only look.
  const lanes = createLanes(Math.max(1, maxConnectionsOf(options) - 2), connectTimeoutOf(options));
  const alone = { lockPatience: lockPatienceOf(options) };
  const among = { ...alone, onTrouble: lanes.narrow };
  let closing: Promise<void> | undefined;

  async function look<Args, Row>({ index }: Statement<Args, Row>, args: Args): Promise<Row[]> {
    const query = makeQuery(index, args);
    const run = (client: PoolClient) => persist(alone, () => send(client, query));
    return (await lend(run)).rows as Row[];
  }

  return {
    findOne: async (statement, args) => (await look(statement, args))[0],
    findAll: look,
    read: (steps) => lend((client) => runSteps(client, steps, makeQuery)),
    async execute<Args, Row>({ index }: Statement<Args, Row>, args: Args) {
      const query = makeQuery(index, args);
      const run = (client: PoolClient) =>
        persist(alone, () => rolledBack(client, runStatement(client, query)));
      return (await lend(run)).rows as Row[];
    },
    write: (make) =>
      lanes.run(() =>
        lend((client) =>
          persist(among, () => rolledBack(client, runTransaction(client, make(), makeQuery))),
        ),
      ),
    close: () => (closing ??= pool.end()),
  };
}
