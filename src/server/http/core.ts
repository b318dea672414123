import { AccountError, isAccountError } from '../../contract/account-error.ts';
import type { ServerErrorCode } from '../../contract/errors.ts';
import type { Operation, OperationName } from '../../contract/operations.ts';
import { operations, sessionOperations } from '../../contract/operations.ts';
import { jsonAnswer } from './answers.ts';
import { answerAvatar, avatarKey, avatarsPrefix } from './avatars.ts';
import type { CrossSite } from './cross-site.ts';
import type { HttpAnswer, HttpRequest } from './exchange.ts';
import { personalHeaders } from './headers.ts';
import type { RouteParts, Run } from './person-routes.ts';
import { personRoute } from './person-routes.ts';
import { isServerCode, problemAnswer } from './problems.ts';
import { sessionRoutes } from './session-routes.ts';

/** Everything that one path answers. */
export interface AccountResource {
  /** Method → what answers it. */
  runs: ReadonlyMap<string, (request: HttpRequest) => Promise<HttpAnswer>>;
  /** The value of `Allow`. */
  allow: string;
}

/** Routes and judges requests, free of any framework. */
export interface AccountCore {
  /** What is at a path below the base path, or null when it is none of ours. */
  find(path: string): AccountResource | null;
  /** Answers. Rejects only with what is no `AccountError`: that is the host's to report. */
  answer(resource: AccountResource, request: HttpRequest): Promise<HttpAnswer>;
  /** The answer to a path that is nobody's. */
  answerNotFound(): HttpAnswer;
}

function resource(
  runs: ReadonlyMap<string, (request: HttpRequest) => Promise<HttpAnswer>>,
): AccountResource {
  return { runs, allow: [...runs.keys(), 'OPTIONS'].join(', ') };
}

/**
 * A loop over the operations table. The order of judging is fixed: path and method, same site, who asks, whose account
 * the page shows, the body, the contract's schema; the rest is the rule's.
 */
export function createCore(
  parts: RouteParts & {
    crossSite: CrossSite;
    ownSessions: boolean;
    stepUpStatus: 401 | 403;
    avatarsCrossOrigin: boolean;
    /** Called after every success that may have queued something to deliver. */
    onWrite: () => void;
  },
): AccountCore {
  const { ports, crossSite, onWrite } = parts;
  const runsByPath = new Map<string, Map<string, (request: HttpRequest) => Promise<HttpAnswer>>>();

  function add({ method, path }: Operation, run: Run): void {
    const runs = runsByPath.get(path) ?? new Map();
    runsByPath.set(path, runs);
    if (method === 'GET') {
      const read = async (request: HttpRequest): Promise<HttpAnswer> =>
        jsonAnswer((await run(request)).answer);
      runs.set('GET', read).set('HEAD', read);
      return;
    }
    runs.set(method, async (request: HttpRequest) => {
      if (crossSite.judge(request) === 'foreign') throw new AccountError('cross_site');
      const { answer, cookies } = await run(request);
      onWrite();
      return jsonAnswer(answer, cookies);
    });
  }

  for (const [name, operation] of Object.entries(operations)) {
    add(operation, personRoute(name as OperationName, operation, parts));
  }
  if (parts.ownSessions) {
    const routes = sessionRoutes(parts);
    for (const [name, operation] of Object.entries(sessionOperations)) {
      add(operation, routes[name as keyof typeof sessionOperations]);
    }
  }
  const resources = new Map([...runsByPath].map(([path, runs]) => [path, resource(runs)]));

  function findAvatar(path: string): AccountResource | null {
    const key = path.startsWith(avatarsPrefix) ? avatarKey(path) : null;
    if (key === null) return null;
    const read = (): Promise<HttpAnswer> =>
      answerAvatar(ports.avatars, key, parts.avatarsCrossOrigin);
    return resource(
      new Map([
        ['GET', read],
        ['HEAD', read],
      ]),
    );
  }

  const problem = (code: ServerErrorCode, error = new AccountError(code)): HttpAnswer =>
    problemAnswer(code, error, {
      stepUpStatus: parts.stepUpStatus,
      maxAgeSeconds: ports.settings.stepUp.recentSignInSeconds,
    });

  async function judge(
    { runs, allow }: AccountResource,
    request: HttpRequest,
  ): Promise<HttpAnswer> {
    const run = runs.get(request.method);
    if (run !== undefined) return run(request);
    if (request.method !== 'OPTIONS') {
      const answer = problem('method_not_allowed');
      answer.headers['allow'] = allow;
      return answer;
    }
    const trusted = crossSite.judge(request) === 'trusted';
    const cors = trusted ? crossSite.preflightHeaders(request, allow) : {};
    return {
      status: 204,
      headers: { ...personalHeaders, allow, ...cors },
      cookies: [],
      body: null,
    };
  }

  return {
    find: (path) => resources.get(path) ?? findAvatar(path),
    async answer(found, request) {
      let answer: HttpAnswer;
      try {
        answer = await judge(found, request);
      } catch (error) {
        if (!isAccountError(error) || !isServerCode(error.code)) throw error;
        answer = problem(error.code, error);
      }
      if (request.header('origin') !== undefined && crossSite.judge(request) === 'trusted') {
        Object.assign(answer.headers, crossSite.corsHeaders(request));
      }
      return answer;
    },
    answerNotFound: () => problem('not_found'),
  };
}
