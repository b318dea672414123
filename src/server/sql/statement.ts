import type { CompiledQuery } from 'kysely';
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Dialect } from './dialect.ts';
import { postgresDialect, sqliteDialect } from './dialect.ts';
import type { Tables } from './tables.ts';

/** What a parameter can hold. There are no booleans: a flag is 0 or 1. */
export type Value = string | number | null;

/** Stands in a query for a value that is given when the query runs. */
export type Param<Args> = <Name extends keyof Args & string>(name: Name) => Args[Name];

/** Makes one query. Called once per kind of database, never per request. `dialect` writes what they spell apart. */
export type Build<Args, Row> = (
  database: Kysely<Tables>,
  param: Param<Args>,
  dialect: Dialect,
) => { compile(): CompiledQuery<Row> };

/** A query with named parameters, not bound to a connection. */
export interface Statement<Args, Row> {
  /** Its place in the list of all statements, so that an engine finds its prepared form in an array. */
  readonly index: number;
  readonly build: Build<Args, Row>;
}

/** SQL text with, for each place of a parameter in order, its name or a constant. */
export interface CompiledStatement {
  sql: string;
  slots: readonly Slot[];
}
/** One place in the list of parameters. */
export type Slot = { name: string } | { constant: Value };

class Marker {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

const registered: Statement<never, unknown>[] = [];

/**
 * Declares a query. Name the parameters by the type of the second argument:
 * `statement((db, param: Param<{ id: string }>) => db.deleteFrom('grants').where('id', '=', param('id')))`.
 */
export function statement<Args, Row>(build: Build<Args, Row>): Statement<Args, Row> {
  const made = { index: registered.length, build };
  registered.push(made);
  return made;
}

/** Every statement that was declared; an engine prepares them all when it opens. */
export const statements: readonly Statement<never, unknown>[] = registered;

interface Compiler {
  database: Kysely<Tables>;
  dialect: Dialect;
  compiled: CompiledStatement[];
}

const sqlite: Compiler = {
  database: new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (database) => new SqliteIntrospector(database),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  }),
  dialect: sqliteDialect,
  compiled: [],
};

const postgres: Compiler = {
  database: new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (database) => new PostgresIntrospector(database),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  }),
  dialect: postgresDialect,
  compiled: [],
};

function slotOf(parameter: unknown): Slot {
  return parameter instanceof Marker ? { name: parameter.name } : { constant: parameter as Value };
}

function compile(compiler: Compiler, one: Statement<never, unknown>): CompiledStatement {
  const known = compiler.compiled[one.index];
  if (known !== undefined) return known;
  // The marker goes through Kysely as the value that it stands for.
  const param = ((name: string) => new Marker(name)) as unknown as Param<never>;
  const { sql, parameters } = one.build(compiler.database, param, compiler.dialect).compile();
  return (compiler.compiled[one.index] = { sql, slots: parameters.map(slotOf) });
}

/** The query as SQLite reads it. Compiled the first time only. */
export const compileForSqlite = (one: Statement<never, unknown>): CompiledStatement =>
  compile(sqlite, one);

/** The query as PostgreSQL reads it. Compiled the first time only. */
export const compileForPostgres = (one: Statement<never, unknown>): CompiledStatement =>
  compile(postgres, one);
