import { AccountError, isAccountError } from '../../contract/account-error.ts';
import type { ServerErrorCode } from '../../contract/errors.ts';
import type { Operation, OperationName } from '../../contract/operations.ts';
import { operations, sessionOperations } from '../../contract/operations.ts';
import { instant } from '../operations/instants.ts';
import { jsonAnswer } from './answers.ts';
import { answerAvatar, avatarKey, avatarsPrefix } from './avatars.ts';
import type { CrossSite } from './cross-site.ts';
import type { HttpAnswer, HttpRequest, Visit } from './exchange.ts';
import { personalHeaders } from './headers.ts';
import type { RouteParts, Run } from './person-routes.ts';
import { personRoute } from './person-routes.ts';
import { addProbes } from './probes.ts';
import { isServerCode, problemAnswer } from './problems.ts';
import { rateLimitHeaders } from './rate-limits.ts';
import { type AccountResource, createResources, resource, type ServedRoute } from './resources.ts';
import { sessionRoutes } from './session-routes.ts';
import type { Watch } from './watch.ts';

/** Routes and judges requests, free of any framework. */
export interface AccountCore {
  /** Every route that is served; nothing else is. */
  readonly routes: readonly ServedRoute[];
  /** What is at a path below the base path, or null when it is none of ours. */
  find(path: string): AccountResource | null;
  /** Answers. Rejects only with what is no `AccountError`: that is the host's to report. */
  answer(resource: AccountResource, request: HttpRequest): Promise<HttpAnswer>;
  /** The answer to a path that is nobody's. */
  answerNotFound(): HttpAnswer;
}

/** What a core is made of. */
export interface CoreParts extends RouteParts {
  crossSite: CrossSite;
  watch: Watch;
  stepUpStatus: 401 | 403;
  avatarsCrossOrigin: boolean;
  isClosing: () => boolean;
  /** Called after every success that may have queued something to deliver. */
  onWrite: () => void;
}

/**
 * A loop over the operations table. The order of judging is fixed: path and method, same site, who asks, whose account
 * the page shows, the input, the contract's schema; the rest is the rule's.
 */
export function createCore(parts: CoreParts): AccountCore {
  const { ports, crossSite, watch, onWrite } = parts;
  const resources = createResources();

  function add(name: string, { method, path }: Operation, run: Run): void {
    const read = async (visit: Visit): Promise<HttpAnswer> => jsonAnswer((await run(visit)).answer);
    const write = async (visit: Visit): Promise<HttpAnswer> => {
      if (crossSite.judge(visit.request) === 'foreign') throw new AccountError('cross_site');
      const { answer, cookies } = await run(visit);
      onWrite();
      return jsonAnswer(answer, cookies);
    };
    resources.add(method, path, { name, run: method === 'GET' ? read : write });
  }

  for (const [name, operation] of Object.entries(operations)) {
    add(name, operation, personRoute(name as OperationName, operation, parts));
  }
  if (ports.ownSessions) {
    const routes = sessionRoutes(parts);
    for (const [name, operation] of Object.entries(sessionOperations)) {
      add(name, operation, routes[name as keyof typeof sessionOperations]);
    }
  }
  addProbes(resources, {
    isClosing: parts.isClosing,
    // Nobody has this id; any read shows that the store answers.
    askStore: () => ports.store.findAccount(' ', instant(ports)),
  });

  const avatarTemplate = '/avatars/{account}/{name}.webp';
  function findAvatar(path: string): AccountResource | null {
    const key = path.startsWith(avatarsPrefix) ? avatarKey(path) : null;
    if (key === null) return null;
    const run = (): Promise<HttpAnswer> =>
      answerAvatar(ports.avatars, key, parts.avatarsCrossOrigin);
    const route = { name: 'getAvatarBytes', run };
    const routes = new Map([
      ['GET', route],
      ['HEAD', route],
    ]);
    return resource(avatarTemplate, routes);
  }

  function problem(
    code: ServerErrorCode,
    error = new AccountError(code),
    name: string | null = null,
  ): HttpAnswer {
    const limited = code === 'rate_limited' && name !== null;
    return problemAnswer(code, error, {
      stepUpStatus: parts.stepUpStatus,
      maxAgeSeconds: ports.settings.stepUp.recentSignInSeconds,
      more: limited
        ? rateLimitHeaders(name, ports.settings.limits, error.retryAfterSeconds ?? 1)
        : {},
    });
  }

  async function judge({ routes, allow }: AccountResource, visit: Visit): Promise<HttpAnswer> {
    const { request } = visit;
    const route = routes.get(request.method);
    if (route !== undefined) return route.run(visit);
    if (request.method !== 'OPTIONS') throw new AccountError('method_not_allowed');
    const trusted = crossSite.judge(request) === 'trusted';
    const cors = trusted ? crossSite.preflightHeaders(request, allow) : {};
    const headers = { ...personalHeaders, allow, ...cors };
    return { status: 204, headers, cookies: [], body: null };
  }

  async function serve(found: AccountResource, visit: Visit): Promise<HttpAnswer> {
    const { request } = visit;
    let answered: HttpAnswer;
    try {
      answered = await judge(found, visit);
    } catch (error) {
      if (!isAccountError(error) || !isServerCode(error.code)) throw error;
      visit.refusal = error;
      answered = problem(error.code, error, found.routes.get(request.method)?.name);
      if (error.code === 'method_not_allowed') answered.headers['allow'] = found.allow;
    }
    if (request.header('origin') !== undefined && crossSite.judge(request) === 'trusted') {
      Object.assign(answered.headers, crossSite.corsHeaders(request));
    }
    return answered;
  }

  return {
    routes: [
      ...resources.list(),
      { method: 'GET', template: avatarTemplate, name: 'getAvatarBytes' },
    ],
    find: (path) => resources.find(path) ?? findAvatar(path),
    answer(found, request) {
      const visit: Visit = { request, id: found.id, accountId: null, refusal: null };
      return watch.run(found, visit, () => serve(found, visit));
    },
    answerNotFound: () => problem('not_found'),
  };
}
