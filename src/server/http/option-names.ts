import type { Limit } from '../ports/account-store.ts';
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

const limit: Names<Limit> = { count: true, seconds: true };

const limits: Names<Settings['limits']> = {
  addresses: true,
  mails: true,
  proofs: true,
  proofsInARow: true,
  signUps: true,
};

const passwordPolicy: Names<Settings['passwordPolicy']> = {
  characterTypes: true,
  history: true,
  maxIdenticalInRow: true,
  maxLength: true,
  minLength: true,
  minLengthWithSecondFactor: true,
  notCommon: true,
  notPersonal: true,
};

const stepUp: Names<Settings['stepUp']> = {
  emailCode: true,
  lifetimeSeconds: true,
  operations: true,
  recentSignInSeconds: true,
  reuse: true,
};

const stepUpOperations: Names<Settings['stepUp']['operations']> = {
  addPasskey: true,
  changePassword: true,
  createRecoveryCodes: true,
  deleteAccount: true,
  disableTwoFactor: true,
  removePasskey: true,
  requestEmailChange: true,
  setUpTotp: true,
};

const sessions: Names<Settings['sessions']> = { idleSeconds: true, lifetimeSeconds: true };
const avatar: Names<Settings['avatar']> = { baseUrl: true, maxBytes: true, maxPixels: true };
const hooks: Names<Hooks> = { onOperation: true };

function check(where: string, value: unknown, known: Readonly<Record<string, true>>): void {
  if (value === undefined) return;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`selvedge: ${where} has to be an object with options.`);
  }
  for (const name of Object.keys(value)) {
    if (Object.hasOwn(known, name)) continue;
    const which = where === '' ? name : `${where}.${name}`;
    throw new Error(
      `selvedge: there is no option "${which}". There ${where === '' ? 'are' : 'is'}: ${Object.keys(known).join(', ')}.`,
    );
  }
}

/** Throws a sentence that names an option which nobody would read: a slip of the pen must not switch a guard off. */
export function checkNames(options: AccountServerOptions<never>): void {
  check('', options, names);
  check('pages', options.pages, pages);
  check('limits', options.limits, limits);
  for (const [name, list] of Object.entries(options.limits ?? {})) {
    if (Array.isArray(list)) for (const one of list) check(`limits.${name}[]`, one, limit);
  }
  check('passwordPolicy', options.passwordPolicy, passwordPolicy);
  check('stepUp', options.stepUp, stepUp);
  check('stepUp.operations', options.stepUp?.operations, stepUpOperations);
  check('sessions', options.sessions, sessions);
  check('avatar', options.avatar, avatar);
  check('hooks', options.hooks, hooks);
}

/** Throws a sentence for a page that is missing: some mail would lead nowhere. */
export function checkPages(given: Settings['pages']): void {
  for (const name of Object.keys(pages)) {
    const page: unknown = given[name as keyof Settings['pages']];
    if (typeof page !== 'string' || page === '') {
      throw new Error(
        `selvedge: pages.${name} is missing; it is a page of yours that mailed links lead to.`,
      );
    }
  }
}
