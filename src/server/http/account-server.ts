import { completeSettings } from '../operations/default-settings.ts';
import { createDispatcher } from '../operations/deliver-mail.ts';
import { type DispatchProblem, report } from '../operations/deliver-problem.ts';
import type { AccountStore } from '../ports/account-store.ts';
import type { Ports } from '../ports/ports.ts';
import { createAccountCookies } from './account-cookies.ts';
import type { AccountServerOptions } from './account-server-options.ts';
import { type AuditSink, tellAudit } from './audit-sink.ts';
import { createFindCaller } from './caller.ts';
import { checkOptions, resolvePages } from './check-options.ts';
import { createFindAddress, type FindAddress } from './client-address.ts';
import { createCookieSessions } from './cookie-sessions.ts';
import type { AccountCore } from './core.ts';
import { createCore } from './core.ts';
import { createCrossSite } from './cross-site.ts';
import { createCookieGrants, createHeaderGrants } from './grant-carrier.ts';
import { createHostSessions } from './host-sessions.ts';
import { createWatch } from './watch.ts';

/** Where the paths begin when nobody says otherwise. */
const defaultBasePath = '/api/auth';

/** How long `close` waits when nobody says otherwise. */
const defaultGraceSeconds = 10;

/** A running account server. `createHandler` and `accountRouter` put it on the network. */
export interface AccountServer extends AccountCore {
  /** Where the paths begin, as the browser sees it. */
  readonly basePath: string;
  /** Whether `close` was called. Requests are answered all the same; `/ready` says no. */
  readonly closing: boolean;
  /** The page on which a password is changed: `pages.settings` as an absolute URL. For what is put on the network. */
  readonly changePasswordPage: string;
  /** Whose address a request comes from, as configured by `proxies` or `clientAddress`. For what is put on the network. */
  readonly findAddress: FindAddress;
  /**
   * Tells where the server was mounted, so that the pictures' URLs are right. Nothing happens where `basePath` or
   * `avatar.baseUrl` is configured.
   */
  mountedAt(path: string): void;
  /** Sends every mail that is due, and resolves to how many left. For tests, and with `dispatch: false`. */
  deliverDue(): Promise<number>;
  /**
   * Says no at `/ready`, stops claiming deliveries, and resolves when the requests and deliveries under way have ended,
   * after at most `graceSeconds`, 10 by default. Whoever still asks is answered: stop listening when whatever sends
   * requests here has noticed, then close the store, which is the caller's.
   */
  close(options?: { graceSeconds?: number }): Promise<void>;
}

function logProblem({ doing, reason }: DispatchProblem): void {
  console.error(`selvedge: ${doing}: ${reason}`);
}

/** The store as the rules get it: with a sink, it hears of every entry of the security log. */
function watchedStore(
  store: AccountStore,
  sink: AuditSink | undefined,
  onError: (problem: DispatchProblem) => void,
): AccountStore {
  if (sink === undefined) return store;
  const tell = (error: unknown): void =>
    report(onError, { doing: 'audit_sink', deliveryId: null, retryAt: null, error });
  return tellAudit(store, (event) => {
    // Called in a promise of its own, so that a sink that throws is like one that rejects.
    Promise.resolve(event).then(sink).catch(tell);
  });
}

/** Resolves with the work, or when its time is up. */
async function atMost(seconds: number, work: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    // A longer timer would fire at once.
    timer = setTimeout(resolve, Math.min(seconds * 1000, 2_147_483_647));
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}

/**
 * Puts an account server together and begins to deliver mails. Throws one sentence for an option that is missing, is not
 * known, makes no sense or is not safe.
 */
export function createAccountServer<Raw extends readonly unknown[] = readonly unknown[]>(
  options: AccountServerOptions<Raw>,
): AccountServer {
  checkOptions(options);
  const { hasher, images, avatars, secrets, mailer, origin, identify } = options;
  const { trustedOrigins = [], clearCookies = [], onError = logProblem } = options;
  const clock = options.clock ?? { now: () => Date.now() };
  let basePath = options.basePath ?? defaultBasePath;
  let closing = false;
  const settings = completeSettings({
    ...options,
    pages: resolvePages(options.pages, origin),
    avatar: { baseUrl: `${basePath}/avatars`, ...options.avatar },
  });
  const ports: Ports = {
    store: watchedStore(options.store, options.auditSink, onError),
    hasher,
    images,
    passkeys: options.passkeys ?? null,
    avatars,
    secrets,
    clock,
    settings,
    mail: mailer !== null,
    endSessions: options.endSessions !== undefined,
    ownSessions: identify === undefined,
  };
  const cookies = createAccountCookies({
    origin,
    ownSessions: identify === undefined,
    clearCookies,
  });
  const dispatcher = createDispatcher({
    ports,
    mailer,
    endSessions: options.endSessions ?? null,
    onError,
    ...(options.mailWords === undefined ? {} : { words: options.mailWords }),
  });
  const watch = createWatch({ logger: options.logger, hooks: options.hooks, clock, secrets });
  const core = createCore({
    ports,
    cookies,
    grants: options.stepUpToken === 'header' ? createHeaderGrants() : createCookieGrants(cookies),
    findCaller: createFindCaller(options.locate),
    crossSite: createCrossSite({ origin, trustedOrigins }),
    sessions:
      identify === undefined
        ? createCookieSessions({ ports, cookies, onError })
        : createHostSessions({ ports, identify, provision: options.provision }),
    watch,
    stepUpStatus: options.stepUpStatus ?? 401,
    avatarsCrossOrigin: options.avatarsCrossOrigin ?? trustedOrigins.length > 0,
    isClosing: () => closing,
    onWrite: () => dispatcher.wake(),
  });
  if (options.dispatch ?? true) dispatcher.start();

  return {
    ...core,
    get basePath() {
      return basePath;
    },
    get closing() {
      return closing;
    },
    changePasswordPage: settings.pages.settings,
    // What it is called with, the skin and the type of the options hold together.
    findAddress: createFindAddress({
      proxies: options.proxies ?? 0,
      clientAddress: options.clientAddress,
    }) as FindAddress,
    mountedAt(path) {
      // Express matches paths in any case; how the first visitor wrote it is not how it is called.
      if (options.basePath !== undefined || path.toLowerCase() === basePath) return;
      basePath = path;
      if (options.avatar?.baseUrl === undefined) settings.avatar.baseUrl = `${path}/avatars`;
    },
    deliverDue: () => dispatcher.deliverDue(),
    async close({ graceSeconds = defaultGraceSeconds } = {}) {
      closing = true;
      // The last requests may queue mails: those are another process's, or wait for the next start.
      await atMost(graceSeconds, Promise.all([watch.idle(), dispatcher.stop()]));
    },
  };
}
