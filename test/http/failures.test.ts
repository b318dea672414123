import type { ErrorRequestHandler } from 'express';
import { AccountServerFailure } from 'selvedge/server';
import { describe, expect, test, vi } from 'vitest';
import { serve } from './served.ts';

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
