import type express from 'express';
import { accountRouter, changePasswordRedirect } from 'selvedge/express';
import { createHandler } from 'selvedge/server';
import { describe, expect, test } from 'vitest';
import { send, serve, testParts } from './served.ts';

const path = '/.well-known/change-password';
const page = 'https://app.example/account';

async function partsWithoutMails() {
  const { mails: _, ...parts } = await testParts();
  return parts;
}

describe('where password managers look for the page that changes a password', () => {
  test('Express leads to the settings page, whoever the request says that it asks', async () => {
    const router = accountRouter(await partsWithoutMails());
    const served = await serve({
      before: (app: express.Express) => void app.get(path, changePasswordRedirect(router)),
    });
    for (const method of ['GET', 'HEAD']) {
      const reply = await send(served.port, method, `${path}?next=https://evil.example`, {
        headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
      });
      expect([reply.status, reply.headers.location, reply.text]).toEqual([302, page, '']);
      expect(reply.headers['cache-control']).toBe('no-store');
      expect(reply.headers['referrer-policy']).toBe('no-referrer');
      expect(reply.cookies).toEqual([]);
    }
    expect((await send(served.port, 'POST', path)).status).toBe(404);
    // A manager asks for this as well: an answer that finds everything finds nothing.
    const other = '/.well-known/resource-that-should-not-exist-whose-status-code-should-not-be-200';
    expect((await send(served.port, 'GET', other)).status).toBe(404);
  });

  test('a handler of web requests does, where the path is routed to it', async () => {
    const handle = createHandler(await partsWithoutMails());
    for (const method of ['GET', 'HEAD']) {
      const reply = await handle(new Request(`https://evil.example${path}?x=1`, { method }));
      expect([reply.status, reply.headers.get('location'), await reply.text()]).toEqual([
        302,
        page,
        '',
      ]);
    }
    const posted = await handle(new Request(`https://app.example${path}`, { method: 'POST' }));
    expect(posted.status).toBe(404);
  });

  test('a page elsewhere stays elsewhere', async () => {
    const parts = await partsWithoutMails();
    const pages = { ...parts.pages, settings: 'https://id.example/me?tab=password#form' };
    const reply = await createHandler({ ...parts, pages })(
      new Request(`https://app.example${path}`),
    );
    expect(reply.headers.get('location')).toBe(pages.settings);
  });
});
