import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AccountStore } from 'selvedge/server';
import { createSqliteStore } from 'selvedge/sql';
import sharp from 'sharp';
import { describe, expect, onTestFinished, test } from 'vitest';
import { stepUpPurposes } from '../../src/contract/step-up.ts';
import { createMemoryStore } from '../../src/memory/memory-store.ts';
import { accountOf, password, serve } from './served.ts';

const picture = async (): Promise<Uint8Array> =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#246' } })
    .png()
    .toBuffer();

const tokenIn = (text: string): string => /#token=([\w-]+)/.exec(text)?.[1] ?? '';

const stores: Record<string, () => AccountStore> = {
  'the store that forgets': createMemoryStore,
  SQLite: () => {
    const folder = mkdtempSync(join(tmpdir(), 'selvedge-http-'));
    const store = createSqliteStore({ file: join(folder, 'accounts.sqlite') });
    onTestFinished(async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    });
    return store;
  },
};

describe.each(Object.entries(stores))(
  'a person with a session of the package on %s',
  (_, store) => {
    test('signs up, is known from then on, and signs out', async () => {
      const { browser, origin } = await serve({ store: store() });
      const person = browser();
      const made = await person.signUp('ada@example.com');
      expect(made.status).toBe(200);
      expect(accountOf(made).email.address).toBe('ada@example.com');
      expect(origin).toMatch(/^http:\/\/localhost/);
      expect(made.cookies).toEqual([
        expect.stringMatching(
          /^selvedge-session=[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax$/,
        ),
        expect.stringMatching(
          /^selvedge-device=[\w-]{43}; Path=\/; Max-Age=31536000; HttpOnly; SameSite=Lax$/,
        ),
      ]);

      expect((await person.account()).email.address).toBe('ada@example.com');
      const out = await person.call('POST', '/logout');
      expect(out.json).toEqual({ done: true });
      expect((await person.call('GET', '/users/me')).json['code']).toBe('not_signed_in');
    });

    test('edits the profile, and the answer carries the account and its version', async () => {
      const { browser } = await serve({ store: store() });
      const person = browser();
      await person.signUp();
      const reply = await person.call('PUT', '/users/me', { name: ' Ada  ' });
      expect(reply.status).toBe(200);
      expect(accountOf(reply).profile.name.value).toBe('Ada');
      expect(reply.headers['etag']).toBe(`"${accountOf(reply).version}"`);
      expect((await person.account()).profile.name.value).toBe('Ada');
    });

    test('changes the address: proof, link, confirmation without a session', async () => {
      const served = await serve({ store: store() });
      const person = served.browser();
      await person.signUp('old@example.com');
      const refused = await person.call('PUT', '/users/me/email', { newEmail: 'new@example.com' });
      expect(refused.json).toMatchObject({
        code: 'step_up_required',
        stepUp: { purpose: 'requestEmailChange', methods: [{ kind: 'password' }] },
      });
      await person.prove('requestEmailChange');
      const asked = await person.call('PUT', '/users/me/email', { newEmail: 'New@example.com ' });
      expect(accountOf(asked).email).toMatchObject({
        address: 'old@example.com',
        pending: { address: 'New@example.com' },
      });
      await served.server.deliverDue();
      const link = served.mails.find((mail) => mail.to === 'New@example.com');
      expect(link?.text).toContain(`${served.origin}/email/confirm#token=`);

      const elsewhere = served.browser();
      const token = tokenIn(link?.text ?? '');
      const done = await elsewhere.call('POST', '/email/verification', { token });
      expect(done.json).toMatchObject({ done: true });
      expect(done.cookies).toEqual([]);
      expect(done.headers['etag']).toBeUndefined();
      expect((await person.account()).email).toMatchObject({ address: 'New@example.com' });
      const again = await elsewhere.call('POST', '/email/verification', { token });
      expect(again.status).toBe(410);
      expect(again.json['code']).toBe('link_used');
    });

    test('resends and cancels a pending change without a body', async () => {
      const served = await serve({ store: store() });
      const person = served.browser();
      await person.signUp();
      await person.prove('requestEmailChange');
      await person.call('PUT', '/users/me/email', { newEmail: 'next@example.com' });
      served.clock.forward(61);
      expect((await person.call('POST', '/users/me/email/pending/resend')).status).toBe(200);
      const cancelled = await person.call('DELETE', '/users/me/email/pending');
      expect(accountOf(cancelled).email.pending).toBeNull();
      const nothing = await person.call('POST', '/users/me/email/pending/resend');
      expect(nothing.json['code']).toBe('not_found');
    });

    test('reports a change that was not theirs, and every session ends', async () => {
      const served = await serve({ store: store() });
      const person = served.browser();
      await person.signUp('mine@example.com');
      await person.prove('requestEmailChange');
      await person.call('PUT', '/users/me/email', { newEmail: 'thief@example.com' });
      await served.server.deliverDue();
      const notice = served.mails.find(({ text }) => text.includes('/report#token='));
      const token = tokenIn(notice?.text ?? '');
      const reply = await served.browser().call('POST', '/email/report', { token });
      expect(reply.json).toMatchObject({ done: true });
      const after = await person.call('GET', '/users/me');
      expect(after.status).toBe(401);
      expect(after.json['code']).toBe('session_ended');
    });

    test('sets a new password, and the sessions elsewhere end', async () => {
      const served = await serve({ store: store() });
      const person = served.browser();
      await person.signUp('pat@example.com');
      const elsewhere = served.browser();
      await elsewhere.call('POST', '/login', { email: 'pat@example.com', password });
      expect((await elsewhere.call('GET', '/users/me')).status).toBe(200);
      await person.prove('changePassword');
      const newPassword = 'another lighthouse keeper';
      expect((await person.call('PUT', '/users/me/password', { newPassword })).status).toBe(200);
      expect((await person.call('GET', '/users/me')).status).toBe(200);
      expect((await elsewhere.call('GET', '/users/me')).json['code']).toBe('session_ended');
    });

    test('sets, sees and removes a picture', async () => {
      const served = await serve({ store: store() });
      const person = served.browser();
      await person.signUp();
      const set = await person.call('PUT', '/users/me/avatar', undefined, {
        headers: { 'content-type': 'image/png' },
        body: await picture(),
      });
      expect(set.status).toBe(200);
      const { url = '' } = accountOf(set).avatar ?? {};
      expect(url).toMatch(/^\/api\/auth\/avatars\/[\w-]+\/[\w-]+\.webp$/);
      const bytes = await served.browser({}).call('GET', url.slice('/api/auth'.length));
      expect(bytes.headers['content-type']).toBe('image/webp');
      expect(await sharp(bytes.bytes).metadata()).toMatchObject({ format: 'webp', width: 512 });
      const removed = await person.call('DELETE', '/users/me/avatar');
      expect(accountOf(removed).avatar).toBeNull();
      expect((await person.call('GET', url.slice('/api/auth'.length))).status).toBe(404);
    });

    test('deletes the account: the session, its cookies and the rows are gone', async () => {
      const served = await serve({
        store: store(),
        clearCookies: [{ name: 'theme' }, { name: 'sid', path: '/app', domain: 'localhost' }],
      });
      const person = served.browser();
      await person.signUp('gone@example.com');
      await person.prove('deleteAccount');
      const reply = await person.call('DELETE', '/users/me');
      expect(reply.json).toEqual({ done: true });
      const gone = (name: string, rest: string): string =>
        `${name}=; ${rest}; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; `;
      expect(reply.cookies).toEqual([
        `${gone('selvedge-session', 'Path=/')}SameSite=Lax`,
        ...stepUpPurposes.map(
          (purpose) => `${gone(`selvedge-grant-${purpose}`, 'Path=/')}SameSite=Strict`,
        ),
        `${gone('theme', 'Path=/')}SameSite=Lax`,
        `${gone('sid', 'Path=/app; Domain=localhost')}SameSite=Lax`,
        `${gone('selvedge-device', 'Path=/')}SameSite=Lax`,
      ]);
      const back = await person.call('POST', '/login', { email: 'gone@example.com', password });
      expect(back.status).toBe(422);
    });
  },
);
