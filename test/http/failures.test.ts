import type { ErrorRequestHandler } from 'express';
import { AccountServerFailure, createAccountServer } from 'selvedge/server';
import { describe, expect, test, vi } from 'vitest';
import { serve, testParts } from './served.ts';

describe('something that breaks', () => {
  const broken = 'connect ECONNREFUSED postgres://admin:hunter2@db';

  test('goes to the host’s error handling, with everything about it as the cause', async () => {
    const told: unknown[] = [];
    const report: ErrorRequestHandler = (error, _request, response, _next) => {
      told.push(error);
      response.status(503).end('sorry');
    };
    const served = await serve({ after: (app) => void app.use(report) });
    const person = served.browser();
    await person.signUp();
    served.store.findSession = () => Promise.reject(new Error(broken));
    const reply = await person.call('GET', '/users/me');
    expect([reply.status, reply.text]).toEqual([503, 'sorry']);
    expect(told).toEqual([expect.any(AccountServerFailure)]);
    expect(String((told[0] as Error).cause)).toContain(broken);
  });

  test('shows nothing of itself even where the host has no error handling', async () => {
    const served = await serve({
      before: (app) => void app.set('env', 'development'),
    });
    const person = served.browser();
    await person.signUp();
    served.store.findSession = () => Promise.reject(new Error(broken));
    const { error: log } = console;
    const logged: unknown[] = [];
    console.error = (...line: unknown[]) => void logged.push(...line);
    try {
      const reply = await person.call('GET', '/users/me');
      expect(reply.status).toBe(500);
      await vi.waitFor(() => expect(logged).toHaveLength(1));
      expect(reply.text).not.toMatch(/hunter2|ECONNREFUSED|\.ts:|node_modules|\bat /);
    } finally {
      console.error = log;
    }
  });

  test('changes nothing: the profile is as it was', async () => {
    const served = await serve();
    const person = served.browser();
    await person.signUp();
    const before = served.store.dump();
    const { updateProfile } = served.store;
    served.store.updateProfile = () => Promise.reject(new Error(broken));
    await person.call('PUT', '/users/me', { name: 'x' });
    served.store.updateProfile = updateProfile;
    expect(served.store.dump()).toBe(before);
    expect((await person.call('PUT', '/users/me', { name: 'x' })).status).toBe(200);
  });
});

describe('a server that cannot be right does not start, and says why', () => {
  const cases: [string, Record<string, unknown>, RegExp][] = [
    ['without a store', { store: undefined }, /"store" is missing; createSqliteStore\(\)/],
    ['without a hasher', { hasher: undefined }, /"hasher" is missing/],
    ['with a promise of pictures', { images: Promise.resolve({}) }, /"images" is a promise; await/],
    ['without a word on mail', { mailer: undefined }, /null to switch mail off/],
    ['without a name', { appName: '' }, /"appName" is missing/],
    ['without pages', { pages: undefined }, /"pages" is missing/],
    ['with an origin that is a page', { origin: 'https://a.example/x' }, /origin has/],
    ['with an origin on plain http', { origin: 'http://a.example' }, /https only/],
    ['with an open base path', { basePath: '/api/auth/' }, /basePath is "\/api\/auth\/"/],
    ['with a step-up status of its own', { stepUpStatus: 418 }, /401 or 403/],
    ['that provisions nobody’s sessions', { provision: () => null }, /pass identify, too/],
    ['with a cookie that is none', { clearCookies: [{ name: 'a;b' }] }, /cannot be a cookie/],
    [
      'with a cookie path that is none',
      { clearCookies: [{ name: 'a', path: 'x' }] },
      /path of "a"/,
    ],
    [
      'with a cookie domain that is none',
      { clearCookies: [{ name: 'a', domain: 'x;y' }] },
      /domain/,
    ],
    ['with a page that is no address', { pages: { settings: 'javascript:1' } }, /pages\./],
  ];
  test.each(cases)('%s', async (_what, wrong, sentence) => {
    const { mails: _, ...parts } = await testParts();
    expect(() => createAccountServer({ ...parts, ...wrong } as never)).toThrow(sentence);
  });
});
