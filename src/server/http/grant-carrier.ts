import type { MintedGrant } from '../operations/call.ts';
import type { AccountCookies } from './account-cookies.ts';
import { secretShape } from './account-cookies.ts';
import type { HttpRequest } from './exchange.ts';

/** The header that a grant comes with where pages keep it themselves. */
export const stepUpHeader = 'x-step-up-token';

/** How a proof travels: handed out with one answer, and back with the request that it is for. */
export interface GrantCarrier {
  /** The grant that came for this purpose, or null. */
  find(request: Pick<HttpRequest, 'header'>, purpose: string): string | null;
  /** What the answer to the proof carries. */
  hand(grant: MintedGrant, lifeSeconds: number): { cookies: readonly string[]; body: object };
  /** Cookies that go with a use. */
  clear(purpose: string): readonly string[];
}

/** In cookies that no script can read, one for each purpose. */
export function createCookieGrants(cookies: AccountCookies): GrantCarrier {
  return {
    find: (request, purpose) => cookies.findGrant(request.header('cookie'), purpose),
    hand: ({ purpose, secret }, lifeSeconds) => ({
      cookies: [cookies.setGrant(purpose, secret, lifeSeconds)],
      body: {},
    }),
    clear: (purpose) => [cookies.clearGrant(purpose)],
  };
}

/** In the body of the answer and in a header of the request; cookies are not looked at. */
export function createHeaderGrants(): GrantCarrier {
  return {
    find(request) {
      const value = request.header(stepUpHeader);
      return value !== undefined && secretShape.test(value) ? value : null;
    },
    hand: ({ secret, expiresAt }) => ({ cookies: [], body: { stepUpToken: secret, expiresAt } }),
    clear: () => [],
  };
}
