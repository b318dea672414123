import { describe, expect, test } from 'vitest';
import { createHttpBackend } from '../../src/client/http-backend.ts';
import { createMemoryPasskeys } from '../../src/memory/memory-passkeys.ts';
import { password } from '../http/served.ts';
import { createBrowserFetch } from './browser-fetch.ts';
import { failure, signedIn } from './signed-in.ts';

describe('the HTTP backend on the further operations', () => {
  test('names a session by its id, and pages through the activity', async () => {
    const { backend, served, baseUrl } = await signedIn();
    const elsewhere = createBrowserFetch();
    await elsewhere(`${baseUrl}/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'ada@example.com', password }),
    });
    const { sessions } = await backend.listSessions();
    expect(sessions.map(({ current }) => current)).toEqual([true, false]);
    const left = await backend.endSession({ id: sessions[1]?.id ?? '' });
    expect(left.sessions).toHaveLength(1);
    expect((await elsewhere(`${baseUrl}/users/me`)).status).toBe(401);
    for (let change = 0; change < 21; change += 1) {
      served.clock.forward(1);
      await backend.updateProfile({ name: `Ada ${change}` });
    }
    const first = await backend.listActivity();
    const second = await backend.listActivity({ before: first.next ?? '' });
    expect([first.entries.length, second.entries.at(-1)?.event]).toEqual([20, 'signed_up']);
    const wrong = await failure(backend.listActivity({ before: 'nonsense' }));
    expect(wrong.errors).toMatchObject([{ pointer: '/before', code: 'malformed' }]);
    const reported = await backend.reportActivity({ id: second.entries.at(-1)?.id ?? '' });
    expect(reported.account.email.address).toBe('ada@example.com');
    for (const id of ['no-such-id', '..', '', 'a/b']) {
      expect((await failure(backend.reportActivity({ id }))).code).toMatch(/not_found|unexpected/);
    }
    expect((await backend.getAccount()).account.profile.name.value).toBe('Ada 20');
  });

  test('asks for a password reset without a session, and hears nothing of whether there is one', async () => {
    const { served } = await signedIn();
    const stranger = createHttpBackend({
      baseUrl: `${served.origin}/api/auth`,
      fetch: createBrowserFetch(),
    });
    const known = await stranger.requestPasswordReset({ email: 'ada@example.com' });
    const unknown = await stranger.requestPasswordReset({ email: 'nobody@example.com' });
    expect([known, unknown]).toEqual([{ done: true }, { done: true }]);
  });
});

describe('the HTTP backend on a server whose pages keep the proof', () => {
  test('proves and goes on as ever: the proof is in no answer, and sent where it belongs', async () => {
    const { served, fetch } = await signedIn({ stepUpToken: 'header' });
    const sent: [string, string | null][] = [];
    const watched: typeof globalThis.fetch = (url, init) => {
      const token = new Headers(init?.headers).get('x-step-up-token');
      sent.push([`${init?.method} ${String(url).slice(served.origin.length)}`, token]);
      return fetch(url, init);
    };
    const backend = createHttpBackend({ baseUrl: `${served.origin}/api/auth`, fetch: watched });
    expect((await failure(backend.deleteAccount())).code).toBe('step_up_required');
    const proved = await backend.stepUp({ purpose: 'deleteAccount', password });
    expect(Object.keys(proved)).toEqual(['account']);
    await backend.getAccount();
    expect((await failure(backend.requestEmailChange({ newEmail: 'b@example.com' }))).code).toBe(
      'step_up_required',
    );
    expect(await backend.deleteAccount()).toEqual({ done: true });
    const token = expect.stringMatching(/^[\w-]{43}$/) as string;
    expect(sent).toEqual([
      ['DELETE /api/auth/users/me', null],
      ['POST /api/auth/step-up', null],
      ['GET /api/auth/users/me', null],
      ['PUT /api/auth/users/me/email', null],
      ['DELETE /api/auth/users/me', token],
    ]);
    expect([...fetch.cookies.keys()].filter((name) => name.includes('grant'))).toEqual([]);
  });

  test('sends the proof of adding a passkey with its beginning, too', async () => {
    const { served, fetch } = await signedIn({
      stepUpToken: 'header',
      passkeys: createMemoryPasskeys(),
    });
    const backend = createHttpBackend({ baseUrl: `${served.origin}/api/auth`, fetch });
    expect((await failure(backend.startPasskey())).code).toBe('step_up_required');
    await backend.stepUp({ purpose: 'addPasskey', password });
    const { options } = await backend.startPasskey();
    expect(options['challenge']).toEqual(expect.any(String));
  });
});
