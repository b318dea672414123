import type { DeviceRecord } from '../ports/session-store.ts';
import type { Ports } from '../ports/ports.ts';
import { instant } from './instants.ts';

/** Characters of one secret (`Secrets.mintSecret`). */
const secretLength = 43;

/** People who share a browser: more than these, and it forgets the one who signed in first. */
const mostSecrets = 5;

/**
 * The cookie that makes a browser known holds one secret for each account that signed in there, the newest first,
 * without anything between them. They open nothing: they keep the tries of this browser apart from those of strangers.
 */
function secretsIn(cookie: string | null): string[] {
  if (cookie === null || !/^[\w-]+$/.test(cookie)) return [];
  return (cookie.match(new RegExp(`.{${secretLength}}`, 'g')) ?? []).slice(0, mostSecrets);
}

/** The digest by which the account knows this browser; null when it does not. Takes as long where there is no account. */
export async function findKnownDevice(
  ports: Ports,
  cookie: string | null,
  accountId: string | null,
): Promise<string | null> {
  let known: string | null = null;
  for (const secret of secretsIn(cookie)) {
    const digest = ports.secrets.digest(secret);
    if (await ports.store.findDevice(digest, accountId ?? '')) known ??= digest;
  }
  return accountId === null ? null : known;
}

/** What a sign-in makes of the browser: how the account knows it from now on, and what its cookie is to be. */
export interface SignedInDevice {
  device: DeviceRecord;
  /** Null when the cookie stays as it is. */
  deviceSecret: string | null;
}

/**
 * Makes the browser known to the account. A secret that was not minted for this account is never taken over: whoever
 * put it there would be known, too.
 */
export function signedInDevice(
  ports: Ports,
  cookie: string | null,
  accountId: string,
  knownDigest: string | null,
): SignedInDevice {
  const lastUsedAt = instant(ports);
  if (knownDigest !== null) {
    return { device: { digest: knownDigest, accountId, lastUsedAt }, deviceSecret: null };
  }
  const secret = ports.secrets.mintSecret();
  return {
    device: { digest: ports.secrets.digest(secret), accountId, lastUsedAt },
    deviceSecret: [secret, ...secretsIn(cookie)].slice(0, mostSecrets).join(''),
  };
}
