import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { CompiledStatement, Statement, Value } from './statement.ts';
import { compileForSqlite, statements } from './statement.ts';
import { orUnavailable } from './sqlite-errors.ts';
import { createTurns } from './sqlite-turns.ts';
import type { Engine, Settled, Step, Transaction } from './transaction.ts';
import { Refusal } from './transaction.ts';

function valuesOf(slots: CompiledStatement['slots'], args: unknown): Value[] {
  const named = args as Readonly<Record<string, Value>>;
  return slots.map((slot) => ('name' in slot ? (named[slot.name] as Value) : slot.constant));
}

/** Runs statements and transactions on a connection that is open and migrated. All statements are prepared here. */
export function createSqliteEngine(database: DatabaseSync): Engine {
  const prepared: { statement: StatementSync; slots: CompiledStatement['slots'] }[] = [];
  for (const one of statements) {
    const { sql, slots } = compileForSqlite(one);
    prepared[one.index] = { statement: database.prepare(sql), slots };
  }
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  const rollback = database.prepare('ROLLBACK');
  const turns = createTurns();

  function execute(index: number, args: unknown, rows: Step['rows']): unknown {
    const found = prepared[index];
    if (found === undefined) throw new Error('selvedge: a statement was declared after the start.');
    const values = valuesOf(found.slots, args);
    if (rows === 'one') return found.statement.get(...values);
    if (rows === 'all') return found.statement.all(...values);
    return found.statement.run(...values);
  }

  function runSteps<Result>(steps: Transaction<Result>): Result {
    let next = steps.next();
    while (next.done !== true) {
      const { statement, args, rows } = next.value;
      next = steps.next(execute(statement.index, args, rows));
    }
    return next.value;
  }

  function runWhole<Result>(transaction: Transaction<Result>): Settled<Result> {
    begin.run();
    try {
      const result = runSteps(transaction);
      if (result instanceof Refusal) {
        rollback.run();
        return result.outcome as Settled<Result>;
      }
      commit.run();
      return result as Settled<Result>;
    } catch (error) {
      // A full disk, for one, makes SQLite roll back by itself.
      if (database.isTransaction) rollback.run();
      throw error;
    }
  }

  return {
    // `async`, so that what is thrown is a rejection.
    async findOne<Args, Row>({ index }: Statement<Args, Row>, args: Args) {
      return orUnavailable(() => execute(index, args, 'one') as Row | undefined);
    },
    async findAll<Args, Row>({ index }: Statement<Args, Row>, args: Args) {
      return orUnavailable(() => execute(index, args, 'all') as Row[]);
    },
    async read(steps) {
      return orUnavailable(() => runSteps(steps));
    },
    write: (make) => turns.run(() => orUnavailable(() => runWhole(make()))),
    execute: <Args, Row>({ index }: Statement<Args, Row>, args: Args) =>
      turns.run(() => orUnavailable(() => execute(index, args, 'all') as Row[])),
    async close() {
      turns.finish();
      if (database.isOpen) database.close();
    },
  };
}
