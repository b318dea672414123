import type { Instant } from '../server/ports/account-store.ts';
import type { LinkKind, NewLink } from '../server/ports/link-store.ts';
import type { MemoryState } from './memory-store-state.ts';
import { copy } from './memory-store-state.ts';

/** Any mailed link: to confirm a change, to report one, or one of the kinds of `LinkStore`. */
interface AnyLink {
  tokenDigest: string | null;
  expiresAt: Instant;
  state: 'live' | 'used' | 'dead';
  endedAt: Instant | null;
}

/** What has become of a link at an instant. */
export function stateAt(link: AnyLink, at: Instant): 'live' | 'expired' | 'used' | 'dead' {
  return link.state === 'live' && at >= link.expiresAt ? 'expired' : link.state;
}

/** Ends a link for another reason than time. */
export function end(link: AnyLink, how: 'used' | 'dead', at: Instant): void {
  link.state = how;
  link.endedAt = at;
}

/** The link of a token, or null. */
export function findByDigest<Found extends AnyLink>(
  links: ReadonlyMap<string, Found>,
  digest: string,
): Found | null {
  for (const link of links.values()) if (link.tokenDigest === digest) return link;
  return null;
}

/** Makes every live link of one kind void. */
export function endLinks(state: MemoryState, accountId: string, kind: LinkKind, at: Instant): void {
  for (const link of state.links.values()) {
    if (link.accountId !== accountId || link.kind !== kind) continue;
    if (stateAt(link, at) === 'live') end(link, 'dead', at);
  }
}

/** Makes the links void that stand for the address that an account had. Reports stay: they are about what happened. */
export function endAddressLinks(state: MemoryState, accountId: string, at: Instant): void {
  endLinks(state, accountId, 'verification', at);
  endLinks(state, accountId, 'password_reset', at);
}

/** Stores the links that mails of an account carry. A newer `verification` or `password_reset` makes the older void. */
export function addLinks(
  state: MemoryState,
  accountId: string,
  links: readonly NewLink[],
  at: Instant,
): void {
  for (const link of links) {
    if (link.kind !== 'security_report') endLinks(state, accountId, link.kind, at);
    state.links.set(link.id, {
      ...copy(link),
      accountId,
      createdAt: at,
      state: 'live',
      endedAt: null,
    });
  }
}
