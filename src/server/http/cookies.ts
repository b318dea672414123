/** A cookie of the host that has to go when the account is deleted or the session ends. */
export interface HostCookie {
  /** As the host set it, with a `__Host-` if it has one. */
  name: string;
  /** As the host set it. Default `/`. */
  path?: string;
  /** As the host set it; absent when it set none. */
  domain?: string;
}

/** What stands behind a cookie's value. */
export interface CookieAttributes {
  path: string;
  domain?: string;
  /** 0 removes the cookie. */
  maxAgeSeconds: number;
  secure: boolean;
  sameSite: 'Lax' | 'Strict';
}

/**
 * One cookie out of a `Cookie` header, or null. A name that occurs twice with different values counts as absent: one of
 * the two was planted, and which one cannot be told.
 */
export function findCookie(header: string | undefined, name: string): string | null {
  if (header === undefined) return null;
  let found: string | null = null;
  for (let start = 0; start < header.length;) {
    const semicolon = header.indexOf(';', start);
    const end = semicolon < 0 ? header.length : semicolon;
    while (header.charCodeAt(start) === 0x20) start++;
    if (header.charCodeAt(start + name.length) === 0x3d && header.startsWith(name, start)) {
      const value = header.slice(start + name.length + 1, end).trimEnd();
      if (found !== null && found !== value) return null;
      found = value;
    }
    start = end + 1;
  }
  return found;
}

/** One `Set-Cookie` value. Never readable by scripts. */
export function serializeCookie(name: string, value: string, attributes: CookieAttributes): string {
  const { path, domain, maxAgeSeconds, secure, sameSite } = attributes;
  return (
    `${name}=${value}; Path=${path}` +
    (domain === undefined ? '' : `; Domain=${domain}`) +
    `; Max-Age=${maxAgeSeconds}` +
    (maxAgeSeconds === 0 ? '; Expires=Thu, 01 Jan 1970 00:00:00 GMT' : '') +
    '; HttpOnly' +
    (secure ? '; Secure' : '') +
    `; SameSite=${sameSite}`
  );
}

/** Throws a sentence when a cookie that the host names could not be written into a header. */
export function checkHostCookie({ name, path = '/', domain }: HostCookie): void {
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) {
    throw new Error(`selvedge: clearCookies names "${name}", which cannot be a cookie's name.`);
  }
  if (!/^\/[\x20-\x3a\x3c-\x7e]*$/.test(path)) {
    throw new Error(`selvedge: the path of "${name}" in clearCookies must begin with "/".`);
  }
  if (domain !== undefined && !/^\.?[\w.-]+$/.test(domain)) {
    throw new Error(`selvedge: the domain of "${name}" in clearCookies is no domain.`);
  }
}
