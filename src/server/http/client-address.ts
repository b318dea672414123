import { canonicalAddress } from '../operations/address-block.ts';

/** Whose the address is: the socket's other end, or what trusted proxies say of it. */
export type FindAddress<Raw extends readonly unknown[] = readonly unknown[]> = (
  /** The other end of the socket; null where the skin does not know it. */
  peer: string | null,
  /** The value of `X-Forwarded-For`. */
  forwardedFor: string | undefined,
  raw: Raw,
) => string | null;

/** The n-th entry from the right, which the outermost of n proxies has written; null when there are fewer. */
function fromRight(header: string, count: number): string | null {
  let end = header.length;
  for (let seen = 1; ; seen += 1) {
    const comma = header.lastIndexOf(',', end - 1);
    if (seen === count) return header.slice(comma + 1, end);
    if (comma < 0) return null;
    end = comma;
  }
}

/**
 * Reads addresses as the host configured it. What stands left of the trusted proxies' own entries is whatever the client
 * wrote, and is never read. Null where nothing can be known: all such requests then share their limits.
 */
export function createFindAddress<Raw extends readonly unknown[]>(options: {
  proxies: number;
  clientAddress: ((...raw: Raw) => string | null | undefined) | undefined;
}): FindAddress<Raw> {
  const { proxies, clientAddress } = options;
  if (clientAddress !== undefined) {
    return (_peer, _forwardedFor, raw) => {
      const address = clientAddress(...raw);
      return typeof address === 'string' ? canonicalAddress(address) : null;
    };
  }
  if (proxies === 0) return (peer) => (peer === null ? null : canonicalAddress(peer));
  return (_peer, forwardedFor) => {
    const entry = forwardedFor === undefined ? null : fromRight(forwardedFor, proxies);
    return entry === null ? null : canonicalAddress(entry);
  };
}
