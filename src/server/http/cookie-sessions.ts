import { type DispatchProblem, report } from '../operations/deliver-problem.ts';
import type { Ports } from '../ports/ports.ts';
import type { Asked, Asking, Sessions } from '../ports/sessions.ts';
import type { AccountCookies } from './account-cookies.ts';

/** A session's last use is written at most this often. */
const touchSeconds = 300;

/** The package's own sessions: a random token in a cookie, its digest in the store. */
export function createCookieSessions(options: {
  ports: Ports;
  cookies: AccountCookies;
  onError: (problem: DispatchProblem) => void;
}): Sessions {
  const { ports, cookies, onError } = options;
  const { store, secrets, clock } = ports;

  return {
    async find(asking: Asking): Promise<Asked> {
      const token = cookies.findSession(asking.header('cookie'));
      if (token === null) return null;
      const now = clock.now();
      const at = new Date(now).toISOString();
      const found = await store.findSession(secrets.digest(token), at);
      if (found === null) return 'ended';
      const { session, account } = found;
      const unusedSeconds = (now - Date.parse(session.lastActiveAt)) / 1000;
      if (unusedSeconds >= ports.settings.sessions.idleSeconds) return 'ended';
      if (unusedSeconds >= touchSeconds) {
        // Nobody waits for it: losing it once costs nothing, but somebody should know.
        store.touchSession(session.id, at).catch((error: unknown) => {
          report(onError, { doing: 'touch_session', deliveryId: null, retryAt: null, error });
        });
      }
      const { id: sessionId, authenticatedAt, methods } = session;
      return { actor: { accountId: account.id, sessionId, authenticatedAt, methods }, account };
    },
  };
}
