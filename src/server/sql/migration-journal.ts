import { createHash } from 'node:crypto';
import type { Migration } from './migrations/migration.ts';

/** One row of the journal: a migration that ran on this database. */
export interface RanMigration {
  number: number;
  name: string;
  checksum: string;
}

/** SHA-256 of a migration's statements for one kind of database, hex. */
export const checksumOf = (statements: string): string =>
  createHash('sha256').update(statements).digest('hex');

/** As `migrate` answers it: `001-accounts`. */
export const fullName = ({ number, name }: Pick<Migration, 'number' | 'name'>): string =>
  `${String(number).padStart(3, '0')}-${name}`;

/** Throws a sentence unless what ran is what this version would have run. */
export function checkRan(
  ran: readonly RanMigration[],
  known: readonly Migration[],
  kind: 'sqlite' | 'postgres',
): void {
  for (const { number, name, checksum } of ran) {
    const migration = known.find((one) => one.number === number);
    if (migration === undefined) {
      throw new Error(
        `selvedge: the database is newer than this version of the package: migration ${number} (${name}) is not known here. Update the package, or restore an older database.`,
      );
    }
    if (checksumOf(migration[kind]) !== checksum) {
      throw new Error(
        `selvedge: migration ${number} (${name}) ran on this database with other statements than this version has. The schema cannot be trusted; restore the database, or the package that made it.`,
      );
    }
  }
}
