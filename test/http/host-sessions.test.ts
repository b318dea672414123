import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import type { ProvisionedAccount } from 'selvedge/server';
import { describe, expect, test } from 'vitest';
import type { Browser, Served } from './served.ts';
import { accountOf, serve } from './served.ts';

interface HostSession {
  id: string;
  userId: string;
  signedInAt: string;
}

type HostRequest = Request & { hostSession?: HostSession };

/** A host that signs people in by itself, in the manner of the usual session middleware. */
function createHost(people: Record<string, ProvisionedAccount>) {
  const sessions = new Map<string, HostSession>();
  const asked: string[] = [];
  const ended: [string, string | null][] = [];
  const middleware: RequestHandler = (request, response, next) => {
    const [, sid = ''] = /sid=([^;]+)/.exec(request.headers.cookie ?? '') ?? [];
    const session = sessions.get(sid);
    if (session !== undefined) Object.assign(request, { hostSession: session });
    response.cookie('seen', '1');
    next();
  };
  return {
    sessions,
    asked,
    ended,
    middleware,
    signIn(browser: Browser, userId: string, signedInAt = new Date().toISOString()): string {
      const sid = randomUUID();
      sessions.set(sid, { id: `session-${sid}`, userId, signedInAt });
      browser.cookies.set('sid', sid);
      return sid;
    },
    options: {
      before: (app) => void app.use(middleware),
      identify: (request, response) => {
        expect(response.req).toBe(request);
        const session = (request as HostRequest).hostSession;
        if (session === undefined) return null;
        const { id: sessionId, userId: accountId, signedInAt: authenticatedAt } = session;
        return { accountId, sessionId, authenticatedAt, methods: ['oidc'] };
      },
      provision: async (accountId) => {
        asked.push(accountId);
        return people[accountId] ?? null;
      },
      endSessions: async (accountId, keep) => {
        ended.push([accountId, keep]);
        for (const [sid, session] of sessions) {
          if (session.userId === accountId && session.id !== keep) sessions.delete(sid);
        }
      },
      clearCookies: [{ name: 'sid' }],
    } satisfies Parameters<typeof serve>[0],
  };
}

const ada: ProvisionedAccount = {
  email: 'ada@example.com',
  emailVerified: true,
  name: 'Ada',
  identities: [{ provider: 'oidc', label: 'Company', owns: ['name'] }],
};

async function hosted(): Promise<{
  host: ReturnType<typeof createHost>;
  served: Served;
  person: Browser;
}> {
  const host = createHost({ 'auth0|ada': ada });
  const served = await serve(host.options);
  const person = served.browser();
  return { host, served, person };
}

