import { AccountError } from '../contract/account-error.ts';
import type { SetAvatar } from '../contract/avatar.ts';
import type { CallOptions, FullBackend } from '../contract/backend.ts';
import { operations, type Operation, type OperationName } from '../contract/operations.ts';
import { readAnswer, type Received } from './http-answer.ts';
import { createStepUpTokens } from './http-step-up.ts';
import { toTarget } from './http-target.ts';

/** How the HTTP backend reaches its server. Every part is optional. */
export interface HttpBackendOptions {
  /** Where the server is mounted: a path of the page's origin, or another origin with its path. Default `/api/auth`. */
  baseUrl?: string;
  /** Sent with every request, for example a bearer token. A function is asked anew for each request. */
  headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>);
  /** As for `fetch`. `include` for a server on another origin. Default `same-origin`. */
  credentials?: RequestCredentials;
  /** Used in place of the page's own. Pictures then go by it too, without progress. */
  fetch?: typeof globalThis.fetch;
}

/** The bytes decide what a picture is; a name that is none of a picture's would only be refused. */
function pictureType({ type }: Blob): string {
  return type.startsWith('image/') ? type : 'application/octet-stream';
}

/**
 * Talks to the package's server, or to any other that keeps the same wire. A server whose `stepUpToken` is `header`
 * answers proofs to the page: they are kept in this backend's memory, and sent with the operation that they are for.
 */
export function createHttpBackend(options: HttpBackendOptions = {}): FullBackend {
  const { baseUrl = '/api/auth', credentials = 'same-origin' } = options;
  const base = baseUrl.replace(/\/$/, '');
  const tokens = createStepUpTokens();

  async function headersOf(
    name: OperationName,
    operation: Operation,
    input: unknown,
    { accountId, version }: CallOptions,
  ): Promise<Headers> {
    const { headers: own } = options;
    const headers = new Headers(typeof own === 'function' ? await own() : own);
    headers.set('Accept', 'application/json');
    if (operation.body === 'image') {
      headers.set('Content-Type', pictureType((input as SetAvatar).image));
    } else if (operation.method !== 'GET') headers.set('Content-Type', 'application/json');
    if (accountId !== undefined) headers.set('Selvedge-Account', encodeURIComponent(accountId));
    if (operation.conditional && version !== undefined) headers.set('If-Match', `"${version}"`);
    const token = tokens.find(name);
    if (token !== undefined) headers.set('X-Step-Up-Token', token);
    return headers;
  }

  async function send(name: OperationName, input: unknown, call: CallOptions): Promise<Received> {
    const operation: Operation = operations[name];
    const { method } = operation;
    const target = toTarget(operation, input);
    const url = base + target.path;
    const headers = await headersOf(name, operation, input, call);
    if (operation.body === 'image') {
      const body = (input as SetAvatar).image;
      const onProgress = call.onProgress ?? (() => {});
      // XMLHttpRequest cannot leave cookies out on the page's own origin.
      const byFetch = options.fetch ?? typeof XMLHttpRequest === 'undefined';
      if (!byFetch && credentials !== 'omit') {
        const { upload } = await import('./http-upload.ts');
        return upload({ url, method, headers, body, credentials }, call.signal, onProgress);
      }
      const received = await receive(url, { method, headers, body, credentials }, call);
      onProgress(1);
      return received;
    }
    const body = target.body === undefined ? null : JSON.stringify(target.body);
    return receive(url, { method, headers, body, credentials }, call);
  }

  async function receive(url: string, init: RequestInit, call: CallOptions): Promise<Received> {
    const fetch = options.fetch ?? globalThis.fetch;
    const response = await fetch(url, {
      ...init,
      cache: 'no-store',
      signal: call.signal ?? null,
    });
    return {
      status: response.status,
      text: await response.text(),
      retryAfter: response.headers.get('retry-after'),
    };
  }

  async function run(
    name: OperationName,
    input: unknown,
    call: CallOptions = {},
  ): Promise<unknown> {
    let received: Received;
    try {
      call.signal?.throwIfAborted();
      received = await send(name, input, call);
    } catch (cause) {
      throw new AccountError(call.signal?.aborted ? 'aborted' : 'offline', { cause });
    }
    return tokens.keep(name, input, readAnswer(received));
  }

  // One of the inherent casts: that the loop makes every method, the table and `FullBackend` hold together.
  return Object.fromEntries(
    (Object.keys(operations) as OperationName[]).map((name) => [
      name,
      (input: unknown, call?: CallOptions) => run(name, input, call),
    ]),
  ) as unknown as FullBackend;
}
