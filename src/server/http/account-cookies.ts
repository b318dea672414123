import { stepUpPurposes } from '../../contract/step-up.ts';
import type { HostCookie } from './cookies.ts';
import { checkHostCookie, findCookie, serializeCookie } from './cookies.ts';

/** What our secrets look like: 43 characters of base64url, with room for another implementation of `Secrets`. */
export const secretShape = /^[\w-]{20,256}$/;

/** How long a browser stays known: one year. */
const deviceSeconds = 31_536_000;

/** The cookies of the package: for the session, for the grant of each purpose, and for the browser itself. */
export interface AccountCookies {
  findSession(header: string | undefined): string | null;
  findGrant(header: string | undefined, purpose: string): string | null;
  /** What makes a browser known to the accounts that signed in with it; it opens nothing. */
  findDevice(header: string | undefined): string | null;
  setSession(token: string, maxAgeSeconds: number): string;
  setGrant(purpose: string, secret: string, maxAgeSeconds: number): string;
  setDevice(secret: string): string;
  clearGrant(purpose: string): string;
  /** Clears ours but that of the browser, and those that the host named. */
  clearSession(): readonly string[];
  /** Clears all of them. */
  clearAll(): readonly string[];
}

/**
 * Names and attributes follow from the configured origin, never from a request: `__Host-` and `Secure` over https, plain
 * names on http://localhost.
 */
export function createAccountCookies(options: {
  origin: string;
  /** Whether the session cookie is ours. */
  ownSessions: boolean;
  clearCookies: readonly HostCookie[];
}): AccountCookies {
  const secure = options.origin.startsWith('https:');
  const prefix = secure ? '__Host-' : '';
  const sessionName = `${prefix}selvedge-session`;
  const deviceName = `${prefix}selvedge-device`;
  const grantNames = new Map(
    stepUpPurposes.map((purpose): [string, string] => [
      purpose,
      `${prefix}selvedge-grant-${purpose}`,
    ]),
  );
  const grantName = (purpose: string): string =>
    grantNames.get(purpose) ?? `${prefix}selvedge-grant-${purpose}`;

  // Lax lets a person who follows a link to the app arrive signed in; a proof is never needed on arrival.
  const session = (value: string, maxAgeSeconds: number): string =>
    serializeCookie(sessionName, value, { path: '/', maxAgeSeconds, secure, sameSite: 'Lax' });
  const device = (value: string, maxAgeSeconds: number): string =>
    serializeCookie(deviceName, value, { path: '/', maxAgeSeconds, secure, sameSite: 'Lax' });
  const grant = (purpose: string, value: string, maxAgeSeconds: number): string =>
    serializeCookie(grantName(purpose), value, {
      path: '/',
      maxAgeSeconds,
      secure,
      sameSite: 'Strict',
    });
  const find = (header: string | undefined, name: string): string | null => {
    const value = findCookie(header, name);
    return value !== null && secretShape.test(value) ? value : null;
  };

  for (const cookie of options.clearCookies) checkHostCookie(cookie);
  const cleared = [
    ...(options.ownSessions ? [session('', 0)] : []),
    ...stepUpPurposes.map((purpose) => grant(purpose, '', 0)),
    ...options.clearCookies.map(({ name, path = '/', domain }) =>
      serializeCookie(name, '', {
        path,
        ...(domain === undefined ? {} : { domain }),
        maxAgeSeconds: 0,
        // Browsers take a `__Host-` or `__Secure-` cookie, and so its removal, only with Secure.
        secure: secure || name.startsWith('__'),
        sameSite: 'Lax',
      }),
    ),
  ];

  const clearedWithDevice = [...cleared, ...(options.ownSessions ? [device('', 0)] : [])];

  return {
    findSession: (header) => find(header, sessionName),
    findGrant: (header, purpose) => find(header, grantName(purpose)),
    findDevice: (header) => find(header, deviceName),
    setSession: session,
    setGrant: grant,
    setDevice: (secret) => device(secret, deviceSeconds),
    clearGrant: (purpose) => grant(purpose, '', 0),
    clearSession: () => cleared,
    clearAll: () => clearedWithDevice,
  };
}
