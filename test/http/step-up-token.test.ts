import { describe, expect, test } from 'vitest';
import { type Browser, password, serve, type Served } from './served.ts';

async function headered(): Promise<{ served: Served; person: Browser }> {
  const served = await serve({ stepUpToken: 'header' });
  const person = served.browser();
  await person.signUp();
  return { served, person };
}

const withToken = (token: string | string[]) => ({ headers: { 'x-step-up-token': token } });

describe('a server whose pages keep the proof', () => {
  test('answers it in the body, with its end, and in no cookie', async () => {
    const { served, person } = await headered();
    const reply = await person.prove('deleteAccount');
    expect(Object.keys(reply.json)).toEqual(['account', 'stepUpToken', 'expiresAt']);
    expect(reply.json['stepUpToken']).toMatch(/^[\w-]{43}$/);
    const lifeSeconds = (Date.parse(String(reply.json['expiresAt'])) - served.clock.now()) / 1000;
    expect(lifeSeconds).toBeGreaterThan(290);
    expect(lifeSeconds).toBeLessThanOrEqual(300);
    expect(reply.cookies).toEqual([]);
    expect(reply.headers['cache-control']).toBe('no-store');
  });

  test('takes it from the header, once, for its purpose', async () => {
    const { person } = await headered();
    const token = String((await person.prove('requestEmailChange')).json['stepUpToken']);
    const other = await person.call('DELETE', '/users/me', undefined, withToken(token));
    expect(other.json['code']).toBe('step_up_required');
    const change = (newEmail: string) =>
      person.call('PUT', '/users/me/email', { newEmail }, withToken(token));
    const used = await change('new@example.com');
    expect([used.status, used.cookies]).toEqual([200, []]);
    const again = await change('other@example.com');
    expect(again.json['code']).toBe('step_up_required');
  });

  test('looks at no cookie, and a garbled header is none', async () => {
    const { person } = await headered();
    const token = String((await person.prove('deleteAccount')).json['stepUpToken']);
    person.cookies.set('selvedge-grant-deleteAccount', token);
    const bad = [undefined, '', 'x', `${token},${token}`, [token, token], `Bearer ${token}`];
    for (const header of bad) {
      const reply = await person.call(
        'DELETE',
        '/users/me',
        undefined,
        header === undefined ? {} : withToken(header),
      );
      expect(reply.json['code']).toBe('step_up_required');
    }
    const reply = await person.call('DELETE', '/users/me', undefined, withToken(token));
    expect(reply.status).toBe(200);
  });

  test('takes nobody else’s', async () => {
    const { served, person } = await headered();
    const token = String((await person.prove('deleteAccount')).json['stepUpToken']);
    const thief = served.browser();
    await thief.signUp();
    const reply = await thief.call('DELETE', '/users/me', undefined, withToken(token));
    expect(reply.json['code']).toBe('step_up_required');
  });

  test('lets the pages of a trusted origin send it', async () => {
    const served = await serve({
      stepUpToken: 'header',
      trustedOrigins: ['https://admin.example'],
    });
    const preflight = await served
      .browser({ origin: 'https://admin.example', 'access-control-request-method': 'DELETE' })
      .call('OPTIONS', '/users/me');
    expect(preflight.headers['access-control-allow-headers']).toContain('x-step-up-token');
  });
});

test('a server with cookies takes no header', async () => {
  const served = await serve();
  const person = served.browser();
  await person.signUp();
  const proved = await person.call('POST', '/step-up', { purpose: 'deleteAccount', password });
  expect(Object.keys(proved.json)).toEqual(['account']);
  const token = person.cookies.get('selvedge-grant-deleteAccount') ?? '';
  person.cookies.delete('selvedge-grant-deleteAccount');
  const reply = await person.call('DELETE', '/users/me', undefined, withToken(token));
  expect(reply.json['code']).toBe('step_up_required');
});
