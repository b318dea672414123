import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';

type Json = RawBuilder<string>;
/** A column by its name, or an expression. */
type Content = string | Json;

/** The few pieces of SQL that the kinds of database write in different ways. */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres';
  /** An object as JSON text; the name of a column stands for its value. */
  jsonObject(members: Readonly<Record<string, Content>>): Json;
  /** What a query finds, gathered as a JSON list in the order of a column; `[]` when it finds nothing. */
  jsonList(element: Json, orderBy: string): Json;
  /** A column that holds JSON, to be put into other JSON as what it is and not as a text. */
  json(column: string): Json;
}

const contentOf = (content: Content): RawBuilder<unknown> =>
  typeof content === 'string' ? sql.ref(content) : content;

function listOf(members: Readonly<Record<string, Content>>): RawBuilder<unknown> {
  return sql.join(
    Object.entries(members).flatMap(([key, content]) => [sql.lit(key), contentOf(content)]),
  );
}

/** As SQLite writes it. */
export const sqliteDialect: Dialect = {
  name: 'sqlite',
  jsonObject: (members) => sql`json_object(${listOf(members)})`,
  jsonList: (element, orderBy) => sql`json_group_array(${element} order by ${sql.ref(orderBy)})`,
  json: (column) => sql`json(${sql.ref(column)})`,
};

/** As PostgreSQL writes it. */
export const postgresDialect: Dialect = {
  name: 'postgres',
  jsonObject: (members) => sql`json_build_object(${listOf(members)})`,
  jsonList: (element, orderBy) =>
    sql`coalesce(json_agg(${element} order by ${sql.ref(orderBy)}), '[]')`,
  json: (column) => sql`${sql.ref(column)}::json`,
};
