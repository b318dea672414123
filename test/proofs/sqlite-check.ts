import { DatabaseSync } from 'node:sqlite';

/** Rows of a database that contradict each other, by what is wrong with them; all counts are 0 in a sound one. */
export function checkSqlite(file: string): Record<string, number> {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const count = (sql: string): number =>
      Number(Object.values(database.prepare(sql).get() ?? {})[0] ?? 0);
    const integrity = Object.values(database.prepare('PRAGMA integrity_check').get() ?? {})[0];
    return {
      'integrity check failed': integrity === 'ok' ? 0 : 1,
      'rows without their account': database.prepare('PRAGMA foreign_key_check').all().length,
      'changes without entry': count(
        `select count(*) from email_changes c where not exists (
           select 1 from audit a where a.account_id = c.account_id
             and a.event = 'email_change_requested' and a.at = c.requested_at)`,
      ),
      'accounts without one address': count(
        `select count(*) from accounts a where
           (select count(*) from email_addresses e where e.account_id = a.id and e.kept_until is null) <> 1`,
      ),
    };
  } finally {
    database.close();
  }
}
