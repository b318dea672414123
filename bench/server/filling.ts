import { accountCount, sessionCount } from './contender-args.ts';
import { hashToken, type KnownSession, mintToken, person } from './people.ts';

/** Runs one statement of a filling. SQLite and PostgreSQL are given the same texts. */
export type RunSql = (sql: string) => Promise<unknown>;

/** `number` counts the people in a `SELECT` that follows: `INSERT INTO … ${numbers} SELECT … FROM numbers`. */
export const numbers = `WITH RECURSIVE numbers (number) AS (
  SELECT 0 UNION ALL SELECT number + 1 FROM numbers WHERE number < ${accountCount - 1}
)`;

/** `person` as columns of `numbers`: address, name, username. */
export const personColumns = `'person-' || number || '@example.com', 'Person ' || number, 'person' || number`;

/** A text as long as a digest, for what nobody asks for. */
export const anyDigest = `substr(gen_random_uuid() || '-' || gen_random_uuid(), 1, 43)`;

/** Numbers of the people whose sessions the load uses, spread over all of them. */
export const signedInNumbers: readonly number[] = Array.from({ length: sessionCount }, (_, index) =>
  Math.floor((index * accountCount) / sessionCount),
);

/**
 * Gives the signed-in people's sessions a token that the load knows.
 *
 * @param sessions table and column: `UPDATE <table> SET <digest> …`; both tables name the account `account_id`
 * @param accounts table with the columns `id` and `username`
 */
export async function signIn(
  run: RunSql,
  sessions: { table: string; digest: string },
  accounts: string,
): Promise<KnownSession[]> {
  const known: KnownSession[] = [];
  const rows: string[] = [];
  for (const number of signedInNumbers) {
    const { email, username } = person(number);
    const token = mintToken();
    rows.push(`('${hashToken(token)}', '${username}')`);
    known.push({ cookie: `selvedge-session=${token}`, expectRead: email, expectWrite: email });
  }
  const { table, digest } = sessions;
  await run(`UPDATE ${table} SET ${digest} = signed_in.column1
    FROM (VALUES ${rows.join(', ')}) AS signed_in, ${accounts} AS account
    WHERE account.username = signed_in.column2 AND ${table}.account_id = account.id`);
  return known;
}
