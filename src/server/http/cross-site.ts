import type { HttpRequest } from './exchange.ts';

/** Where a request comes from: a page of the app's own origin, of an origin that is trusted, or of any other. */
export type Site = 'own' | 'trusted' | 'foreign';

/** Tells where requests come from, and what other origins may read. */
export interface CrossSite {
  judge(request: Pick<HttpRequest, 'header'>): Site;
  /** What a trusted origin's page needs in order to read an answer. */
  corsHeaders(request: Pick<HttpRequest, 'header'>): Record<string, string>;
  /** The answer to a trusted origin's preflight. */
  preflightHeaders(request: Pick<HttpRequest, 'header'>, methods: string): Record<string, string>;
}

/** The origin as browsers write it. Throws a sentence for everything else: a path, `*`, plain http on a public host. */
export function checkOrigin(option: string, value: string): string {
  const url = URL.parse(value);
  if (url === null || url.origin !== value || value.includes('*')) {
    throw new Error(
      `selvedge: ${option} has "${value}"; it takes exact origins such as https://app.example, ` +
        'without a path, a trailing slash or a wildcard.',
    );
  }
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local)) {
    throw new Error(
      `selvedge: ${option} has "${value}"; cookies are safe over https only (http://localhost is fine).`,
    );
  }
  return value;
}

const headerList = /^[\w-]+(?:\s*,\s*[\w-]+)*$/;

/**
 * Same origin always passes. `Sec-Fetch-Site` decides where a browser sends it, `Origin` where it does not. A request
 * with neither comes from no browser's page: every browser sends `Origin` with the methods that change something.
 */
export function createCrossSite(options: {
  origin: string;
  trustedOrigins: readonly string[];
}): CrossSite {
  const own = checkOrigin('origin', options.origin);
  const trusted = new Set(
    options.trustedOrigins.map((origin) => checkOrigin('trustedOrigins', origin)),
  );

  function judge(request: Pick<HttpRequest, 'header'>): Site {
    const origin = request.header('origin');
    if (origin !== undefined && trusted.has(origin)) return 'trusted';
    const site = request.header('sec-fetch-site');
    if (site !== undefined) return site === 'same-origin' || site === 'none' ? 'own' : 'foreign';
    return origin === undefined || origin === own ? 'own' : 'foreign';
  }

  const allowed = (request: Pick<HttpRequest, 'header'>): Record<string, string> => ({
    'access-control-allow-origin': request.header('origin') ?? own,
    'access-control-allow-credentials': 'true',
  });

  return {
    judge,
    corsHeaders: (request) => ({
      ...allowed(request),
      'access-control-expose-headers':
        'ETag, RateLimit, RateLimit-Policy, Retry-After, WWW-Authenticate',
    }),
    preflightHeaders(request, methods) {
      // A host's own headers (a bearer token, a tracing id) are the trusted page's to send.
      const asked = request.header('access-control-request-headers') ?? '';
      return {
        ...allowed(request),
        'access-control-allow-methods': methods,
        'access-control-allow-headers': headerList.test(asked)
          ? asked
          : 'content-type, if-match, selvedge-account, x-step-up-token',
        'access-control-max-age': '600',
      };
    },
  };
}
