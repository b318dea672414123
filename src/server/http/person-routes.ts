import type { AccountAnswer, DoneAnswer } from '../../contract/account.ts';
import { AccountError } from '../../contract/account-error.ts';
import type { Operation, OperationName } from '../../contract/operations.ts';
import type { Call, LinkCall, MintedGrant } from '../operations/call.ts';
import { rules } from '../operations/rules.ts';
import type { Identified } from '../ports/actor.ts';
import type { Ports } from '../ports/ports.ts';
import type { Sessions } from '../ports/sessions.ts';
import type { AccountCookies } from './account-cookies.ts';
import type { Outcome } from './answers.ts';
import type { HttpRequest } from './exchange.ts';
import { expectedVersion } from './if-match.ts';
import { judgeBody } from './judge-body.ts';

/** What the routes stand on. */
export interface RouteParts {
  ports: Ports;
  sessions: Sessions;
  cookies: AccountCookies;
}

/** Answers one request of one operation. */
export type Run = (request: HttpRequest) => Promise<Outcome>;

/** A rule as the loop sees it. That name, input and answer belong together, `Rules` and the table hold. */
type AnyRule = (
  ports: Ports,
  call: Call<unknown> | LinkCall<unknown>,
) => Promise<(AccountAnswer | DoneAnswer) & { grant?: MintedGrant }>;

async function whoAsks(sessions: Sessions, request: HttpRequest): Promise<Identified> {
  const asked = await sessions.find(request);
  if (asked === null) throw new AccountError('not_signed_in');
  if (asked === 'ended') throw new AccountError('session_ended');
  const { accountId } = asked.actor;
  const shown = request.header('selvedge-account');
  // A header holds no letters beyond Latin-1, so a client may send the id percent-encoded.
  if (shown !== undefined && shown !== accountId && shown !== encodeURIComponent(accountId)) {
    throw new AccountError('account_switched');
  }
  return asked;
}

/** One operation as a route: who asks, the body, the rule, the cookies. */
export function personRoute(name: OperationName, operation: Operation, parts: RouteParts): Run {
  const { ports, sessions, cookies } = parts;
  const { settings } = ports;
  const rule = rules[name] as AnyRule;

  if (operation.caller === 'link') {
    return async (request) => {
      const input = await judgeBody(name, operation, request, { avatarMaxBytes: 0 });
      return { answer: await rule(ports, { input }), cookies: [] };
    };
  }

  function cookiesAfter(grant: MintedGrant | undefined, used: string | null): readonly string[] {
    if (name === 'deleteAccount') return cookies.clearAll();
    if (grant !== undefined) {
      const lifeMilliseconds = Date.parse(grant.expiresAt) - ports.clock.now();
      return [cookies.setGrant(grant.purpose, grant.secret, Math.ceil(lifeMilliseconds / 1000))];
    }
    return used !== null && !settings.stepUp.reuse ? [cookies.clearGrant(name)] : [];
  }

  return async (request) => {
    const { actor, account } = await whoAsks(sessions, request);
    const input = await judgeBody(name, operation, request, {
      avatarMaxBytes: settings.avatar.maxBytes,
    });
    const grant = operation.stepUp ? cookies.findGrant(request.header('cookie'), name) : null;
    const answer = await rule(ports, {
      actor,
      account,
      input,
      grant,
      expectedVersion: operation.conditional
        ? expectedVersion(request.header('if-match'), account?.version ?? 0)
        : null,
    });
    return { answer, cookies: cookiesAfter(answer.grant, grant) };
  };
}
