/** One step of the schema. Forward only; never edited once it has been released. */
export interface Migration {
  /** Counts from 1, without gaps. */
  number: number;
  name: string;
  /** Statements for SQLite, run in one transaction. */
  sqlite: string;
}
