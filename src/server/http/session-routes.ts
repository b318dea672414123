import type { SessionOperationName } from '../../contract/operations.ts';
import { sessionOperations } from '../../contract/operations.ts';
import type { PasskeySignIn, SignIn, SignUp } from '../../contract/sign-in.ts';
import { accountView } from '../operations/account-view.ts';
import type { EntryCall } from '../operations/call.ts';
import { signInWithPasskey, startPasskeySignIn } from '../operations/passkey-sign-in.ts';
import { signIn } from '../operations/sign-in.ts';
import { signUp } from '../operations/sign-up.ts';
import type { StartedSession } from '../operations/start-session.ts';
import { signOut } from '../operations/start-session.ts';
import type { Outcome } from './answers.ts';
import type { Visit } from './exchange.ts';
import { judgeInput } from './judge-input.ts';
import type { RouteParts, Run } from './person-routes.ts';

/** Sign-up, sign-in and sign-out as routes; only where the sessions are ours. */
export function sessionRoutes(parts: RouteParts): Record<SessionOperationName, Run> {
  const { ports, cookies, findCaller } = parts;

  async function entryCall<Input>(
    name: SessionOperationName,
    visit: Visit,
  ): Promise<EntryCall<Input>> {
    const { request } = visit;
    const input = await judgeInput(name, sessionOperations[name], visit, { avatarMaxBytes: 0 });
    const { from, address } = await findCaller(request);
    const device = cookies.findDevice(request.header('cookie'));
    // That name and input belong together, the table of schemas holds.
    return { input: input as Input, from, address, device };
  }

  async function begin(visit: Visit, started: StartedSession): Promise<Outcome> {
    const { account, session, token, device } = started;
    visit.accountId = account.id;
    // A token that came with the request is never taken over: the new session has a new one, and the old one ends.
    const previous = cookies.findSession(visit.request.header('cookie'));
    if (previous !== null) await signOut(ports, previous, session.from);
    const lifeMilliseconds = Date.parse(session.expiresAt) - ports.clock.now();
    return {
      answer: { account: accountView(account, ports) },
      cookies: [
        cookies.setSession(token, Math.ceil(lifeMilliseconds / 1000)),
        ...(device === null ? [] : [cookies.setDevice(device)]),
      ],
    };
  }

  return {
    async signUp(visit) {
      return begin(visit, await signUp(ports, await entryCall<SignUp>('signUp', visit)));
    },
    async signIn(visit) {
      return begin(visit, await signIn(ports, await entryCall<SignIn>('signIn', visit)));
    },
    async startPasskeySignIn(visit) {
      const call = await entryCall<undefined>('startPasskeySignIn', visit);
      return { answer: await startPasskeySignIn(ports, call), cookies: [] };
    },
    async signInWithPasskey(visit) {
      const call = await entryCall<PasskeySignIn>('signInWithPasskey', visit);
      return begin(visit, await signInWithPasskey(ports, call));
    },
    async signOut(visit) {
      await judgeInput('signOut', sessionOperations.signOut, visit, { avatarMaxBytes: 0 });
      const token = cookies.findSession(visit.request.header('cookie'));
      if (token !== null) await signOut(ports, token, (await findCaller(visit.request)).from);
      return { answer: { done: true }, cookies: cookies.clearSession() };
    },
  };
}
