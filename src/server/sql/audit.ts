import { sql } from 'kysely';
import type { Effects } from '../ports/account-store.ts';
import type { AuditPosition, AuditRecord, SessionListStore } from '../ports/session-store.ts';
import { isAccountThere } from './account-rows.ts';
import { admit, record } from './effects.ts';
import type { Param } from './statement.ts';
import { statement } from './statement.ts';
import type { AuditTable } from './tables.ts';
import type { Engine } from './transaction.ts';
import { refuse } from './transaction.ts';

/** Instants compare as text, and this is after all of them. */
const afterEverything: AuditPosition = { at: '~', id: '' };

const findPage = statement(
  (db, param: Param<AuditPosition & { accountId: string; most: number }>) =>
    db
      .selectFrom('audit')
      .selectAll()
      .where('account_id', '=', param('accountId'))
      // Compared as a pair, so that the primary key finds where the page begins.
      .where(sql<boolean>`(${sql.ref('at')}, ${sql.ref('id')}) < (${param('at')}, ${param('id')})`)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(param('most')),
);

const findEntry = statement((db, param: Param<{ accountId: string; id: string }>) =>
  db
    .selectFrom('audit')
    .selectAll()
    .where('account_id', '=', param('accountId'))
    .where('id', '=', param('id')),
);

function recordFromRow(row: AuditTable): AuditRecord {
  const { id, at, event, session_id: sessionId, browser, system, place } = row;
  const details = JSON.parse(row.details) as Record<string, string>;
  return { id, at, event, sessionId, details, from: { browser, system, place } };
}

function* recordEvent({ accountId }: { accountId: string }, effects: Effects) {
  const refused = yield* admit(effects);
  if (refused !== null) return refused;
  if (!(yield* isAccountThere(accountId))) return refuse({ kind: 'gone' });
  yield* record(accountId, effects);
  return { kind: 'done' as const };
}

/** The security log as it is read, and events that change nothing else. */
export function createAuditStore(
  engine: Engine,
): Pick<SessionListStore, 'findAudit' | 'findAuditEntry' | 'recordEvent'> {
  return {
    async findAudit(accountId, before, most) {
      const { at, id } = before ?? afterEverything;
      const rows = await engine.findAll(findPage, { accountId, at, id, most });
      return rows.map(recordFromRow);
    },
    async findAuditEntry(accountId, id) {
      const row = await engine.findOne(findEntry, { accountId, id });
      return row === undefined ? null : recordFromRow(row);
    },
    recordEvent: (change, effects) => engine.write(() => recordEvent(change, effects)),
  };
}
