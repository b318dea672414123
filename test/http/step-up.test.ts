import { describe, expect, test } from 'vitest';
import { password, serve } from './served.ts';

describe('step_up_required', () => {
  test('says for what and how, also in the way of RFC 9470', async () => {
    const person = (await serve()).browser();
    await person.signUp();
    const reply = await person.call('DELETE', '/users/me');
    expect(reply.status).toBe(401);
    expect(reply.json).toEqual({
      type: 'tag:selvedge,2026:step_up_required',
      title: expect.any(String) as string,
      status: 401,
      code: 'step_up_required',
      stepUp: { purpose: 'deleteAccount', methods: [{ kind: 'password' }] },
    });
    expect(reply.headers['www-authenticate']).toMatch(
      /^Bearer error="insufficient_user_authentication", error_description="[^"]+", max_age="300"$/,
    );
    expect(reply.cookies).toEqual([]);
    expect((await person.call('GET', '/users/me')).status).toBe(200);
  });

  test('is a 403 where the host says so', async () => {
    const person = (await serve({ stepUpStatus: 403 })).browser();
    await person.signUp();
    const reply = await person.call('DELETE', '/users/me');
    expect(reply.status).toBe(403);
    expect(reply.json).toMatchObject({ status: 403, code: 'step_up_required' });
  });
});

describe('a proof', () => {
  test('goes into a cookie of its purpose and never into the body', async () => {
    const person = (await serve()).browser();
    await person.signUp();
    const reply = await person.prove('changePassword');
    expect(Object.keys(reply.json)).toEqual(['account']);
    const grant = person.cookies.get('selvedge-grant-changePassword') ?? '';
    expect(grant).toMatch(/^[\w-]{43}$/);
    expect(reply.text).not.toContain(grant);
  });

  test('works once, and its cookie goes with its use', async () => {
    const served = await serve();
    const person = served.browser();
    await person.signUp();
    await person.prove('requestEmailChange');
    const grant = person.cookies.get('selvedge-grant-requestEmailChange') ?? '';
    const used = await person.call('PUT', '/users/me/email', { newEmail: 'a@example.com' });
    expect(used.status).toBe(200);
    expect(used.cookies).toEqual([
      'selvedge-grant-requestEmailChange=; Path=/; Max-Age=0; ' +
        'Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Strict',
    ]);
    person.cookies.set('selvedge-grant-requestEmailChange', grant);
    const again = await person.call('PUT', '/users/me/email', { newEmail: 'b@example.com' });
    expect(again.json['code']).toBe('step_up_required');
  });

  test('is not used up by a refused operation', async () => {
    const person = (await serve()).browser();
    await person.signUp();
    await person.prove('requestEmailChange');
    const refused = await person.call('PUT', '/users/me/email', { newEmail: 'nonsense' });
    expect(refused.status).toBe(422);
    expect(refused.cookies).toEqual([]);
    const next = await person.call('PUT', '/users/me/email', { newEmail: 'a@example.com' });
    expect(next.status).toBe(200);
  });

  test('keeps its cookie where the policy lets it be used again', async () => {
    const person = (await serve({ stepUp: { reuse: true } })).browser();
    await person.signUp();
    await person.prove('requestEmailChange');
    const first = await person.call('PUT', '/users/me/email', { newEmail: 'a@example.com' });
    expect([first.status, first.cookies]).toEqual([200, []]);
    const second = await person.call('PUT', '/users/me/email', { newEmail: 'b@example.com' });
    expect(second.status).toBe(200);
  });

  test('is nothing under another purpose, in another session, or after its time', async () => {
    const served = await serve();
    const person = served.browser();
    await person.signUp('ada@example.com');
    await person.prove('changePassword');
    const grant = person.cookies.get('selvedge-grant-changePassword') ?? '';
    person.cookies.set('selvedge-grant-deleteAccount', grant);
    expect((await person.call('DELETE', '/users/me')).json['code']).toBe('step_up_required');

    const elsewhere = served.browser();
    await elsewhere.call('POST', '/login', { email: 'ada@example.com', password });
    elsewhere.cookies.set('selvedge-grant-changePassword', grant);
    const change = { newPassword: 'another lighthouse keeper' };
    const foreign = await elsewhere.call('PUT', '/users/me/password', change);
    expect(foreign.json['code']).toBe('step_up_required');

    served.clock.forward(300);
    const late = await person.call('PUT', '/users/me/password', change);
    expect(late.json['code']).toBe('step_up_required');
  });

  test('with a wrong password is a field error, and too many say when to come back', async () => {
    const person = (await serve()).browser();
    await person.signUp();
    const guess = { purpose: 'deleteAccount', password: 'wrong' };
    const wrong = await person.call('POST', '/step-up', guess);
    expect(wrong.status).toBe(422);
    expect(wrong.json).toMatchObject({
      errors: [{ pointer: '/password', code: 'wrong_password' }],
    });
    let reply = wrong;
    for (let time = 0; time < 10; time += 1) reply = await person.call('POST', '/step-up', guess);
    expect(reply.status).toBe(429);
    const { retryAfterSeconds } = reply.json;
    expect(retryAfterSeconds).toBeGreaterThan(200);
    expect(reply.headers['retry-after']).toBe(String(retryAfterSeconds));
  });
});

describe('If-Match', () => {
  const cases: [string, (version: number) => string, number][] = [
    ['the current version', (version) => `"${version}"`, 200],
    ['any version', () => '*', 200],
    ['the current one of several', (version) => `"1000", "${version}"`, 200],
    ['an older version', (version) => `"${version - 1}"`, 412],
    ['a version to come', (version) => `"${version + 1}"`, 412],
    ['a weak tag', (version) => `W/"${version}"`, 412],
    ['a number without quotes', (version) => String(version), 412],
    ['rubbish', () => 'x,,"', 412],
    ['nothing', () => '', 412],
  ];
  test.each(cases)('with %s', async (_what, tag, status) => {
    const served = await serve();
    const person = served.browser();
    await person.signUp();
    await person.call('PUT', '/users/me', { name: 'First' });
    const { version } = await person.account();
    const before = served.store.dump();
    const headers = { 'if-match': tag(version) };
    const reply = await person.call('PUT', '/users/me', { name: 'Second' }, { headers });
    expect(reply.status).toBe(status);
    if (status === 200) return;
    expect(reply.json).toMatchObject({
      code: 'version_conflict',
      account: { version, profile: { name: { value: 'First' } } },
    });
    expect(served.store.dump()).toBe(before);
  });

  test('is not asked for, and is read by the profile alone', async () => {
    const person = (await serve()).browser();
    await person.signUp();
    expect((await person.call('PUT', '/users/me', { name: 'A' })).status).toBe(200);
    const headers = { 'if-match': '"999"' };
    const cancel = await person.call('DELETE', '/users/me/email/pending', undefined, { headers });
    expect(cancel.status).toBe(200);
  });

  test('lets exactly one of two writes through', async () => {
    const person = (await serve()).browser();
    await person.signUp();
    const { version } = await person.account();
    const headers = { 'if-match': `"${version}"` };
    const replies = await Promise.all(
      ['A', 'B'].map((name) => person.call('PUT', '/users/me', { name }, { headers })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});
