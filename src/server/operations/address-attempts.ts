import type { Attempt } from '../ports/account-store.ts';
import type { Ports } from '../ports/ports.ts';
import { addressBlock } from './address-block.ts';
import { rateLimited } from './effects.ts';
import { instant } from './instants.ts';

/** What anybody may try from an address block: each is counted apart. */
export type AddressedTry = 'sign-in' | 'passkey-start' | 'sign-up' | 'forgot-password';

function addressKey(ports: Ports, what: string, address: string | null): string {
  const block = address === null ? null : addressBlock(address);
  // Whoever's address is not known shares one count with all others: no address must not mean no limit.
  return `address:${what}:${block === null ? 'unknown' : ports.secrets.digest(block)}`;
}

/** Counts a try from an address block; throws `rate_limited` when there were too many. */
export async function countAddress(
  ports: Ports,
  what: AddressedTry,
  address: string | null,
): Promise<void> {
  const attempt = {
    key: addressKey(ports, what, address),
    limits: ports.settings.limits.addresses,
  };
  const counted = await ports.store.takeAttempt(attempt, instant(ports));
  if (counted.kind === 'rate_limited') throw rateLimited(counted);
}

/** An account that is made from an address block, for the effects of the write that makes it. */
export function signUpAttempt(ports: Ports, address: string | null): Attempt {
  return { key: addressKey(ports, 'signed-up', address), limits: ports.settings.limits.signUps };
}
