import type { SessionOperationName } from '../../contract/operations.ts';
import { sessionOperations } from '../../contract/operations.ts';
import type { SignIn, SignUp } from '../../contract/sign-in.ts';
import { accountView } from '../operations/account-view.ts';
import type { StartedSession } from '../operations/sign-in.ts';
import { signIn, signOut, signUp } from '../operations/sign-in.ts';
import type { Outcome } from './answers.ts';
import type { HttpRequest } from './exchange.ts';
import { judgeBody } from './judge-body.ts';
import type { RouteParts, Run } from './person-routes.ts';

/** Sign-up, sign-in and sign-out as routes; only where the sessions are ours. */
export function sessionRoutes(parts: RouteParts): Record<SessionOperationName, Run> {
  const { ports, cookies } = parts;

  async function begin(request: HttpRequest, started: StartedSession): Promise<Outcome> {
    // A token that came with the request is never taken over: the new session has a new one, and the old one ends.
    const previous = cookies.findSession(request.header('cookie'));
    if (previous !== null) await signOut(ports, previous);
    const { account, session, token } = started;
    const lifeMilliseconds = Date.parse(session.expiresAt) - ports.clock.now();
    return {
      answer: { account: accountView(account, ports) },
      cookies: [cookies.setSession(token, Math.ceil(lifeMilliseconds / 1000))],
    };
  }

  const bodyOf = (name: SessionOperationName, request: HttpRequest): Promise<unknown> =>
    judgeBody(name, sessionOperations[name], request, { avatarMaxBytes: 0 });

  return {
    async signUp(request) {
      const input = (await bodyOf('signUp', request)) as SignUp;
      return begin(request, await signUp(ports, input));
    },
    async signIn(request) {
      const input = (await bodyOf('signIn', request)) as SignIn;
      return begin(request, await signIn(ports, input));
    },
    async signOut(request) {
      await bodyOf('signOut', request);
      const token = cookies.findSession(request.header('cookie'));
      if (token !== null) await signOut(ports, token);
      return { answer: { done: true }, cookies: cookies.clearAll() };
    },
  };
}
