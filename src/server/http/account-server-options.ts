import type { SettingsInput } from '../operations/default-settings.ts';
import type { DispatcherOptions } from '../operations/deliver-mail.ts';
import type { DispatchProblem } from '../operations/deliver-problem.ts';
import type { AccountStore } from '../ports/account-store.ts';
import type { Actor, ProvisionedAccount } from '../ports/actor.ts';
import type { AvatarStorage } from '../ports/avatar-storage.ts';
import type { Clock } from '../ports/clock.ts';
import type { ImageProcessor } from '../ports/image-processor.ts';
import type { Mailer } from '../ports/mailer.ts';
import type { PasskeyVerifier } from '../ports/passkey-verifier.ts';
import type { PasswordHasher } from '../ports/password-hasher.ts';
import type { Hooks, Logger } from '../ports/logger.ts';
import type { Secrets } from '../ports/secrets.ts';
import type { Settings } from '../ports/settings.ts';
import type { AuditSink } from './audit-sink.ts';
import type { HostCookie } from './cookies.ts';
import type { Awaitable } from './host-sessions.ts';
import type { Locate } from './place.ts';

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
  /** Judges passkeys: `createPasskeyVerifier()`. Null, and the default: passkeys are not offered. */
  passkeys?: PasskeyVerifier | null;
  /**
   * How many proxies of the host's stand before this server, each of which appends to `X-Forwarded-For` whom it was called
   * by. Default 0: nobody is believed, and the address is the other end of the socket. Limits are counted for addresses,
   * so a number that is too high lets everybody choose their own.
   */
  proxies?: number;
  /**
   * Where the address of whoever asks comes from, in place of `proxies`: for servers that know it in another way. Behind
   * `createHandler`, without either of them, no address is known, and everybody shares the limits for addresses.
   */
  clientAddress?: (...raw: Raw) => string | null | undefined;
  /**
   * Where an address is, `Vienna, Austria`, for the lists of sessions and of what happened, and for notices. Called before
   * each change; after 200 ms, or when it throws, there is no place. At most 80 code points are kept. Default: no places.
   */
  locate?: Locate;
  /**
   * How a proof of who is asking travels. `cookie`, the default: in a cookie that no script can read. `header`: the page
   * gets it with the answer and sends it as `X-Step-Up-Token`, for clients without cookies.
   */
  stepUpToken?: 'cookie' | 'header';
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
  /** Languages of mails beside English: `mailWords` of `selvedge/locales/mails` has all, `selvedge/locales/<language>/mails` one. */
  mailWords?: NonNullable<DispatcherOptions['words']>;
  /**
   * Told about everything that fails outside a request: a mail, an ended session, a file. Log its `reason`, not its
   * `error`, which may quote a mailed link. Default: one line on `console.error`.
   */
  onError?: (problem: DispatchProblem) => void;
  /** Gets one record for each request, which holds no secret and no address. Default: none. */
  logger?: Logger;
  /** Called when an operation begins and when it has ended: for traces and measurements. Default: none. */
  hooks?: Hooks;
  /** Gets a copy of each entry of the security log once it is written, for example for a system that watches. Default: none. */
  auditSink?: AuditSink;
  /** The time of day. Default: the system's. */
  clock?: Clock;
  /** Whether mails are sent and files removed by this process, beginning now. Default true. */
  dispatch?: boolean;
}
