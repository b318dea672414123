import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { AccountError } from 'selvedge/server';
import { createOpenApi } from '../../scripts/openapi.ts';
import { openStage, perform, performers } from './route-stage.ts';
import type { Browser, Reply } from './served.ts';
import { accountOf, everyOperation, password, serve, tinyPng } from './served.ts';

interface Documented {
  responses: Record<
    string,
    { description: string; headers?: object; content: Record<string, { schema?: object }> }
  >;
}

const document = createOpenApi() as {
  paths: Record<string, Record<string, Documented>>;
  components: object;
};

const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema({ $id: 'openapi', components: document.components });

const resolved = (schema: object): object =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"openapi#/components')) as object;

/** The path as the document has it: an exact one goes before one with an id. */
function templateOf(url: string): string {
  const [path = ''] = url.split('?');
  if (document.paths[path] !== undefined) return path;
  const fits = (template: string): boolean =>
    new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path);
  return Object.keys(document.paths).find(fits) ?? path;
}

/** Compares one answer with what the document says of it. */
function check(method: string, path: string, reply: Reply): string {
  const operation = document.paths[templateOf(path)]?.[method.toLowerCase()];
  const documented = operation?.responses[reply.status];
  const seen = `${method} ${path} ${reply.status} ${reply.text.slice(0, 200)}`;
  if (documented === undefined) throw new Error(`not documented: ${seen}`);
  const [type = ''] = (reply.headers['content-type'] ?? '').split(';');
  expect(Object.keys(documented.content), seen).toEqual([type]);
  const validate = ajv.compile(resolved(documented.content[type]?.schema ?? {}));
  validate(reply.json);
  expect(validate.errors, seen).toBeNull();
  const code = String(reply.json['code'] ?? 'ok');
  if (code !== 'ok') expect(documented.description.split(', '), seen).toContain(code);
  const told = ['etag', 'retry-after', 'www-authenticate', 'ratelimit', 'ratelimit-policy'];
  for (const header of told) {
    const names = Object.keys(documented.headers ?? {}).map((name) => name.toLowerCase());
    if (reply.headers[header] !== undefined) expect(names, seen).toContain(header);
  }
  return code;
}

/** A browser whose every answer is compared with the document; `codes` gets what they were. */
function watched(browser: Browser, codes: Set<string>): Browser {
  const { call } = browser;
  browser.call = async (method, path, ...rest) => {
    const reply = await call.call(browser, method, path, ...rest);
    if (method !== 'PATCH') codes.add(check(method, path, reply));
    return reply;
  };
  return browser;
}

test.each(Object.keys(performers))('%s succeeds as the document says', async (name) => {
  const stage = await openStage();
  const codes = new Set<string>();
  watched(stage.person, codes);
  watched(stage.stranger, codes);
  expect((await perform(name, stage)).status).toBe(200);
  if (name !== 'signUp') expect([...codes]).toEqual(['ok']);
});

test('second factors, locks and a store that is away are refused as the document says', async () => {
  const codes = new Set<string>();
  const stage = await openStage({
    limits: { proofs: [], proofsInARow: 3, addresses: [], signUps: [], mails: [] },
  });
  const { served, email } = stage;
  watched(stage.person, codes);
  const stranger = watched(stage.stranger, codes);
  await perform('createRecoveryCodes', stage);
  await stranger.call('POST', '/login', { email, password });
  for (let time = 0; time < 4; time += 1) {
    await stranger.call('POST', '/login', { email, password: 'wrong' });
  }
  await stage.person.call('POST', '/users/me/two-factor/totp');
  served.store.findAccount = () => Promise.reject(new AccountError('unavailable'));
  await stranger.call('GET', '/ready');
  served.store.findAudit = () => Promise.reject(new AccountError('unavailable'));
  await stage.person.call('GET', '/users/me/activity');
  const told = ['ok', 'second_factor_required', 'validation_failed', 'password_locked'];
  expect([...codes].sort()).toEqual([...told, 'not_allowed', 'unavailable'].sort());
});

