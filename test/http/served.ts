import { request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { accountRouter } from 'selvedge/express';
import type { AccountServer, AccountServerOptions, AvatarStorage, Mail } from 'selvedge/server';
import { afterAll } from 'vitest';
import { operations, sessionOperations, type Operation } from '../../src/contract/operations.ts';
import { createMemoryStore, type MemoryStore } from '../../src/memory/memory-store.ts';
import { createImageProcessor } from '../../src/server/node/image-processor.ts';
import { createPasswordHasher } from '../../src/server/node/password-hasher.ts';
import { createSecrets } from '../../src/server/node/secrets.ts';

/** Every operation with a path that can be called: where an id stands in it, nobody has this one. */
export const everyOperation: readonly {
  name: string;
  method: string;
  path: string;
  operation: Operation;
}[] = Object.entries<Operation>({ ...operations, ...sessionOperations }).map(
  ([name, operation]) => ({
    name,
    method: operation.method,
    path: operation.path.replace('{id}', 'no-such-id'),
    operation,
  }),
);

/** What came back over the socket. */
export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  /** The values of `Set-Cookie`. */
  cookies: string[];
  bytes: Buffer;
  text: string;
  /** The body as JSON; empty when it is none. */
  json: Record<string, unknown>;
}

/** What is sent, exactly as given: no header is added but `Host` and the length of the body. */
export interface Sending {
  headers?: Record<string, string | string[]>;
  body?: string | Uint8Array;
}

export const send = (
  port: number,
  method: string,
  path: string,
  { headers = {}, body }: Sending = {},
): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    const sent = httpRequest(
      { host: '127.0.0.1', port, method, path, headers: { ...length, ...headers }, agent: false },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          const bytes = Buffer.concat(chunks);
          const text = bytes.toString('utf8');
          const isJson = /json/.test(answer.headers['content-type'] ?? '') && text !== '';
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            cookies: answer.headers['set-cookie'] ?? [],
            bytes,
            text,
            json: isJson ? (JSON.parse(text) as Record<string, unknown>) : {},
          });
        });
        answer.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });

/** A person's browser, as far as the server can tell: it keeps cookies and says where its page comes from. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #port: number;
  readonly #base: string;
  readonly #headers: Record<string, string>;

  constructor(port: number, base: string, headers: Record<string, string>) {
    this.#port = port;
    this.#base = base;
    this.#headers = headers;
  }

  cookieHeader(): Record<string, string> {
    const pairs = [...this.cookies].map(([name, value]) => `${name}=${value}`);
    return pairs.length === 0 ? {} : { cookie: pairs.join('; ') };
  }

  async call(method: string, path: string, input?: unknown, more: Sending = {}): Promise<Reply> {
    const isJson = input !== undefined;
    const reply = await send(this.#port, method, this.#base + path, {
      headers: {
        ...this.#headers,
        ...this.cookieHeader(),
        ...(isJson ? { 'content-type': 'application/json' } : {}),
        ...more.headers,
      },
      ...(isJson ? { body: JSON.stringify(input) } : {}),
      ...(more.body === undefined ? {} : { body: more.body }),
    });
    for (const cookie of reply.cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/; Max-Age=0;/.test(cookie)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return reply;
  }

  /** Signs up; every browser has its own address unless one is given. */
  async signUp(email = `person-${crypto.randomUUID()}@example.com`): Promise<Reply> {
    return this.call('POST', '/register', { email, password });
  }

  /** Proves with the password that it is the person. */
  async prove(purpose: string): Promise<Reply> {
    return this.call('POST', '/step-up', { purpose, password });
  }

  async account(): Promise<TestAccount> {
    return accountOf(await this.call('GET', '/users/me'));
  }
}

/** A password that the policy takes. */
export const password = 'a quiet lighthouse keeper';

/** A picture of one pixel. */
export const tinyPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg==',
  'base64',
);

/** As much of an account as the tests look at. */
export interface TestAccount {
  id: string;
  version: number;
  profile: { name: { value: string | null } };
  email: { address: string; verified: boolean; pending: { address: string } | null };
  password: { set: boolean };
  avatar: { url: string; smallUrl: string } | null;
}

export function accountOf(reply: Reply): TestAccount {
  return reply.json['account'] as TestAccount;
}

/** Avatars in memory. */
export function createTestAvatars(): AvatarStorage & { files: Map<string, Uint8Array> } {
  const files = new Map<string, Uint8Array>();
  return {
    files,
    put: async (key, bytes) => void files.set(key, bytes),
    find: async (key) => files.get(key) ?? null,
    remove: async (key) => void files.delete(key),
  };
}

/** Runs on by itself, and can be moved forward. */
export interface TestClock {
  now(): number;
  forward(seconds: number): void;
}

/** A real server on a real socket. */
export interface Served {
  port: number;
  origin: string;
  base: string;
  store: MemoryStore;
  avatars: ReturnType<typeof createTestAvatars>;
  mails: Mail[];
  clock: TestClock;
  server: AccountServer;
  browser(headers?: Record<string, string>): Browser;
  close(): Promise<void>;
}

type ExpressOptions = Exclude<Parameters<typeof accountRouter>[0], AccountServer>;

/** Options of a server that forgets, with real hashing (at a low cost) and real pictures. */
export async function testParts(): Promise<
  Omit<AccountServerOptions<never>, 'identify' | 'clientAddress'> & {
    store: MemoryStore;
    avatars: Served['avatars'];
    clock: Served['clock'];
  } & { mails: Mail[] }
> {
  const mails: Mail[] = [];
  let offset = 0;
  return {
    store: createMemoryStore(),
    hasher: createPasswordHasher({ memoryKiB: 8, passes: 1 }),
    images: await createImageProcessor(),
    avatars: createTestAvatars(),
    secrets: createSecrets({ key: 'a key for tests that is long enough' }),
    mails,
    mailer: { send: async (mail) => void mails.push(mail) },
    clock: {
      now: () => Date.now() + offset,
      forward: (seconds: number) => void (offset += seconds * 1000),
    },
    origin: 'https://app.example',
    appName: 'Acme',
    pages: {
      settings: '/account',
      emailConfirmation: '/email/confirm',
      emailReport: '/report',
      passwordReset: '/password/reset',
      securityReport: '/security/report',
    },
    dispatch: false,
  };
}

const open: Server[] = [];
afterAll(() => {
  for (const server of open) {
    server.closeAllConnections();
    server.close();
  }
});

/** Serves accounts from an Express app; `origin` is the socket's unless another one is given. */
export async function serve(
  overrides: Partial<ExpressOptions> & {
    mount?: string;
    before?: (app: express.Express) => void;
    after?: (app: express.Express) => void;
  } = {},
): Promise<Served> {
  const { mount = '/api/auth', before, after, ...options } = overrides;
  const app = express();
  app.disable('x-powered-by');
  const listening = app.listen(0, '127.0.0.1');
  open.push(listening);
  await new Promise((resolve) => listening.once('listening', resolve));
  const { port } = listening.address() as AddressInfo;
  const origin = `http://localhost:${port}`;
  const { mails, ...parts } = await testParts();
  const router = accountRouter({ ...parts, origin, ...options });
  before?.(app);
  app.use(mount, router);
  after?.(app);
  return {
    port,
    origin,
    base: mount,
    store: (options.store as MemoryStore | undefined) ?? parts.store,
    avatars: parts.avatars,
    mails,
    clock: parts.clock,
    server: router.server,
    browser: (headers = { 'sec-fetch-site': 'same-origin' }) => new Browser(port, mount, headers),
    close: () => new Promise((resolve) => listening.close(() => resolve())),
  };
}
