import type { AccountServer } from './account-server.ts';
import { createAccountServer } from './account-server.ts';
import type { AccountServerOptions } from './account-server-options.ts';
import { answerChangePassword, changePasswordPath } from './change-password.ts';
import type { HttpAnswer, HttpRequest } from './exchange.ts';
import { AccountServerFailure } from './failure.ts';
import { checkContentLength, readWebBody } from './read-body.ts';

/** Answers web requests. */
export interface AccountHandler {
  /** Answers 404 to paths that are none of ours; rejects with an `AccountServerFailure` when something broke. */
  (request: Request): Promise<Response>;
  /** What is behind it, to be closed when the process ends. */
  readonly server: AccountServer;
}

function toResponse(answer: HttpAnswer, method: string): Response {
  const headers = new Headers(answer.headers);
  for (const cookie of answer.cookies) headers.append('set-cookie', cookie);
  const { body, status } = answer;
  // Copied: the bytes may live in memory that is shared, which a `Response` does not take.
  const content = typeof body === 'string' || body === null ? body : new Uint8Array(body);
  return new Response(method === 'HEAD' ? null : content, { status, headers });
}

function fromRequest(
  request: Request,
  path: string,
  query: string,
  server: AccountServer,
): HttpRequest {
  const header = (name: string): string | undefined => request.headers.get(name) ?? undefined;
  return {
    method: request.method,
    path,
    query,
    header,
    get address() {
      return server.findAddress(null, header('x-forwarded-for'), [request]);
    },
    async readBody(maxBytes) {
      if (request.body === null) return null;
      checkContentLength(request.headers.get('content-length'), maxBytes);
      return { bytes: await readWebBody(request, maxBytes) };
    },
    raw: [request],
  };
}

/**
 * A handler for everything that speaks `Request` and `Response`: a server's catch-all route below `basePath`. Routed to it as
 * well, `GET /.well-known/change-password` leads password managers to `pages.settings`.
 */
export function createHandler(
  options: AccountServer | AccountServerOptions<[request: Request]>,
): AccountHandler {
  const server = 'answer' in options ? options : createAccountServer(options);

  async function handle(request: Request): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const { basePath } = server;
    if (pathname === changePasswordPath && /^(GET|HEAD)$/.test(request.method)) {
      return toResponse(answerChangePassword(server.changePasswordPage), request.method);
    }
    const path = pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : '';
    const resource = server.find(path);
    if (resource === null) return toResponse(server.answerNotFound(), request.method);
    try {
      const asked = fromRequest(request, path, search.slice(1), server);
      return toResponse(await server.answer(resource, asked), request.method);
    } catch (error) {
      throw new AccountServerFailure(error);
    }
  }
  return Object.assign(handle, { server });
}
