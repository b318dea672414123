import { reasonOf } from '../operations/deliver-reason.ts';
import type { Clock } from '../ports/clock.ts';
import type { Hooks, OperationEnd, Logger, RequestRecord } from '../ports/logger.ts';
import type { Secrets } from '../ports/secrets.ts';
import type { HttpAnswer, Visit } from './exchange.ts';
import type { AccountResource } from './resources.ts';

/** Sees every request from its arrival to its answer. */
export interface Watch {
  /** Counts the request, tells log and hooks of it, and passes on what `answer` does. */
  run(found: AccountResource, visit: Visit, answer: () => Promise<HttpAnswer>): Promise<HttpAnswer>;
  /** Resolves when no request is under way. */
  idle(): Promise<void>;
}

const methods: ReadonlySet<string> = new Set([
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
]);

const idShape = /^[\w.-]{1,128}$/;

/** Whatever a host's function does, the request goes on. */
function shielded<Result>(call: () => Result): Result | undefined {
  try {
    const result: unknown = call();
    // An `async` function of a host: nobody waits for it, and its rejection is nobody's.
    if (result instanceof Promise) result.catch(() => {});
    return result as Result;
  } catch {
    return undefined;
  }
}

function levelOf(status: number, code: string | null): RequestRecord['level'] {
  if (code === 'failed') return 'error';
  return status >= 500 ? 'warn' : 'info';
}

/** Makes a watch; without log and hooks it only counts. */
export function createWatch(options: {
  logger: Logger | undefined;
  hooks: Hooks | undefined;
  clock: Clock;
  secrets: Secrets;
}): Watch {
  const { logger, hooks, clock, secrets } = options;
  let underWay = 0;
  let waiting: (() => void)[] = [];

  async function observed(
    found: AccountResource,
    visit: Visit,
    answer: () => Promise<HttpAnswer>,
  ): Promise<HttpAnswer> {
    const { request } = visit;
    const sent = request.header('x-request-id');
    const start = {
      operation: found.routes.get(request.method)?.name ?? null,
      // A method may be any word of the client's.
      method: methods.has(request.method) ? request.method : 'OTHER',
      route: found.template,
      requestId: sent !== undefined && idShape.test(sent) ? sent : secrets.mintId(),
    };
    const began = performance.now();
    const ended = shielded((): OperationEnd | void => hooks?.onOperation?.({ ...start }));
    const end = (status: number, code: string | null, reason: string | null): void => {
      const record: RequestRecord = {
        level: levelOf(status, code),
        at: new Date(clock.now()).toISOString(),
        ...start,
        status,
        code,
        durationMilliseconds: Math.round((performance.now() - began) * 10) / 10,
        accountId: visit.accountId,
        reason,
      };
      if (typeof ended === 'function') shielded(() => ended({ ...record }));
      shielded(() => logger?.log(record));
    };
    try {
      const answered = await answer();
      const { refusal } = visit;
      // Why a store or a queue could not: the refusal itself only says that it could not.
      const reason = answered.status >= 500 ? refusal?.cause : undefined;
      end(answered.status, refusal?.code ?? null, reason === undefined ? null : reasonOf(reason));
      return answered;
    } catch (error) {
      end(500, 'failed', reasonOf(error));
      throw error;
    }
  }

  return {
    async run(found, visit, answer) {
      underWay += 1;
      try {
        if (logger === undefined && hooks?.onOperation === undefined) return await answer();
        return await observed(found, visit, answer);
      } finally {
        underWay -= 1;
        if (underWay === 0) {
          for (const resolve of waiting) resolve();
          waiting = [];
        }
      }
    },
    idle: () =>
      underWay === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve)),
  };
}
