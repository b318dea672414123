import type { Settings } from '../ports/settings.ts';
import type { AccountServerOptions } from './account-server-options.ts';
import { checkOrigin } from './cross-site.ts';
import { checkNames, checkPages } from './option-names.ts';
import { checkValues } from './option-values.ts';

const makers = {
  store: 'createSqliteStore() from selvedge/sql makes one',
  hasher: 'createPasswordHasher() from selvedge/node makes one',
  images: 'createImageProcessor() from selvedge/node makes one',
  avatars: 'createFileAvatarStorage() from selvedge/node makes one',
  secrets: 'createSecrets() from selvedge/node makes them',
  appName: 'it is the name that mails say',
  pages:
    'mailed links lead there: { settings, emailConfirmation, emailReport, passwordReset, securityReport }',
  origin: 'it is where browsers reach this server, for example https://app.example',
} as const;

function checkPresence(options: AccountServerOptions<never>): void {
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
}

function checkAddresses({ proxies = 0, clientAddress }: AccountServerOptions<never>): void {
  const given: unknown = proxies;
  if (!Number.isInteger(given) || proxies < 0 || proxies > 16) {
    throw new Error(
      `selvedge: proxies is ${JSON.stringify(given)}; it takes how many proxies of yours stand before this server, ` +
        'from 0 to 16. To believe all of them, or a list of addresses, would let visitors choose their address.',
    );
  }
  if (proxies > 0 && clientAddress !== undefined) {
    throw new Error(
      'selvedge: proxies and clientAddress both say whose the address is; pass one of them.',
    );
  }
}

function checkHost(options: AccountServerOptions<never>): void {
  if (options.identify === undefined && (options.provision ?? options.endSessions)) {
    throw new Error(
      'selvedge: provision and endSessions belong to a host with its own sessions; pass identify, too.',
    );
  }
}

/**
 * Throws a sentence for an option that is missing, unknown, of the wrong kind or not safe, for hosts without a type checker
 * too: what a server does not understand it does not start with.
 */
export function checkOptions(options: AccountServerOptions<never>): void {
  checkNames(options);
  checkPresence(options);
  checkPages(options.pages);
  checkOrigin('origin', options.origin);
  const { basePath } = options;
  if (basePath !== undefined && !/^(\/[\w.~-]+)*$/.test(basePath)) {
    throw new Error(
      `selvedge: basePath is "${basePath}"; it begins with a slash and ends without one, as in "/api/auth".`,
    );
  }
  checkValues(options);
  checkAddresses(options);
  checkHost(options);
}

/** The pages as absolute URLs. */
export function resolvePages(pages: Settings['pages'], origin: string): Settings['pages'] {
  const resolve = (page: string): string => URL.parse(page, origin)?.href ?? page;
  return {
    emailConfirmation: resolve(pages.emailConfirmation),
    emailReport: resolve(pages.emailReport),
    passwordReset: resolve(pages.passwordReset),
    securityReport: resolve(pages.securityReport),
    settings: resolve(pages.settings),
  };
}
