import type { ClientBase, QueryConfig } from 'pg';
import { AccountError } from '../../contract/account-error.ts';
import { QueryFailure } from './postgres-errors.ts';
import type { CompiledStatement, Value } from './statement.ts';
import { compileForPostgres, statements } from './statement.ts';
import type { Settled, Step, Transaction } from './transaction.ts';
import { Refusal } from './transaction.ts';

interface Prepared {
  name: string;
  text: string;
  slots: CompiledStatement['slots'];
}

/** Makes the query for a statement and its values. */
export type MakeQuery = (index: number, args: unknown) => QueryConfig;

function valueOf(value: Value | undefined): Value {
  // The driver would make NULL of it.
  if (value === undefined) throw new TypeError('selvedge: a statement lacks one of its values.');
  // PostgreSQL cannot hold this character, and the contract lets none through.
  if (typeof value === 'string' && value.includes('\0')) throw new AccountError('unreadable');
  return value;
}

/** The one column of a row that comes as a whole. */
const whole = 'selvedge_row';

/**
 * A query whose rows come as JSON, each as one value: the driver's work is by the column, and an account has thirty
 * (measured: a third less of the processor for it, and no more for the server's).
 */
function asWhole(sql: string): string {
  return sql.startsWith('select ')
    ? `select row_to_json(${whole}) as ${whole} from (${sql}) as ${whole}`
    : sql;
}

/** Compiles every statement once. A connection prepares one when it first runs it, and knows it by its name then. */
export function prepareQueries(): MakeQuery {
  const prepared: Prepared[] = [];
  for (const one of statements) {
    const { sql, slots } = compileForPostgres(one);
    prepared[one.index] = { name: `selvedge_${one.index}`, text: asWhole(sql), slots };
  }
  return (index, args) => {
    const found = prepared[index];
    if (found === undefined) throw new Error('selvedge: a statement was declared after the start.');
    const named = args as Readonly<Record<string, Value | undefined>>;
    const { name, text, slots } = found;
    const values = slots.map((slot) => valueOf('name' in slot ? named[slot.name] : slot.constant));
    return { name, text, values };
  };
}

/** What came back for one query. */
export interface Answer {
  rows: unknown[];
  /** The first word of what was done: `COMMIT`. */
  command: string;
}

/** Sends one query. Throws a `QueryFailure`. */
export async function send(client: ClientBase, query: QueryConfig | string): Promise<Answer> {
  try {
    const { rows, command, fields } = await client.query<Record<string, unknown>>(query);
    const isWhole = fields[0]?.name === whole;
    return { rows: isWhole ? rows.map((row) => row[whole]) : rows, command };
  } catch (error) {
    throw new QueryFailure(error);
  }
}

const ignore = (): void => undefined;

/**
 * The queries of one transaction on their way. They are answered in their order, so the first that fails is the one
 * that went wrong: PostgreSQL refuses everything after it, COMMIT included.
 */
class Pipeline {
  readonly #client: ClientBase;
  #waiting: Promise<unknown>[] = [];

  constructor(client: ClientBase) {
    this.#client = client;
  }

  /** Sends a query without waiting. */
  send(query: QueryConfig | string): Promise<Answer> {
    const answer = send(this.#client, query);
    // Seen by whoever waits next; until then it must not count as unhandled.
    answer.catch(ignore);
    this.#waiting.push(answer);
    return answer;
  }

  /** Ends the transaction; what fails from now on may have happened. */
  async commit(): Promise<void> {
    try {
      const { command } = await this.ask('COMMIT');
      if (command !== 'COMMIT') throw new Error(`selvedge: COMMIT was answered by ${command}.`);
    } catch (error) {
      if (error instanceof QueryFailure) error.isAfterCommit = true;
      throw error;
    }
  }

  /** Sends a query; answers when it and everything before it went well. */
  async ask(query: QueryConfig | string): Promise<Answer> {
    const answer = this.send(query);
    const waiting = this.#waiting;
    this.#waiting = [];
    await Promise.all(waiting);
    return answer;
  }
}

function answerOf(rows: unknown[], kind: Step['rows']): unknown {
  return kind === 'one' ? rows[0] : rows;
}

/** Runs statements one after the other, without a transaction. */
export async function runSteps<Result>(
  client: ClientBase,
  steps: Transaction<Result>,
  makeQuery: MakeQuery,
): Promise<Result> {
  let next = steps.next();
  while (next.done !== true) {
    const { statement, args, rows } = next.value;
    const answer = await send(client, makeQuery(statement.index, args));
    next = steps.next(answerOf(answer.rows, rows));
  }
  return next.value;
}

/** Runs one statement as a transaction of its own. One round trip. */
export async function runStatement(client: ClientBase, query: QueryConfig): Promise<Answer> {
  const pipeline = new Pipeline(client);
  void pipeline.send('BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE');
  const answer = pipeline.send(query);
  await pipeline.commit();
  return answer;
}

/**
 * Runs a transaction in as few round trips as it has looks: BEGIN goes with the first statement, a statement whose
 * rows do not matter with the next one that does, or with COMMIT. Throws what went wrong; then the caller rolls back.
 */
export async function runTransaction<Result>(
  client: ClientBase,
  transaction: Transaction<Result>,
  makeQuery: MakeQuery,
): Promise<Settled<Result>> {
  const pipeline = new Pipeline(client);
  // Should BEGIN itself fail, what was sent behind it fails, too: outside of it these connections only read.
  void pipeline.send('BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE');
  let next = transaction.next();
  while (next.done !== true) {
    const { statement, args, rows } = next.value;
    const query = makeQuery(statement.index, args);
    if (rows === 'none') {
      void pipeline.send(query);
      next = transaction.next(undefined);
    } else {
      next = transaction.next(answerOf((await pipeline.ask(query)).rows, rows));
    }
  }
  if (next.value instanceof Refusal) {
    await pipeline.ask('ROLLBACK');
    return next.value.outcome as Settled<Result>;
  }
  await pipeline.commit();
  return next.value as Settled<Result>;
}
