import { describe, expect, test } from 'vitest';
import type { Browser, Served } from './served.ts';
import { accountOf, password, serve } from './served.ts';

/** A person who is signed in twice, and the session that did not sign up. */
async function twice(served: Served): Promise<{ person: Browser; id: string; other: Browser }> {
  const person = served.browser();
  await person.signUp('ada@example.com');
  const other = served.browser();
  await other.call('POST', '/login', { email: 'ada@example.com', password });
  const { sessions } = (await person.call('GET', '/users/me/sessions')).json as {
    sessions: { id: string; current: boolean }[];
  };
  return { person, other, id: sessions.find(({ current }) => !current)?.id ?? '' };
}

describe('an id in a path', () => {
  test('names what is meant', async () => {
    const served = await serve();
    const { person, other, id } = await twice(served);
    const reply = await person.call('DELETE', `/users/me/sessions/${id}`);
    expect([reply.status, (reply.json['sessions'] as unknown[]).length]).toEqual([200, 1]);
    expect((await other.call('GET', '/users/me')).json['code']).toBe('session_ended');
    expect((await person.call('GET', '/users/me')).status).toBe(200);
  });

  test.each([
    ['with a dot', (id: string) => `${id}.`],
    ['encoded', (id: string) => `%${id.charCodeAt(0).toString(16)}${id.slice(1)}`],
    ['with a slash behind', (id: string) => `${id}/`],
    ['with a path behind', (id: string) => `${id}/report`],
    ['with a semicolon', (id: string) => `${id};x=1`],
    ['of dots', () => '..'],
    ['of nothing', () => ''],
    ['of 65 characters', () => 'a'.repeat(65)],
    ['in braces', () => '{id}'],
    ['with a null byte', (id: string) => `${id}%00`],
    ['in other letters', () => '%C3%A9'],
  ])('%s is no path of ours', async (_what, twist) => {
    const served = await serve({
      after: (app) => void app.use((_request, response) => void response.status(418).end('host')),
    });
    const { person, id } = await twice(served);
    const before = served.store.dump();
    const reply = await person.call('DELETE', `/users/me/sessions/${twist(id)}`);
    expect([reply.status, reply.text]).toEqual([418, 'host']);
    expect(served.store.dump()).toBe(before);
  });

  test('stands in the path alone: in the body it is a field too many', async () => {
    const served = await serve();
    const { person, id } = await twice(served);
    const before = served.store.dump();
    for (const body of [{ id }, { id: 'x' }, { id: null }]) {
      const reply = await person.call('DELETE', '/users/me/sessions/no-such-id', body);
      expect(reply.json).toMatchObject({
        code: 'validation_failed',
        errors: [{ pointer: '/id', code: 'unknown_key' }],
      });
    }
    const named = await person.call('PUT', '/users/me/passkeys/no-such-id', { id, name: 'Key' });
    expect(named.json).toMatchObject({ errors: [{ pointer: '/id', code: 'unknown_key' }] });
    expect(served.store.dump()).toBe(before);
  });

  test('is nobody else’s: whoever asks finds nothing of another account', async () => {
    const served = await serve();
    const { person, other, id } = await twice(served);
    const stranger = served.browser();
    await stranger.signUp('eve@example.com');
    await stranger.call('DELETE', `/users/me/sessions/${id}`);
    expect((await other.call('GET', '/users/me')).status).toBe(200);
    const { entries } = (await person.call('GET', '/users/me/activity')).json as {
      entries: { id: string }[];
    };
    const reported = await stranger.call(
      'POST',
      `/users/me/activity/${entries[0]?.id ?? ''}/report`,
    );
    expect(reported.json['code']).toBe('not_found');
    expect((await other.call('GET', '/users/me')).status).toBe(200);
  });

  test('does not hide the paths that have a word in its place', async () => {
    const served = await serve();
    const { person } = await twice(served);
    const start = await person.call('PUT', '/users/me/passkeys/start', { name: 'x' });
    expect([start.status, start.headers['allow']]).toEqual([405, 'POST, OPTIONS']);
  });
});

describe('the input of a read', () => {
  test('stands in the query', async () => {
    const served = await serve();
    const person = served.browser();
    await person.signUp();
    for (let change = 0; change < 25; change += 1) {
      await person.call('PUT', '/users/me', { name: `Name ${change}` });
    }
    const first = (await person.call('GET', '/users/me/activity')).json as {
      entries: { id: string }[];
      next: string;
    };
    expect(first.entries).toHaveLength(20);
    const path = `/users/me/activity?before=${encodeURIComponent(first.next)}`;
    const second = (await person.call('GET', path)).json as typeof first;
    expect(second.entries.length).toBeGreaterThan(4);
    const ids = [...first.entries, ...second.entries].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(second.next).toBeNull();
  });

  test.each([
    ['?before=a&before=b', '/before', 'malformed'],
    ['?before=a&before=a', '/before', 'malformed'],
    ['?before=a&%62efore=a', '/before', 'malformed'],
    ['?before=%ff', '/before', 'malformed'],
    ['?before=%', '/before', 'malformed'],
    ['?before=', '/before', 'required'],
    ['?before', '/before', 'required'],
    [`?before=${'x'.repeat(129)}`, '/before', 'too_long'],
    [`?before=${'x'.repeat(3000)}`, '', 'malformed'],
    ['?after=a', '/after', 'unknown_key'],
    ['?before[]=a', '/before[]', 'unknown_key'],
    ['?__proto__=a', '/__proto__', 'unknown_key'],
    ['?a~b%2Fc=1', '/a~0b~1c', 'unknown_key'],
    ['?=a', '', 'malformed'],
    ['?&', '', 'malformed'],
    ['?%ff=a', '', 'malformed'],
  ])('%s is refused', async (query, pointer, code) => {
    const person = (await serve()).browser();
    await person.signUp();
    const reply = await person.call('GET', `/users/me/activity${query}`);
    expect(reply.status).toBe(422);
    expect(reply.json).toMatchObject({ errors: [{ pointer, code }] });
  });

  test('is refused where a read takes none, and nothing is read of a body', async () => {
    const person = (await serve()).browser();
    await person.signUp();
    expect((await person.call('GET', '/users/me/sessions?x=1')).status).toBe(422);
    expect((await person.call('GET', '/users/me/sessions?')).status).toBe(200);
    expect((await person.call('GET', '/users/me/activity', { before: 7 })).status).toBe(200);
  });

  test('is judged only of people who are signed in', async () => {
    const stranger = (await serve()).browser();
    expect((await stranger.call('GET', '/users/me/activity?x=1')).status).toBe(401);
  });

  test('is nothing to a write: what stands in its query is passed over', async () => {
    const person = (await serve()).browser();
    await person.signUp();
    const reply = await person.call('PUT', '/users/me?name=Eve&id=x', { name: 'Ada' });
    expect(accountOf(reply).profile.name.value).toBe('Ada');
  });
});
