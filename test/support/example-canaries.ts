import type { BrowserContext, Page, Request, Response } from 'playwright';

/** What a browser sent or was given and no page may show, keep, or put into an address. */
export interface Canaries {
  /** Where secrets of this browser are to be seen by now, as `password in the page`; empty when nowhere. */
  find(): Promise<string[]>;
}

const secretMembers = new Set(['password', 'oldPassword', 'newPassword', 'token', 'stepUpToken']);

/** The members of a body that are secrets, by name. */
function* secretsOf(body: unknown): Generator<[name: string, value: string]> {
  if (typeof body !== 'object' || body === null) return;
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string' && value.length > 7 && secretMembers.has(name)) {
      yield [name, value];
    } else yield* secretsOf(value);
  }
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}

/** What a function finds in a page, once more when the page was just being replaced; `none` where nothing is open. */
export async function readPage<Found>(
  page: Page,
  none: Found,
  find: () => Found | Promise<Found>,
): Promise<Found> {
  if (!page.url().startsWith('http')) return none;
  try {
    return await page.evaluate(find);
  } catch (error) {
    if (!String(error).includes('context was destroyed')) throw error;
    await page.waitForLoadState();
    return page.evaluate(find);
  }
}

/** Everything of a page that a script of the host, an extension or a recording of the session can read. */
function findTexts(page: Page): Promise<Record<string, string>> {
  return readPage<Record<string, string>>(page, {}, () => ({
    page: document.documentElement.outerHTML,
    address: location.href,
    state: JSON.stringify(history.state),
    storage: [localStorage, sessionStorage].map((storage) => JSON.stringify(storage)).join('\n'),
    cookies: document.cookie,
    // The address of this page itself is the link of the mail, whose token is a fragment: no server sees it.
    requests: performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .join('\n'),
  }));
}

/** Begins to note the secrets of a browser, and everything that it asks for and says. */
export function watchCanaries(context: BrowserContext): Canaries {
  const secrets = new Map<string, string>();
  const requested: string[] = [];
  const said: string[] = [];
  const pending: Promise<unknown>[] = [];

  const noteResponse = async (response: Response): Promise<void> => {
    for (const { name, value } of await response.headersArray()) {
      const [, cookie = '', token = ''] = /^([^=]+)=([^;]+)/.exec(value) ?? [];
      if (name.toLowerCase() === 'set-cookie' && token.length > 20) secrets.set(token, cookie);
    }
  };
  context.on('request', (request: Request) => {
    requested.push(request.url());
    for (const [name, value] of secretsOf(parse(request.postData()))) secrets.set(value, name);
  });
  context.on('response', (response) => {
    // A page that is closed takes its answers along.
    if (response.url().includes('/api/auth/')) pending.push(noteResponse(response).catch(() => {}));
  });
  context.on('console', (message) => said.push(message.text()));

  return {
    async find() {
      await Promise.all(pending);
      const places = await Promise.all(context.pages().map(findTexts));
      const texts = [
        ...places.flatMap(Object.entries<string>),
        ['requests', requested.join('\n')],
        ['console', said.join('\n')],
      ] as const;
      return [...secrets].flatMap(([secret, name]) =>
        texts
          .filter(([, text]) => text.includes(secret) || text.includes(encodeURIComponent(secret)))
          .map(([place]) => `${name} in the ${place}`),
      );
    },
  };
}
