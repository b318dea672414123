import { AccountError } from '../contract/account-error.ts';
import { canonicalEmail } from '../contract/email-address.ts';
import type { Origin } from '../contract/sessions.ts';
import { effects } from '../server/operations/effects.ts';
import { instant } from '../server/operations/instants.ts';
import { newSession, signOut } from '../server/operations/start-session.ts';
import type { Identified } from '../server/ports/actor.ts';
import type { Ports } from '../server/ports/ports.ts';

/** A session's last use is written at most this often. */
const touchSeconds = 300;

/** The one session of a browser, as its cookie would hold it. */
export interface LocalSession {
  /** Starts one, as if the person had just signed in, and ends the one before. Throws when there is no such account. */
  begin(account: string): Promise<void>;
  /** Ends it; none is no error. */
  end(): Promise<void>;
  /** Forgets it without ending it: its account has gone. */
  forget(): void;
  /** Who asks; throws `not_signed_in`, `session_ended`, or, for another account than the page shows, `account_switched`. */
  whoAsks(shown: string | undefined): Promise<Identified>;
}

/** Makes a place for a session; nobody is signed in. */
export function createLocalSession(ports: Ports, from: Origin): LocalSession {
  const { store, secrets, settings } = ports;
  let token: string | null = null;

  async function end(): Promise<void> {
    if (token !== null) await signOut(ports, token, from);
    token = null;
  }

  return {
    async begin(account) {
      const at = instant(ports);
      const found =
        (await store.findAccount(account, at)) ??
        (await store.findAccountByEmail(canonicalEmail(account), at));
      if (found === null) throw new Error(`selvedge: there is no account "${account}".`);
      const methods = [found.passwordHash === null ? 'sign_in' : 'password'];
      const { session, token: fresh } = newSession(ports, { accountId: found.id, methods, from });
      await end();
      await store.putSession(
        session,
        effects(ports, { event: 'signed_in', sessionId: session.id, from }),
      );
      token = fresh;
    },
    end,
    forget() {
      token = null;
    },
    async whoAsks(shown) {
      if (token === null) throw new AccountError('not_signed_in');
      const at = instant(ports);
      const found = await store.findSession(secrets.digest(token), at);
      if (found === null) throw new AccountError('session_ended');
      const { session, account } = found;
      const unusedSeconds = (Date.parse(at) - Date.parse(session.lastActiveAt)) / 1000;
      if (unusedSeconds >= settings.sessions.idleSeconds) throw new AccountError('session_ended');
      if (unusedSeconds >= touchSeconds) await store.touchSession(session.id, at);
      if (shown !== undefined && shown !== account.id) throw new AccountError('account_switched');
      const { id: sessionId, authenticatedAt, methods } = session;
      return { actor: { accountId: account.id, sessionId, authenticatedAt, methods }, account };
    },
  };
}
