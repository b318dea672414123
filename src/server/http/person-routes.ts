import { AccountError } from '../../contract/account-error.ts';
import type { Operation, OperationName } from '../../contract/operations.ts';
import type { Call, LinkCall, MintedGrant } from '../operations/call.ts';
import { rules } from '../operations/rules.ts';
import type { Identified } from '../ports/actor.ts';
import type { Ports } from '../ports/ports.ts';
import type { Sessions } from '../ports/sessions.ts';
import type { AccountCookies } from './account-cookies.ts';
import type { Answer, Outcome } from './answers.ts';
import type { FindCaller } from './caller.ts';
import type { HttpRequest, Visit } from './exchange.ts';
import type { GrantCarrier } from './grant-carrier.ts';
import { expectedVersion } from './if-match.ts';
import { judgeInput } from './judge-input.ts';

/** What the routes stand on. */
export interface RouteParts {
  ports: Ports;
  sessions: Sessions;
  cookies: AccountCookies;
  grants: GrantCarrier;
  findCaller: FindCaller;
}

/** Answers one request of one operation. */
export type Run = (visit: Visit) => Promise<Outcome>;

/** A rule as the loop sees it. That name, input and answer belong together, `Rules` and the table hold. */
type AnyRule = (
  ports: Ports,
  call: Call<unknown> | LinkCall<unknown>,
) => Promise<Answer & { grant?: MintedGrant }>;

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

/** One operation as a route: who asks, the input, the rule, the cookies. */
export function personRoute(name: OperationName, operation: Operation, parts: RouteParts): Run {
  const { ports, sessions, cookies, grants, findCaller } = parts;
  const { settings } = ports;
  const rule = rules[name] as AnyRule;
  const { stepUp } = operation;
  const purpose = stepUp === true ? name : (stepUp ?? null);

  if (operation.caller !== 'session') {
    return async (visit) => {
      const input = await judgeInput(name, operation, visit, { avatarMaxBytes: 0 });
      const { from, address } = await findCaller(visit.request);
      return { answer: await rule(ports, { from, address, input }), cookies: [] };
    };
  }

  function cookiesAfter(used: string | null): readonly string[] {
    if (name === 'deleteAccount') return cookies.clearAll();
    // What only begins an operation leaves the proof for its end.
    return used !== null && stepUp === true && !settings.stepUp.reuse ? grants.clear(name) : [];
  }

  return async (visit) => {
    const { request } = visit;
    const { actor, account } = await whoAsks(sessions, request);
    visit.accountId = actor.accountId;
    const input = await judgeInput(name, operation, visit, {
      avatarMaxBytes: settings.avatar.maxBytes,
    });
    const { from, address } = await findCaller(request);
    const used = purpose === null ? null : grants.find(request, purpose);
    const { grant, ...answer } = await rule(ports, {
      actor,
      account,
      from,
      address,
      input,
      grant: used,
      expectedVersion: operation.conditional
        ? expectedVersion(request.header('if-match'), account?.version ?? 0)
        : null,
    });
    if (grant === undefined) return { answer, cookies: cookiesAfter(used) };
    const lifeMilliseconds = Date.parse(grant.expiresAt) - ports.clock.now();
    const handed = grants.hand(grant, Math.ceil(lifeMilliseconds / 1000));
    return { answer: { ...answer, ...handed.body }, cookies: handed.cookies };
  };
}
