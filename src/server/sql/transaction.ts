import type { Statement } from './statement.ts';

/** One statement to run, as a transaction asks its engine for it. */
export interface Step {
  statement: Statement<never, unknown>;
  args: unknown;
  /** `one`: the first row or undefined; `all`: every row; `none`: rows do not matter. */
  rows: 'one' | 'all' | 'none';
}

/**
 * A transaction: a generator that can wait for nothing but statements. SQLite runs it in one go, so that nothing of
 * the same process comes between; an engine with a network in between waits at each step.
 */
export type Transaction<Outcome> = Generator<Step, Outcome, unknown>;

/** An answer that takes back everything that the transaction did. */
export class Refusal<Outcome> {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    this.outcome = outcome;
  }
}

/** Ends a transaction with an answer and without a trace: `return refuse({ kind: 'gone' })`. */
export function refuse<const Outcome>(outcome: Outcome): Refusal<Outcome> {
  return new Refusal(outcome);
}

/** What comes out of a transaction, refused or not. */
export type Settled<Result> = Result extends Refusal<infer Outcome> ? Outcome : Result;

const step = (statement: unknown, args: unknown, rows: Step['rows']): Step => ({
  statement: statement as Statement<never, unknown>,
  args,
  rows,
});

/** Runs a statement; its first row, or undefined. */
export function* one<Args, Row>(
  statement: Statement<Args, Row>,
  args: Args,
): Transaction<Row | undefined> {
  return (yield step(statement, args, 'one')) as Row | undefined;
}

/** Runs a statement; all its rows. */
export function* all<Args, Row>(statement: Statement<Args, Row>, args: Args): Transaction<Row[]> {
  return (yield step(statement, args, 'all')) as Row[];
}

/** Runs a statement for what it does. */
export function* run<Args>(statement: Statement<Args, unknown>, args: Args): Transaction<void> {
  yield step(statement, args, 'none');
}

/** What runs statements against one database. */
export interface Engine {
  /** Runs one statement; its first row, or undefined. */
  findOne<Args, Row>(statement: Statement<Args, Row>, args: Args): Promise<Row | undefined>;
  /** Runs one statement; all its rows. */
  findAll<Args, Row>(statement: Statement<Args, Row>, args: Args): Promise<Row[]>;
  /** Runs statements that only look, one after the other, without a transaction. */
  read<Result>(steps: Transaction<Result>): Promise<Result>;
  /**
   * Runs a transaction: all of it, or, refused or thrown, nothing. An engine whose database refuses a transaction
   * because of another one makes it again and runs it from the start, so making it must have no effect. Throws
   * `unavailable` while others hold the lock.
   */
  write<Result>(make: () => Transaction<Result>): Promise<Settled<Result>>;
  /**
   * Runs one statement that writes, as a transaction of its own; all its rows. For a statement whose `where` is all
   * the guard that it needs: it costs one round trip and comes in nobody's way.
   */
  execute<Args, Row>(statement: Statement<Args, Row>, args: Args): Promise<Row[]>;
  close(): Promise<void>;
}
