import { AccountError } from '../../contract/account-error.ts';
import type { EndSession, Session, SessionsAnswer } from '../../contract/sessions.ts';
import type { AccountRecord, SessionRecord } from '../ports/account-store.ts';
import type { Ports } from '../ports/ports.ts';
import { accountView } from './account-view.ts';
import type { Call } from './call.ts';
import { callerAccount, effects, settle } from './effects.ts';
import { instant } from './instants.ts';

/** The account, if the sessions are ours to show and to end. */
async function ownAccount(ports: Ports, call: Call<unknown>): Promise<AccountRecord> {
  if (!ports.ownSessions) throw new AccountError('not_allowed', { reason: 'handled_elsewhere' });
  return callerAccount(ports, call);
}

/** Without the digest of its token, and whatever else a row holds. */
function sessionView(session: SessionRecord, currentId: string): Session {
  const { id, from, authenticatedAt, lastActiveAt } = session;
  const { browser, system, place } = from;
  return {
    id,
    current: id === currentId,
    from: { browser, system, place },
    signedInAt: authenticatedAt,
    lastActiveAt,
  };
}

async function answer(
  ports: Ports,
  call: Call<unknown>,
  account: AccountRecord,
): Promise<SessionsAnswer> {
  const { sessionId } = call.actor;
  const activeSince = instant(ports, -ports.settings.sessions.idleSeconds);
  const records = await ports.store.findSessions(account.id, instant(ports), activeSince);
  const sessions = records.map((record) => sessionView(record, sessionId));
  return {
    account: accountView(account, ports),
    // The store has them by last use.
    sessions: [
      ...sessions.filter(({ current }) => current),
      ...sessions.filter(({ current }) => !current),
    ],
  };
}

/** Where somebody is signed in: the session that asks first, then by last use. */
export async function listSessions(ports: Ports, call: Call<undefined>): Promise<SessionsAnswer> {
  return answer(ports, call, await ownAccount(ports, call));
}

/** Ends one session of the account; one that is not there any more is no error. */
export async function endSession(ports: Ports, call: Call<EndSession>): Promise<SessionsAnswer> {
  const account = await ownAccount(ports, call);
  const { sessionId } = call.actor;
  // The one that asks ends by signing out, which clears its cookie, too.
  if (call.input.id === sessionId) throw new AccountError('not_allowed');
  const outcome = settle(
    ports,
    await ports.store.endSessionById(
      { accountId: account.id, id: call.input.id },
      effects(ports, { event: 'session_ended', from: call.from, sessionId }),
    ),
    account,
  );
  return answer(ports, call, outcome.kind === 'done' ? outcome.account : account);
}

/** Ends every session but the one that asks, and everything that waits for a confirmation. */
export async function endOtherSessions(
  ports: Ports,
  call: Call<undefined>,
): Promise<SessionsAnswer> {
  const account = await ownAccount(ports, call);
  const keep = call.actor.sessionId;
  const outcome = settle(
    ports,
    await ports.store.endOtherSessions(
      { accountId: account.id, keep },
      effects(ports, { event: 'other_sessions_ended', from: call.from, sessionId: keep }),
    ),
    account,
  );
  return answer(ports, call, outcome.account);
}
