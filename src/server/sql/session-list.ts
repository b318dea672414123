import type { Effects, Instant, SessionRecord } from '../ports/account-store.ts';
import type { SessionListStore } from '../ports/session-store.ts';
import { done, isAccountThere, markChanged } from './account-rows.ts';
import { admit, record } from './effects.ts';
import { endEverythingBegun } from './security-endings.ts';
import type { Param } from './statement.ts';
import { statement } from './statement.ts';
import type { SessionsTable } from './tables.ts';
import type { Engine } from './transaction.ts';
import { one, refuse } from './transaction.ts';

const findActive = statement(
  (db, param: Param<{ accountId: string; at: Instant; activeSince: Instant }>) =>
    db
      .selectFrom('sessions')
      .selectAll()
      .where('account_id', '=', param('accountId'))
      .where('expires_at', '>', param('at'))
      .where('last_active_at', '>', param('activeSince'))
      .orderBy('last_active_at', 'desc')
      .orderBy('authenticated_at', 'desc')
      .orderBy('id'),
);

const deleteById = statement((db, param: Param<{ accountId: string; id: string }>) =>
  db
    .deleteFrom('sessions')
    .where('id', '=', param('id'))
    .where('account_id', '=', param('accountId'))
    .returning('id'),
);

function sessionFromRow(row: SessionsTable): SessionRecord {
  const { browser, system, place } = row;
  return {
    id: row.id,
    tokenDigest: row.token_digest,
    accountId: row.account_id,
    authenticatedAt: row.authenticated_at,
    methods: JSON.parse(row.methods) as string[],
    from: { browser, system, place },
    lastActiveAt: row.last_active_at,
    expiresAt: row.expires_at,
  };
}

function* endSessionById({ accountId, id }: { accountId: string; id: string }, effects: Effects) {
  const refused = yield* admit(effects);
  if (refused !== null) return refused;
  if (!(yield* isAccountThere(accountId))) return refuse({ kind: 'gone' });
  const ended = yield* one(deleteById, { accountId, id });
  if (ended === undefined) return refuse({ kind: 'not_found' });
  yield* record(accountId, effects);
  return yield* done(accountId, effects.at);
}

function* endOtherSessions(
  { accountId, keep }: { accountId: string; keep: string },
  effects: Effects,
) {
  const refused = yield* admit(effects);
  if (refused !== null) return refused;
  if (!(yield* isAccountThere(accountId))) return refuse({ kind: 'gone' });
  yield* endEverythingBegun(accountId, keep, effects.at);
  yield* markChanged(accountId);
  yield* record(accountId, effects);
  return yield* done(accountId, effects.at);
}

/** Sessions as the person sees them. */
export function createSessionListStore(
  engine: Engine,
): Pick<SessionListStore, 'findSessions' | 'endSessionById' | 'endOtherSessions'> {
  return {
    async findSessions(accountId, at, activeSince) {
      const rows = await engine.findAll(findActive, { accountId, at, activeSince });
      return rows.map(sessionFromRow);
    },
    endSessionById: (change, effects) => engine.write(() => endSessionById(change, effects)),
    endOtherSessions: (change, effects) => engine.write(() => endOtherSessions(change, effects)),
  };
}