describe('a host with its own sessions', () => {
  test('has its people known at their first request, once', async () => {
    const { host, person } = await hosted();
    expect((await person.call('GET', '/users/me')).json['code']).toBe('not_signed_in');
    host.signIn(person, 'auth0|ada');
    const replies = await Promise.all([1, 2, 3].map(() => person.call('GET', '/users/me')));
    for (const reply of replies) {
      expect(accountOf(reply)).toMatchObject({
        id: 'auth0|ada',
        email: { address: 'ada@example.com', verified: true },
        password: { set: false },
        profile: { name: { value: 'Ada', editable: false, owner: 'Company' } },
      });
    }
    host.asked.length = 0;
    await person.call('GET', '/users/me');
    expect(host.asked).toEqual([]);
  });

  test('gets a 404 for somebody that it does not know either', async () => {
    const { host, person } = await hosted();
    host.signIn(person, 'nobody');
    const reply = await person.call('GET', '/users/me');
    expect([reply.status, reply.json['code']]).toEqual([404, 'not_found']);
  });

  test('keeps its cookies, and none of a session of ours appears', async () => {
    const { host, person } = await hosted();
    host.signIn(person, 'auth0|ada');
    const reply = await person.call('PUT', '/users/me', { nickname: 'A' });
    expect(reply.status).toBe(200);
    expect(reply.cookies).toEqual(['seen=1; Path=/']);
  });

  test('proves by a sign-in of the last five minutes, and asks for a new one later', async () => {
    const { host, served, person } = await hosted();
    const old = new Date(Date.now() - 301_000).toISOString();
    host.signIn(person, 'auth0|ada', old);
    const refused = await person.call('POST', '/step-up', { purpose: 'deleteAccount' });
    expect(refused.json).toMatchObject({
      code: 'step_up_required',
      stepUp: { purpose: 'deleteAccount', methods: [{ kind: 'sign_in' }] },
    });
    host.signIn(person, 'auth0|ada');
    const proved = await person.call('POST', '/step-up', { purpose: 'deleteAccount' });
    expect(proved.status).toBe(200);
    const done = await person.call('DELETE', '/users/me');
    expect(done.json).toEqual({ done: true });
    expect(done.cookies.join('\n')).toMatch(/^sid=; Path=\/; Max-Age=0/m);
    expect(done.cookies.join('\n')).not.toContain('selvedge-session');
    await served.server.deliverDue();
    expect(host.ended).toEqual([['auth0|ada', null]]);
    expect(host.sessions.size).toBe(0);
  });

  test.each([
    ['in the future', new Date(Date.now() + 3_600_000).toISOString()],
    ['garbled', 'yesterday'],
    ['empty', ''],
    ['a number as text', '1700000000'],
    ['missing', undefined as unknown as string],
  ])('proves nothing by a sign-in that is %s', async (_what, signedInAt) => {
    const { host, person } = await hosted();
    host.signIn(person, 'auth0|ada');
    for (const session of host.sessions.values()) session.signedInAt = signedInAt;
    expect((await person.call('GET', '/users/me')).status).toBe(200);
    const reply = await person.call('POST', '/step-up', { purpose: 'deleteAccount' });
    expect(reply.json['code']).toBe('step_up_required');
  });

  test('has every earlier session refused at once when they are ended', async () => {
    const { host, served, person } = await hosted();
    host.signIn(person, 'auth0|ada');
    const elsewhere = served.browser();
    host.signIn(elsewhere, 'auth0|ada', new Date(Date.now() - 60_000).toISOString());
    await person.call('POST', '/step-up', { purpose: 'requestEmailChange' });
    await person.call('PUT', '/users/me/email', { newEmail: 'new@example.com' });
    await served.server.deliverDue();
    const notice = served.mails.find((mail) => mail.to === 'ada@example.com');
    const [, token = ''] = /#token=([\w-]+)/.exec(notice?.text ?? '') ?? [];
    served.clock.forward(1);
    expect((await served.browser().call('POST', '/email/report', { token })).status).toBe(200);

    // The host has not been called yet, and still nobody gets in.
    expect(host.ended).toEqual([]);
    for (const browser of [person, elsewhere]) {
      expect((await browser.call('GET', '/users/me')).json['code']).toBe('session_ended');
    }
    await served.server.deliverDue();
    expect(host.ended).toEqual([['auth0|ada', null]]);
    const later = new Date(served.clock.now() + 1).toISOString();
    host.signIn(person, 'auth0|ada', later);
    expect((await person.call('GET', '/users/me')).status).toBe(200);
  });

  test.each([
    { accountId: '' },
    { accountId: '../x' },
    { accountId: '..' },
    { accountId: 7 },
    { sessionId: '' },
    { sessionId: undefined },
  ])('that identifies somebody by %j is told so, and nobody is served', async (wrong) => {
    const told: unknown[] = [];
    const actor = { accountId: 'a', sessionId: 's', authenticatedAt: '', methods: [], ...wrong };
    const served = await serve({
      identify: () => actor as never,
      provision: () => ada,
      after: (app) =>
        void app.use(((error, _request, response, _next) => {
          told.push((error as Error).cause);
          response.status(500).end('host');
        }) as ErrorRequestHandler),
    });
    const reply = await served.browser().call('GET', '/users/me');
    expect(reply.text).toBe('host');
    expect(String(told[0])).toMatch(/identify answered/);
  });
});
