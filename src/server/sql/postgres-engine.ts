import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { QueryFailure } from './postgres-errors.ts';
import { createLanes } from './postgres-lanes.ts';
import { createLender } from './postgres-lender.ts';
import type { PostgresOptions } from './postgres-options.ts';
import { connectTimeoutOf, maxConnectionsOf } from './postgres-options.ts';
import {
  prepareQueries,
  runStatement,
  runSteps,
  runTransaction,
  send,
} from './postgres-pipeline.ts';
import type { Statement } from './statement.ts';
import type { Engine } from './transaction.ts';

/** How often at most a transaction is run that others come in the way of. */
const mostTries = 40;
/** How often one that breaks a constraint: where it is no race, it does so every time. */
const mostViolations = 3;
const longestPauseMilliseconds = 60;

/** Longer each time, and never the same for two, or they would meet again. */
function pauseAfter(tries: number): Promise<void> {
  return sleep(Math.random() * Math.min(longestPauseMilliseconds, 2 ** tries));
}

/** Runs it until it goes well, or goes wrong for a reason that another try does not take away. */
async function persist<Result>(
  attempt: () => Promise<Result>,
  onConflict?: () => void,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      const again = error instanceof QueryFailure ? error.again : null;
      const most = again === 'conflict' ? mostTries : mostViolations;
      if (again === 'conflict') onConflict?.();
      if (again === null || tries >= most) throw error;
    }
    await pauseAfter(tries);
  }
}

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
  let closing: Promise<void> | undefined;

  async function look<Args, Row>({ index }: Statement<Args, Row>, args: Args): Promise<Row[]> {
    const query = makeQuery(index, args);
    return (await lend((client) => send(client, query))).rows as Row[];
  }

  return {
    findOne: async (statement, args) => (await look(statement, args))[0],
    findAll: look,
    read: (steps) => lend((client) => runSteps(client, steps, makeQuery)),
    async execute<Args, Row>({ index }: Statement<Args, Row>, args: Args) {
      const query = makeQuery(index, args);
      const run = (client: PoolClient) =>
        persist(() => rolledBack(client, runStatement(client, query)));
      return (await lend(run)).rows as Row[];
    },
    write: (make) =>
      lanes.run(() =>
        lend((client) =>
          persist(
            () => rolledBack(client, runTransaction(client, make(), makeQuery)),
            lanes.narrow,
          ),
        ),
      ),
    close: () => (closing ??= pool.end()),
  };
}
