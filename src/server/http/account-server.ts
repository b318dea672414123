import { completeSettings } from '../operations/default-settings.ts';
import { createDispatcher } from '../operations/deliver-mail.ts';
import type { DispatchProblem } from '../operations/deliver-problem.ts';
import type { Ports } from '../ports/ports.ts';
import { createAccountCookies } from './account-cookies.ts';
import type { AccountServerOptions } from './account-server-options.ts';
import { checkOptions, resolvePages } from './account-server-options.ts';
import { createCookieSessions } from './cookie-sessions.ts';
import type { AccountCore } from './core.ts';
import { createCore } from './core.ts';
import { createCrossSite } from './cross-site.ts';
import { createHostSessions } from './host-sessions.ts';

/** Where the paths begin when nobody says otherwise. */
const defaultBasePath = '/api/auth';

/** A running account server. `createHandler` and `accountRouter` put it on the network. */
export interface AccountServer extends AccountCore {
  /** Where the paths begin, as the browser sees it. */
  readonly basePath: string;
  /**
   * Tells where the server was mounted, so that the pictures' URLs are right. Nothing happens where `basePath` or
   * `avatar.baseUrl` is configured.
   */
  mountedAt(path: string): void;
  /** Sends every mail that is due, and resolves to how many left. For tests, and with `dispatch: false`. */
  deliverDue(): Promise<number>;
  /** Stops delivering. Resolves when the delivery under way has ended. The store is the caller's to close. */
  close(): Promise<void>;
}

function logProblem({ doing, reason }: DispatchProblem): void {
  console.error(`selvedge: ${doing}: ${reason}`);
}

/**
 * Puts an account server together and begins to deliver mails. Throws one sentence for an option that is missing or
 * makes no sense.
 */
export function createAccountServer<Raw extends readonly unknown[] = readonly unknown[]>(
  options: AccountServerOptions<Raw>,
): AccountServer {
  checkOptions(options);
  const { store, hasher, images, avatars, secrets, mailer, origin, identify } = options;
  const { trustedOrigins = [], clearCookies = [], onError = logProblem } = options;
  let basePath = options.basePath ?? defaultBasePath;
  const settings = completeSettings({
    ...options,
    pages: resolvePages(options.pages, origin),
    avatar: { baseUrl: `${basePath}/avatars`, ...options.avatar },
  });
  const ports: Ports = {
    store,
    hasher,
    images,
    avatars,
    secrets,
    clock: options.clock ?? { now: () => Date.now() },
    settings,
    mail: mailer !== null,
    endSessions: options.endSessions !== undefined,
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
  const core = createCore({
    ports,
    cookies,
    crossSite: createCrossSite({ origin, trustedOrigins }),
    sessions:
      identify === undefined
        ? createCookieSessions({ ports, cookies, onError })
        : createHostSessions({ ports, identify, provision: options.provision }),
    ownSessions: identify === undefined,
    stepUpStatus: options.stepUpStatus ?? 401,
    avatarsCrossOrigin: options.avatarsCrossOrigin ?? trustedOrigins.length > 0,
    onWrite: () => dispatcher.wake(),
  });
  if (options.dispatch ?? true) dispatcher.start();

  return {
    ...core,
    get basePath() {
      return basePath;
    },
    mountedAt(path) {
      // Express matches paths in any case; how the first visitor wrote it is not how it is called.
      if (options.basePath !== undefined || path.toLowerCase() === basePath) return;
      basePath = path;
      if (options.avatar?.baseUrl === undefined) settings.avatar.baseUrl = `${path}/avatars`;
    },
    deliverDue: () => dispatcher.deliverDue(),
    close: () => dispatcher.stop(),
  };
}
