import type { SettingsInput } from '../operations/default-settings.ts';
import type { DispatcherOptions } from '../operations/deliver-mail.ts';
import type { DispatchProblem } from '../operations/deliver-problem.ts';
import type { AccountStore } from '../ports/account-store.ts';
import type { Actor, ProvisionedAccount } from '../ports/actor.ts';
import type { AvatarStorage } from '../ports/avatar-storage.ts';
import type { Clock } from '../ports/clock.ts';
import type { ImageProcessor } from '../ports/image-processor.ts';
import type { Mailer } from '../ports/mailer.ts';
import type { PasswordHasher } from '../ports/password-hasher.ts';
import type { Secrets } from '../ports/secrets.ts';
import type { Settings } from '../ports/settings.ts';
import type { HostCookie } from './cookies.ts';
import { checkOrigin } from './cross-site.ts';
import type { Awaitable } from './host-sessions.ts';

/**
 * What an account server is made of. `Raw` is what `identify` is called with: `[Request]` behind `createHandler`,
 * Express's own `[Request, Response]` behind `accountRouter`.
 *
 * Without `identify` the package's own cookie sessions are used, with sign-up, sign-in and sign-out.
 */
export interface AccountServerOptions<Raw extends readonly unknown[]> extends Omit<
  SettingsInput,
  'pages'
> {
  /** Where the accounts are: `createSqliteStore()`. Closing it is the host's. */
  store: AccountStore;
  /** Hashes passwords. */
  hasher: PasswordHasher;
  /** Decodes and encodes pictures. */
  images: ImageProcessor;
  /** Keeps the pictures' bytes. */
  avatars: AvatarStorage;
  /** Mints and digests secrets; holds the key that the tokens of mailed links come from. */
  secrets: Secrets;
  /** Sends mails. Null switches mail off: a change of address then happens at once, unverified. */
  mailer: Mailer | null;
  /** The origin under which browsers reach this server: `https://app.example`, or `http://localhost:3000`. */
  origin: string;
  /** The host's pages: absolute URLs, or paths of `origin`. Mailed links are `<page>#token=…`. */
  pages: Settings['pages'];
  /** Where the paths begin, as the browser sees it. Default `/api/auth`; in Express, where the router is mounted. */
  basePath?: string;
  /** Other origins whose pages may call and read, exactly as browsers write them. Default: none. */
  trustedOrigins?: readonly string[];
  /** Status of `step_up_required`. 403 for pages whose `fetch` signs out on any 401. Default 401. */
  stepUpStatus?: 401 | 403;
  /** Whether pages of other origins may show the pictures. Default: only where there are trusted origins. */
  avatarsCrossOrigin?: boolean;
  /** Cookies of the host that must go with sign-out and deletion. Default: none. */
  clearCookies?: readonly HostCookie[];
  /**
   * The host's own sessions: who asks, or null when nobody is signed in. `authenticatedAt` is when the person last
   * signed in; an instant that cannot be read, or is still to come, counts as never.
   */
  identify?: (...raw: Raw) => Awaitable<Actor | null>;
  /** With `identify`: what the host knows of an account that is not here. Null answers 404: also for a deleted one. */
  provision?: (accountId: string) => Awaitable<ProvisionedAccount | null>;
  /**
   * With `identify`: ends the sessions of an account in the host's own session store, except the one to keep (null:
   * none). Called again, 10 seconds to 6 hours apart, until it resolves, so it has to bear repetition. Our side refuses
   * those sessions at once, whether or not this is given.
   */
  endSessions?: (accountId: string, keepSessionId: string | null) => Promise<void>;
  /** Languages of mails beside English, from `selvedge/locales/<language>/mails`. */
  mailWords?: NonNullable<DispatcherOptions['words']>;
  /**
   * Told about everything that fails outside a request: a mail, an ended session, a file. Log its `reason`, not its
   * `error`, which may quote a mailed link. Default: one line on `console.error`.
   */
  onError?: (problem: DispatchProblem) => void;
  /** The time of day. Default: the system's. */
  clock?: Clock;
  /** Whether mails are sent and files removed by this process, beginning now. Default true. */
  dispatch?: boolean;
}

const makers = {
  store: 'createSqliteStore() from selvedge/sql makes one',
  hasher: 'createPasswordHasher() from selvedge/node makes one',
  images: 'createImageProcessor() from selvedge/node makes one',
  avatars: 'createFileAvatarStorage() from selvedge/node makes one',
  secrets: 'createSecrets() from selvedge/node makes them',
  appName: 'it is the name that mails say',
  pages: 'mailed links lead there: { settings, emailConfirmation, emailReport }',
  origin: 'it is where browsers reach this server, for example https://app.example',
} as const;

/** Throws a sentence for an option that is missing or makes no sense, for hosts without a type checker too. */
export function checkOptions(options: AccountServerOptions<never>): void {
  for (const [name, hint] of Object.entries(makers)) {
    const value: unknown = options[name as keyof typeof makers];
    if (!value) throw new Error(`selvedge: the option "${name}" is missing; ${hint}.`);
    if (typeof value === 'object' && 'then' in value) {
      throw new Error(`selvedge: the option "${name}" is a promise; await it first.`);
    }
  }
  if (options.mailer === undefined) {
    throw new Error(
      'selvedge: the option "mailer" is missing; pass null to switch mail off, and then a change of address happens ' +
        'at once.',
    );
  }
  checkOrigin('origin', options.origin);
  const { basePath } = options;
  if (basePath !== undefined && !/^(\/[\w.~-]+)*$/.test(basePath)) {
    throw new Error(
      `selvedge: basePath is "${basePath}"; it begins with a slash and ends without one, as in "/api/auth".`,
    );
  }
  const status: unknown = options.stepUpStatus ?? 401;
  if (status !== 401 && status !== 403) {
    throw new Error('selvedge: stepUpStatus is 401 or 403.');
  }
  if (options.identify === undefined && (options.provision ?? options.endSessions)) {
    throw new Error(
      'selvedge: provision and endSessions belong to a host with its own sessions; pass identify, too.',
    );
  }
}

/** The pages as absolute URLs. */
export function resolvePages(pages: Settings['pages'], origin: string): Settings['pages'] {
  const resolve = (page: string): string => URL.parse(page, origin)?.href ?? page;
  return {
    emailConfirmation: resolve(pages.emailConfirmation),
    emailReport: resolve(pages.emailReport),
    settings: resolve(pages.settings),
  };
}
