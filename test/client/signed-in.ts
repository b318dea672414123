import type { AccountError } from 'selvedge/server';
import { createHttpBackend } from '../../src/client/http-backend.ts';
import type { FullBackend } from '../../src/contract/backend.ts';
import { password, serve, type Served } from '../http/served.ts';
import { createBrowserFetch } from './browser-fetch.ts';

/** A backend that is signed in to a real server. */
export async function signedIn(options: Parameters<typeof serve>[0] = {}): Promise<{
  backend: FullBackend;
  fetch: ReturnType<typeof createBrowserFetch>;
  served: Served;
  baseUrl: string;
}> {
  const served = await serve(options);
  const fetch = createBrowserFetch();
  const baseUrl = `${served.origin}/api/auth`;
  await fetch(`${baseUrl}/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'ada@example.com', password }),
  });
  return { backend: createHttpBackend({ baseUrl, fetch }), fetch, served, baseUrl };
}

/** What a call was refused with. */
export const failure = (promise: Promise<unknown>): Promise<AccountError> =>
  promise.then(
    () => Promise.reject(new Error('it did not fail')),
    (error: unknown) => error as AccountError,
  );