test('a running server answers as the document says', async () => {
  const served = await serve();
  const codes = new Set<string>();
  const watch = (browser: Browser): Browser => watched(browser, codes);
  const person = watch(served.browser());
  await person.signUp('ada@example.com');
  await person.signUp('ada@example.com');
  await person.call('PUT', '/users/me', { name: 'Ada', username: 'ada' });
  const { id } = await person.account();

  const stranger = watch(served.browser());
  const foreign = watch(served.browser({ origin: 'https://evil.test' }));
  for (const { method, path } of everyOperation) {
    await stranger.call(method, path, {});
    await stranger.call(method, path, undefined, { headers: { 'content-type': 'text/plain' } });
    await foreign.call(method, path);
    if (method === 'GET' || path === '/logout') continue;
    const json = { 'content-type': 'application/json' };
    await person.call(method, path, undefined, { headers: json, body: '{"' });
    await person.call(method, path, undefined, {
      headers: { 'content-type': 'text/plain' },
      body: 'x',
    });
    await person.call(method, path, { unknown: true });
    await person.call(method, path, { unknown: 'x'.repeat(20_000) });
  }
  await person.call('PUT', '/users/me', {}, { headers: { 'selvedge-account': `${id}x` } });
  await person.call('PUT', '/users/me', { name: 'B' }, { headers: { 'if-match': '"99"' } });
  const other = watch(served.browser());
  await other.signUp('eve@example.com');
  await other.call('PUT', '/users/me', { username: 'ada' });

  await person.call('PUT', '/users/me/email', { newEmail: 'new@example.com' });
  await person.call('PUT', '/users/me/email', { newEmail: 'ada@example.com' });
  await person.prove('requestEmailChange');
  await person.call('PUT', '/users/me/email', { newEmail: 'new@example.com' });
  await person.call('POST', '/users/me/email/pending/resend');
  await served.server.deliverDue();
  const mail = served.mails.find(({ to }) => to === 'new@example.com');
  const [, token] = /#token=([\w-]+)/.exec(mail?.text ?? '') ?? [];
  for (const sent of [token, token, 'nothing']) {
    await stranger.call('POST', '/email/verification', { token: sent });
  }
  await person.prove('requestEmailChange');
  await person.call('PUT', '/users/me/email', { newEmail: 'later@example.com' });
  await served.server.deliverDue();
  const later = served.mails.find(({ to }) => to === 'later@example.com');
  const [, expired] = /#token=([\w-]+)/.exec(later?.text ?? '') ?? [];
  served.clock.forward(3601);
  await stranger.call('POST', '/email/verification', { token: expired });
  await stranger.call('POST', '/email/report', { token: 'nothing' });
  await person.call('POST', '/users/me/email/pending/resend');
  await person.call('DELETE', '/users/me/email/pending');
  const image = { 'content-type': 'image/png' };
  const set = { headers: image, body: tinyPng };
  const { avatar } = accountOf(await person.call('PUT', '/users/me/avatar', undefined, set));
  await person.call('PUT', '/users/me/avatar', undefined, { headers: image, body: 'GIF89a' });
  const bytes = await served.browser().call('GET', avatar?.url.slice('/api/auth'.length) ?? '');
  expect(bytes.headers['content-type']).toBe('image/webp');
  await person.call('DELETE', '/users/me/avatar');

  await person.prove('changePassword');
  await person.call('PUT', '/users/me/password', { newPassword: 'password' });
  await person.call('PUT', '/users/me/password', { newPassword: 'another lighthouse keeper' });
  await stranger.call('POST', '/login', { email: 'ada@example.com', password });
  for (let time = 0; time < 11; time += 1) {
    await person.call('POST', '/step-up', { purpose: 'deleteAccount', password: 'x' });
  }
  const copy = watch(served.browser());
  for (const [name, value] of other.cookies) copy.cookies.set(name, value);
  await other.prove('deleteAccount');
  await other.call('DELETE', '/users/me');
  await copy.call('GET', '/users/me');
  await person.call('POST', '/logout');

  expect([...codes].sort()).toEqual(
    [
      'account_switched',
      'cross_site',
      'email_taken',
      'link_expired',
      'link_invalid',
      'link_used',
      'not_allowed',
      'not_found',
      'not_signed_in',
      'ok',
      'rate_limited',
      'session_ended',
      'step_up_required',
      'too_large',
      'unreadable',
      'unsupported_media_type',
      'username_taken',
      'validation_failed',
      'version_conflict',
    ].sort(),
  );
});

test('every path and method that the document names is served, and none besides', async () => {
  const served = await serve();
  const methods = new Set(['GET', 'POST', 'PUT', 'DELETE']);
  for (const [path, byMethod] of Object.entries(document.paths)) {
    if (path.startsWith('/avatars/')) continue;
    const reply = await served.browser().call('OPTIONS', path.replace('{id}', 'no-such-id'));
    const allowed = reply.headers['allow']?.split(', ').filter((name) => methods.has(name));
    const documented = Object.keys(byMethod).map((name) => name.toUpperCase());
    expect([path, allowed?.sort()]).toEqual([path, documented.sort()]);
  }
});
