/** A `fetch` with a browser's memory: it keeps cookies, and says that its page is of the server's origin. */
export function createBrowserFetch(): typeof globalThis.fetch & { cookies: Map<string, string> } {
  const cookies = new Map<string, string>();
  const browserFetch: typeof globalThis.fetch = async (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('sec-fetch-site', 'same-origin');
    if (cookies.size > 0) {
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    }
    const response = await fetch(input, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/; Max-Age=0;/.test(cookie)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  return Object.assign(browserFetch, { cookies });
}
