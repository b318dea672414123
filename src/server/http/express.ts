import type { NextFunction, Request, Response } from 'express';
import type { AccountServer } from './account-server.ts';
import { createAccountServer } from './account-server.ts';
import type { AccountServerOptions } from './account-server-options.ts';
import { answerChangePassword } from './change-password.ts';
import type { HttpAnswer, HttpRequest, RequestBody } from './exchange.ts';
import { AccountServerFailure } from './failure.ts';
import { checkContentLength, readNodeBody } from './read-body.ts';
import type { AccountResource } from './resources.ts';

/** Serves accounts from an Express app: `app.use('/api/auth', accountRouter(…))`. */
export interface AccountRouter {
  /** Calls `next()` for paths that are none of ours, `next(error)` with an `AccountServerFailure` when something broke. */
  (request: Request, response: Response, next: NextFunction): void;
  /** What is behind it, to be closed when the process ends. */
  readonly server: AccountServer;
}

/** Express's request as the core sees it. A class: one object a request, its methods made once. */
class ExpressRequest implements HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly #request: Request;
  readonly #server: AccountServer;

  constructor(request: Request, path: string, query: string, server: AccountServer) {
    this.#request = request;
    this.#server = server;
    this.method = request.method;
    this.path = path;
    this.query = query;
  }

  get address(): string | null {
    const peer = this.#request.socket.remoteAddress ?? null;
    return this.#server.findAddress(peer, this.header('x-forwarded-for'), this.raw);
  }

  get raw(): readonly unknown[] {
    return [this.#request, this.#request.res];
  }

  header(name: string): string | undefined {
    const value = this.#request.headers[name];
    return typeof value === 'string' || value === undefined ? value : value.join(', ');
  }

  async readBody(maxBytes: number): Promise<RequestBody | null> {
    const request = this.#request;
    checkContentLength(request.headers['content-length'], maxBytes);
    // A middleware of the host may have read the body; whatever it made of it is judged like any other.
    const parsed: unknown = request.body;
    if (parsed instanceof Uint8Array) {
      checkContentLength(String(parsed.length), maxBytes);
      return { bytes: parsed };
    }
    if (parsed !== undefined) return { value: parsed };
    const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
    if (encoding === undefined && (length === undefined || length === '0')) return null;
    return { bytes: await readNodeBody(request, maxBytes) };
  }
}

function send(response: Response, { status, headers, cookies, body }: HttpAnswer): void {
  // What the host's middleware has set before stays: its cookies, and what else its answers depend on.
  if (cookies.length > 0) response.appendHeader('set-cookie', cookies);
  const vary = response.getHeader('vary');
  if (vary !== undefined && headers['vary'] !== undefined) {
    headers['vary'] = `${String(vary)}, ${headers['vary']}`;
  }
  if (body !== null) headers['content-length'] = String(Buffer.byteLength(body));
  response.writeHead(status, headers);
  response.end(body);
}

/**
 * A middleware for `app.use('/api/auth', …)`. It reads bodies by itself and also takes what a host's parser has read
 * before. Mount it before any catch-all of the host below the same path.
 */
export function accountRouter(
  options: AccountServer | AccountServerOptions<[request: Request, response: Response]>,
): AccountRouter {
  const server = 'answer' in options ? options : createAccountServer(options);
  let mounted = false;

  function route(request: Request, response: Response, next: NextFunction): void {
    const { url } = request;
    const mark = url.indexOf('?');
    const path = mark < 0 ? url : url.slice(0, mark);
    const resource = server.find(path);
    if (resource === null) {
      next();
      return;
    }
    if (!mounted) {
      mounted = true;
      server.mountedAt(request.baseUrl);
    }
    const query = mark < 0 ? '' : url.slice(mark + 1);
    // Whoever keeps the connection open goes on with another process.
    if (server.closing && request.httpVersionMajor === 1) response.setHeader('connection', 'close');
    void serve(resource, new ExpressRequest(request, path, query, server), response, next);
  }

  async function serve(
    resource: AccountResource,
    request: HttpRequest,
    response: Response,
    next: NextFunction,
  ): Promise<void> {
    try {
      send(response, await server.answer(resource, request));
    } catch (error) {
      next(new AccountServerFailure(error));
    }
  }
  return Object.assign(route, { server });
}

/**
 * Leads password managers to the page on which a password is changed, `pages.settings`. They look for it at the root of the
 * origin: `app.get('/.well-known/change-password', changePasswordRedirect(accounts))`.
 */
export function changePasswordRedirect({
  server,
}: Pick<AccountRouter, 'server'>): (request: Request, response: Response) => void {
  return (_request, response) => send(response, answerChangePassword(server.changePasswordPage));
}
