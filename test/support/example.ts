import { randomBytes } from 'node:crypto';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright';
import { chromium } from 'playwright';
import type { KeptMail } from 'selvedge/node';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import type { ExampleServer } from './example-server.ts';
import { createExampleServer } from './example-server.ts';
import { type Canaries, readPage, watchCanaries } from './example-canaries.ts';

export const password = 'violet lanterns by the old harbour';

/** Somebody with an account. */
export interface Person {
  email: string;
  password: string;
  name: string;
}

/** A browser of its own, with one page, and what went over its wire. */
export interface Visitor {
  context: BrowserContext;
  page: Page;
  /** Requests to the account server, as `PUT /users/me`. */
  calls: string[];
}

/** The running example, and the people in front of it. */
export interface Example {
  readonly server: ExampleServer;
  /** Makes an account, without a page. */
  register(name?: string): Promise<Person>;
  /** A new browser, in which nobody is signed in; its page is empty. */
  visit(options?: BrowserContextOptions): Promise<Visitor>;
  /** A new browser in which the person is signed in, with the settings open. */
  signIn(person: Person, options?: BrowserContextOptions): Promise<Visitor>;
  /** Another page of the same browser. */
  openTab(visitor: Visitor, path?: string): Promise<Page>;
  /** Waits for the newest mail to an address. */
  mailTo(address: string, subject: RegExp): Promise<KeptMail>;
  /** Something that a test does on purpose, and that a page or the server complains about. */
  allow(complaint: RegExp): void;
}

/** The browser's complaint about a part of the page that was still to come when the line was cut. */
export const lateParts =
  /net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|EMPTY_RESPONSE|CONNECTION_RESET) \(.*\/assets\//;

/** The link in a mail. */
export function linkIn(mail: KeptMail): string {
  const [link] = /https?:\/\/\S+#token=\S+/.exec(mail.text) ?? [];
  if (link === undefined) throw new Error(`No link in: ${mail.text}`);
  return link;
}

/** A section of the settings, by its heading. */
export function section(page: Page, title: string): Locator {
  return page
    .locator('.selvedge-section')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) });
}

/** Answers the prompt "Confirm it's you". */
export async function confirmItsMe(page: Page, secret: string = password): Promise<void> {
  const prompt = page.getByRole('dialog', { name: 'Confirm it’s you' });
  await prompt.getByLabel('Password', { exact: true }).fill(secret);
  await prompt.getByRole('button', { name: 'Confirm', exact: true }).click();
}

/** Begins to count the presses of the mouse on a page; the answer tells how many there were. */
export async function countClicks(page: Page): Promise<() => number> {
  let clicks = 0;
  await page.exposeFunction('countClick', () => {
    clicks += 1;
  });
  await page.evaluate(() => {
    addEventListener('click', ({ isTrusted, detail }) => {
      // The keyboard's clicks have no detail.
      if (isTrusted && detail > 0) (window as unknown as { countClick(): void }).countClick();
    });
  });
  return () => clicks;
}

// Runs in every page before anything else: what the policy refuses becomes a line on the console.
function reportRefusals(): void {
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
    console.error(`refused by the policy: ${violatedDirective} ${blockedURI} ${sample}`);
  });
}

/**
 * Starts the example before the tests of a file and ends it afterwards. After each test nobody's page may have
 * complained: no violation of the policy, no line on the console, nothing thrown, no request to another origin, nothing
 * kept in the browser but cookies; no secret in what a page shows, asks for or says; and no line on the server's error
 * output.
 */
