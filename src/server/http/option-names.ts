import type { Hooks } from '../ports/logger.ts';
import type { Settings } from '../ports/settings.ts';
import type { AccountServerOptions } from './account-server-options.ts';

/** Every name, once: the compiler says which one is missing here. */
type Names<Of> = Readonly<Record<keyof Of, true>>;

const names: Names<AccountServerOptions<never>> = {
  appName: true,
  auditSink: true,
  avatar: true,
  avatars: true,
  avatarsCrossOrigin: true,
  basePath: true,
  clearCookies: true,
  clientAddress: true,
  clock: true,
  dispatch: true,
  emailLinkSeconds: true,
  endSessions: true,
  hasher: true,
  hooks: true,
  identify: true,
  images: true,
  isPasswordCommon: true,
  language: true,
  limits: true,
  locate: true,
  lockedFields: true,
  logger: true,
  mailLook: true,
  mailWords: true,
  mailer: true,
  onError: true,
  origin: true,
  pages: true,
  passkeys: true,
  passwordPolicy: true,
  provision: true,
  proxies: true,
  reportLinkSeconds: true,
  resetLinkSeconds: true,
  secrets: true,
  sessions: true,
  stepUp: true,
  stepUpStatus: true,
  stepUpToken: true,
  store: true,
  totpSetUpSeconds: true,
  trustedOrigins: true,
  usernameMaxLength: true,
  verificationLinkSeconds: true,
};

const pages: Names<Settings['pages']> = {
  emailConfirmation: true,
  emailReport: true,
  passwordReset: true,
  securityReport: true,
  settings: true,
};

const hooks: Names<Hooks> = { onOperation: true };

function check(prefix: string, value: unknown, known: Readonly<Record<string, true>>): void {
  if (value === undefined) return;
  if (typeof value !== 'object' || value === null) {
    throw new Error(`selvedge: ${prefix || 'the options'} has to be an object.`);
  }
  for (const name of Object.keys(value)) {
    if (Object.hasOwn(known, name)) continue;
    const which = prefix === '' ? name : `${prefix}.${name}`;
    const all = Object.keys(known).join(', ');
    throw new Error(`selvedge: there is no option "${which}". There is: ${all}.`);
  }
}

/**
 * Throws a sentence that names an option which nobody would read: a slip of the pen must not switch a guard off. Names
 * within the parts of the settings are judged where those are completed.
 */
export function checkNames(options: AccountServerOptions<never>): void {
  check('', options, names);
  check('pages', options.pages, pages);
  check('hooks', options.hooks, hooks);
}

/** Throws a sentence for a page that is missing: some mail would lead nowhere. */
export function checkPages(given: Settings['pages']): void {
  for (const name of Object.keys(pages)) {
    const page: unknown = given[name as keyof Settings['pages']];
    if (typeof page === 'string' && page !== '') continue;
    throw new Error(
      `selvedge: pages.${name} is missing; it is a page of yours that mailed links lead to.`,
    );
  }
}
