import type { Origin } from '../../contract/sessions.ts';
import type {
  AccountRecord,
  AuditEntry,
  Effects,
  FlowStore,
  Instant,
  SessionEnding,
  SessionRecord,
} from '../ports/account-store.ts';
import type { AccountRow } from './account-rows.ts';
import { accountColumns, accountFromRow, isAccountThere } from './account-rows.ts';
import { admit, record, writeAudit } from './effects.ts';
import type { Param } from './statement.ts';
import { statement } from './statement.ts';
import type { Engine, Transaction } from './transaction.ts';
import { one, refuse, run } from './transaction.ts';

const findWithAccount = statement(
  (db, param: Param<{ tokenDigest: string; at: Instant }>, dialect) =>
    db
      .selectFrom('sessions')
      .innerJoin('accounts', 'accounts.id', 'sessions.account_id')
      .select(accountColumns(param('at'), dialect))
      .select([
        'sessions.id as session_id',
        'sessions.authenticated_at as session_authenticated_at',
        'sessions.methods as session_methods',
        'sessions.last_active_at as session_last_active_at',
        'sessions.expires_at as session_expires_at',
        'sessions.browser as session_browser',
        'sessions.system as session_system',
        'sessions.place as session_place',
      ])
      .where('sessions.token_digest', '=', param('tokenDigest'))
      .where('sessions.expires_at', '>', param('at')),
);

type InsertArgs = Omit<SessionRecord, 'methods' | 'from'> & Origin & { methods: string };

const insertSession = statement((db, param: Param<InsertArgs>) =>
  db.insertInto('sessions').values({
    id: param('id'),
    token_digest: param('tokenDigest'),
    account_id: param('accountId'),
    authenticated_at: param('authenticatedAt'),
    methods: param('methods'),
    last_active_at: param('lastActiveAt'),
    expires_at: param('expiresAt'),
    browser: param('browser'),
    system: param('system'),
    place: param('place'),
  }),
);

const deleteSession = statement((db, param: Param<{ tokenDigest: string }>) =>
  db
    .deleteFrom('sessions')
    .where('token_digest', '=', param('tokenDigest'))
    .returning('account_id'),
);

const deleteSessionsExcept = statement(
  (db, param: Param<{ accountId: string; keep: string | null }>) =>
    db
      .deleteFrom('sessions')
      .where('account_id', '=', param('accountId'))
      .where('id', 'is distinct from', param('keep')),
);

const setValidFrom = statement(
  (db, param: Param<{ accountId: string; at: Instant; keep: string | null }>) =>
    db
      .updateTable('accounts')
      .set({ sessions_valid_from: param('at'), sessions_kept: param('keep') })
      .where('id', '=', param('accountId')),
);

const setLastActive = statement((db, param: Param<{ id: string; at: Instant }>) =>
  db
    .updateTable('sessions')
    .set({ last_active_at: param('at') })
    .where('id', '=', param('id')),
);

/** Stores a session; its account must be there. */
export function* addSession({ from, ...session }: SessionRecord): Transaction<void> {
  yield* run(insertSession, { ...session, ...from, methods: JSON.stringify(session.methods) });
}

/** Ends an account's sessions: ours at once, a host's by an instant. The caller raises the version. */
export function* endSessions(
  accountId: string,
  { keep }: SessionEnding,
  at: Instant,
): Transaction<void> {
  yield* run(deleteSessionsExcept, { accountId, keep });
  yield* run(setValidFrom, { accountId, at, keep });
}

function* putSession(session: SessionRecord, effects: Effects) {
  const refused = yield* admit(effects);
  if (refused !== null) return refused;
  if (!(yield* isAccountThere(session.accountId))) return refuse({ kind: 'gone' });
  yield* addSession(session);
  yield* record(session.accountId, effects);
  return { kind: 'done' as const };
}

function* endSession(tokenDigest: string, audit: AuditEntry, at: Instant) {
  const session = yield* one(deleteSession, { tokenDigest });
  if (session === undefined) return refuse(false);
  yield* writeAudit(session.account_id, audit, at);
  return true;
}

interface SessionColumns {
  session_id: string;
  session_authenticated_at: string;
  session_methods: string;
  session_last_active_at: string;
  session_expires_at: string;
  session_browser: string | null;
  session_system: string | null;
  session_place: string | null;
}

function foundSession(
  row: AccountRow & SessionColumns,
  tokenDigest: string,
): { session: SessionRecord; account: AccountRecord } {
  return {
    session: {
      id: row.session_id,
      tokenDigest,
      accountId: row.id,
      authenticatedAt: row.session_authenticated_at,
      methods: JSON.parse(row.session_methods) as string[],
      from: {
        browser: row.session_browser,
        system: row.session_system,
        place: row.session_place,
      },
      lastActiveAt: row.session_last_active_at,
      expiresAt: row.session_expires_at,
    },
    account: accountFromRow(row),
  };
}

/** Sessions of ours. */
export function createSessionStore(
  engine: Engine,
): Pick<FlowStore, 'findSession' | 'putSession' | 'endSession' | 'touchSession'> {
  return {
    async findSession(tokenDigest, at) {
      const row = await engine.findOne(findWithAccount, { tokenDigest, at });
      return row === undefined ? null : foundSession(row, tokenDigest);
    },
    putSession: (session, effects) => engine.write(() => putSession(session, effects)),
    endSession: (tokenDigest, audit, at) => engine.write(() => endSession(tokenDigest, audit, at)),
    async touchSession(id, at) {
      await engine.execute(setLastActive, { id, at });
    },
  };
}
