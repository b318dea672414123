/** One step of the schema. Forward only; never edited once it has been released. */
export interface Migration {
  /** Counts from 1, without gaps. */
  number: number;
  name: string;
  /** Statements for SQLite, run in one transaction. */
  sqlite: string;
  /** Statements for PostgreSQL that make the same tables, run in one transaction. */
  postgres: string;
}

/** The type of every text on PostgreSQL: compared byte by byte, as SQLite does, whatever the database's language. */
export const text = 'TEXT COLLATE "C"';
