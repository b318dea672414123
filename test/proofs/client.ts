import { Agent, request } from 'node:http';

/** What came back; status 0 when nothing did. */
export interface Reply {
  status: number;
  code: string | null;
  json: Record<string, unknown>;
  retryAfter: string | null;
}

/** A password that every policy takes. */
export const password = 'a quiet lighthouse keeper';

/** A browser that talks to any of the servers of a world: cookies belong to the person, not to a process. */
export class Client {
  readonly cookies = new Map<string, string>();
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 });
  #origin: string;

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** Another browser with the same cookies, on a connection of its own. */
  twin(origin = this.#origin): Client {
    const twin = new Client(origin);
    for (const [name, value] of this.cookies) twin.cookies.set(name, value);
    return twin;
  }

  call(method: string, path: string, input?: unknown): Promise<Reply> {
    return new Promise((resolve) => {
      const body = input === undefined ? undefined : JSON.stringify(input);
      const sent = request(
        `${this.#origin}/api/auth${path}`,
        {
          method,
          agent: this.#agent,
          headers: {
            origin: this.#origin,
            cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
            ...(body === undefined
              ? {}
              : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
          },
        },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('error', () => resolve(nothing));
          answer.on('end', () => {
            this.#keep(answer.headers['set-cookie'] ?? []);
            const text = Buffer.concat(chunks).toString();
            const json = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
            resolve({
              status: answer.statusCode ?? 0,
              code: typeof json['code'] === 'string' ? json['code'] : null,
              json,
              retryAfter: answer.headers['retry-after'] ?? null,
            });
          });
        },
      );
      // The server is gone, or the connection broke: the outcome is not known.
      sent.on('error', () => resolve(nothing));
      sent.end(body);
    });
  }

  #keep(cookies: readonly string[]): void {
    for (const cookie of cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/; Max-Age=0;/.test(cookie)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }

  /** Makes an account; answers its address. */
  async signUp(email = `person-${crypto.randomUUID()}@example.com`): Promise<string> {
    for (let tries = 0; ; tries++) {
      const reply = await this.call('POST', '/register', { email, password });
      if (reply.status === 200) return email;
      // A crowd at the door of a busy machine: it says "later", and means it.
      if (reply.status !== 503 || tries === 20) {
        throw new Error(`sign-up: ${reply.status} ${reply.code}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }

  /** Proves with the password that it is the person. */
  async prove(purpose: string): Promise<void> {
    const reply = await this.call('POST', '/step-up', { purpose, password });
    if (reply.status !== 200) throw new Error(`step-up: ${reply.status} ${reply.code}`);
  }

  close(): void {
    this.#agent.destroy();
  }
}

const nothing: Reply = { status: 0, code: null, json: {}, retryAfter: null };