export function startExample(): Example {
  let browser: Browser;
  let server: ExampleServer;
  const contexts: BrowserContext[] = [];
  const canaries: Canaries[] = [];
  /** Cookies of signing up, for the first browser of each person: hashing a password takes its time. */
  const firstSessions = new Map<string, Awaited<ReturnType<BrowserContext['cookies']>>>();
  let complaints: string[] = [];
  let allowed: RegExp[] = [];

  beforeAll(async () => {
    server = await createExampleServer(inject('examplePage'));
    await server.start();
    browser = await chromium.connect(inject('exampleBrowser'));
  });
  afterAll(async () => {
    await browser.close();
    await server.remove();
  });
  afterEach(async () => {
    const stored = await Promise.all(
      contexts.flatMap((context) => context.pages().map(findStored)),
    );
    const secrets = await Promise.all(canaries.splice(0).map((one) => one.find()));
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    const said = [...complaints, ...server.complaints.splice(0)];
    const left = said.filter((line) => !allowed.some((pattern) => pattern.test(line)));
    complaints = [];
    allowed = [];
    expect(left).toEqual([]);
    expect(stored.flat()).toEqual([]);
    expect(secrets.flat()).toEqual([]);
  });

  async function post(context: BrowserContext, path: string, data: object): Promise<void> {
    const url = `${server.origin}/api/auth${path}`;
    const response = await context.request.post(url, { data, headers: { origin: server.origin } });
    expect(response.status(), await response.text()).toBe(200);
  }

  async function visit(options: BrowserContextOptions = {}): Promise<Visitor> {
    const context = await browser.newContext({
      baseURL: server.origin,
      locale: 'en-GB',
      reducedMotion: 'reduce',
      ...options,
    });
    context.setDefaultTimeout(20_000);
    contexts.push(context);
    canaries.push(watchCanaries(context));
    const calls: string[] = [];
    await context.addInitScript(reportRefusals);
    context.on('console', (message) => {
      const { url } = message.location();
      const text = message.text();
      if (message.type() !== 'error' && message.type() !== 'warning') return;
      // A refusal by the account server is an answer, which Chromium reports all the same.
      // What is fetched later may find the server gone, as what is sent may.
      if (text.startsWith('Failed to load resource') && /\/api\/auth\/|\/assets\/judge-/.test(url))
        return;
      complaints.push(`${text} (${url})`);
    });
    context.on('weberror', (error) => complaints.push(String(error.error())));
    context.on('request', (request) => {
      const url = new URL(request.url());
      if (url.origin !== server.origin && url.protocol !== 'data:' && url.protocol !== 'blob:') {
        complaints.push(`request to another origin: ${url.href}`);
      }
      const [, path] = url.pathname.split('/api/auth');
      // The lists that the page fetches when everything else is there come when they come.
      if (path === undefined || /^\/users\/me\/(sessions|activity)$/.test(path)) return;
      calls.push(`${request.method()} ${path}`);
    });
    return { context, page: await context.newPage(), calls };
  }

  return {
    get server() {
      return server;
    },
    visit,
    async register(name = 'Ada Lovelace') {
      const person = { name, password, email: `p${randomBytes(6).toString('hex')}@example.com` };
      const context = await browser.newContext();
      await post(context, '/register', person);
      firstSessions.set(person.email, await context.cookies());
      await context.close();
      return person;
    },
    async signIn(person, options) {
      const visitor = await visit(options);
      const { email } = person;
      const cookies = firstSessions.get(email);
      if (cookies) await visitor.context.addCookies(cookies);
      else await post(visitor.context, '/login', { email, password: person.password });
      firstSessions.delete(email);
      await visitor.page.goto('/');
      await visitor.page.getByRole('heading', { name: 'Settings' }).waitFor();
      return visitor;
    },
    async openTab({ context }, path = '/') {
      const page = await context.newPage();
      await page.goto(path);
      return page;
    },
    async mailTo(address, subject) {
      let found: KeptMail | undefined;
      await expect
        .poll(async () => {
          const mails = await server.mails();
          found = mails.find((mail) => mail.to === address && subject.test(mail.subject));
          return found !== undefined;
        })
        .toBe(true);
      return found as unknown as KeptMail;
    },
    allow(complaint) {
      allowed.push(complaint);
    },
  };
}

/** What a page keeps in the browser, apart from cookies. */
function findStored(page: Page): Promise<string[]> {
  return readPage(page, [], async () => [
    ...Object.keys(localStorage).map((key) => `localStorage ${key}`),
    ...Object.keys(sessionStorage).map((key) => `sessionStorage ${key}`),
    ...(await indexedDB.databases()).map(({ name }) => `indexedDB ${name}`),
    ...(await caches.keys()).map((key) => `caches ${key}`),
  ]);
}
