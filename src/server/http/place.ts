import type { Awaitable } from './host-sessions.ts';

/** What a host makes of an address: `Vienna, Austria`. Null for one that it does not know. */
export type Locate = (address: string) => Awaitable<string | null>;

/** How long a host's `locate` may take; then there is no place. */
const patienceMilliseconds = 200;

/** Most code points of a place. */
const longest = 80;

function clean(place: unknown): string | null {
  if (typeof place !== 'string') return null;
  // Cut roughly first, so that a text of megabytes costs nothing; a surrogate cut in half falls to \p{C}.
  const line = place
    .slice(0, longest * 8)
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim();
  return [...line].slice(0, longest).join('').trimEnd() || null;
}

/** Where an address is, as one short line; null whenever the host's function does not say so in time. Never rejects. */
export async function findPlace(
  locate: Locate | undefined,
  address: string | null,
): Promise<string | null> {
  if (locate === undefined || address === null) return null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patienceMilliseconds);
  });
  try {
    return clean(await Promise.race([Promise.resolve(locate(address)).catch(() => null), late]));
  } catch {
    // Thrown instead of rejected.
    return null;
  } finally {
    clearTimeout(timer);
  }
}
