import { createPasskeyVerifier } from 'selvedge/node';
import { describe, expect, test } from 'vitest';
import type { PasskeyOptions } from '../../src/contract/passkeys.ts';
import { codeAt, wrongCode } from '../operations/second-factor.ts';
import { type Authenticator, createAuthenticator } from '../support/authenticator.ts';
import type { Browser, Served } from './served.ts';
import { accountOf, password, serve } from './served.ts';

const email = 'ada@example.com';

/** Switches the second factor on over the wire, and waits until the first code is of no use any more. */
async function switchOn(
  served: Served,
  person: Browser,
): Promise<{ secret: string; code: () => string; recoveryCodes: string[] }> {
  await person.prove('setUpTotp');
  const { json } = await person.call('POST', '/users/me/two-factor/totp');
  const { secret } = json['setUp'] as { secret: string };
  const code = (): string => codeAt(secret, served.clock.now());
  const on = await person.call('PUT', '/users/me/two-factor/totp', { code: code() });
  expect(on.status).toBe(200);
  served.clock.forward(30);
  return { secret, code, recoveryCodes: on.json['recoveryCodes'] as string[] };
}

describe('sign-in with a second factor', () => {
  test('starts nothing by the password alone: no cookie at all, and the session that was there stays', async () => {
    const served = await serve();
    const person = served.browser();
    await person.signUp(email);
    await switchOn(served, person);
    const elsewhere = served.browser();
    await elsewhere.signUp('eve@example.com');
    const sessions = (): number => served.store.dump().split('"tokenDigest"').length;
    const before = sessions();
    const reply = await elsewhere.call('POST', '/login', { email, password });
    expect(reply.status).toBe(401);
    expect(reply.json).toMatchObject({
      code: 'second_factor_required',
      stepUp: { purpose: 'signIn', methods: [{ kind: 'totp' }, { kind: 'recovery_code' }] },
    });
    expect(reply.headers['www-authenticate']).toBe('Bearer realm="account"');
    expect(reply.cookies).toEqual([]);
    expect(reply.text).not.toContain(email);
    expect(sessions()).toBe(before);
    expect((await elsewhere.account()).email.address).toBe('eve@example.com');
  });

  test('needs code and password together, and starts a new session with them', async () => {
    const served = await serve();
    const person = served.browser();
    await person.signUp(email);
    const { secret, code, recoveryCodes } = await switchOn(served, person);
    const elsewhere = served.browser();
    const wrong = await elsewhere.call('POST', '/login', {
      email,
      password,
      totpCode: wrongCode(secret, served.clock.now()),
    });
    expect(wrong.json).toMatchObject({ errors: [{ pointer: '/totpCode', code: 'wrong_code' }] });
    expect(wrong.cookies).toEqual([]);
    const right = await elsewhere.call('POST', '/login', { email, password, totpCode: code() });
    expect([right.status, accountOf(right).email.address]).toEqual([200, email]);
    expect((await elsewhere.call('GET', '/users/me')).status).toBe(200);
    const third = served.browser();
    const recoveryCode = recoveryCodes[0] ?? '';
    const recovered = await third.call('POST', '/login', { email, password, recoveryCode });
    expect(recovered.status).toBe(200);
    const again = await third.call('POST', '/login', { email, password, recoveryCode });
    expect(again.json).toMatchObject({ errors: [{ pointer: '/recoveryCode' }] });
  });
});

describe('sign-in with a passkey', () => {
  const origin = 'https://app.example';

  async function withPasskey(): Promise<{
    served: Served;
    person: Browser;
    authenticator: Authenticator;
  }> {
    const passkeys = await createPasskeyVerifier({
      rpName: 'Acme',
      rpId: 'app.example',
      origins: [origin],
    });
    const served = await serve({ origin, passkeys });
    const person = served.browser();
    await person.signUp(email);
    await person.prove('addPasskey');
    const started = await person.call('POST', '/users/me/passkeys/start');
    const authenticator = createAuthenticator(origin);
    const response = authenticator.create(started.json['options'] as PasskeyOptions);
    const added = await person.call('POST', '/users/me/passkeys', { name: 'Key', response });
    expect(added.status).toBe(200);
    return { served, person, authenticator };
  }

  test('starts a session; whose it is, the passkey says', async () => {
    const { served, authenticator } = await withPasskey();
    const elsewhere = served.browser();
    const started = await elsewhere.call('POST', '/login/passkey/start');
    expect(Object.keys(started.json)).toEqual(['options']);
    expect([started.cookies, started.headers['etag']]).toEqual([[], undefined]);
    const passkey = authenticator.get(started.json['options'] as PasskeyOptions);
    const reply = await elsewhere.call('POST', '/login/passkey', { passkey });
    expect([reply.status, accountOf(reply).email.address]).toEqual([200, email]);
    expect([...elsewhere.cookies.keys()]).toEqual([
      '__Host-selvedge-session',
      '__Host-selvedge-device',
    ]);
    const replayed = await served.browser().call('POST', '/login/passkey', { passkey });
    expect(replayed.json).toMatchObject({ errors: [{ code: 'passkey_refused' }] });
    expect(replayed.cookies).toEqual([]);
  });

  test('began with a proof that its making does not use up, and its adding does', async () => {
    const { person, authenticator } = await withPasskey();
    await person.prove('addPasskey');
    const name = '__Host-selvedge-grant-addPasskey';
    const grant = person.cookies.get(name) ?? '';
    const started = await person.call('POST', '/users/me/passkeys/start');
    expect([started.status, started.cookies]).toEqual([200, []]);
    const second = await person.call('POST', '/users/me/passkeys/start');
    expect(second.status).toBe(200);
    const other = createAuthenticator(origin);
    const response = other.create(second.json['options'] as PasskeyOptions);
    const added = await person.call('POST', '/users/me/passkeys', { response });
    expect(added.status).toBe(200);
    expect(added.cookies).toEqual([expect.stringMatching(new RegExp(`^${name}=; .*Max-Age=0`))]);
    person.cookies.set(name, grant);
    const third = await person.call('POST', '/users/me/passkeys/start');
    expect(third.json['code']).toBe('step_up_required');
    expect(authenticator.passkeys).toHaveLength(1);
  });

  test('without a proof is not begun', async () => {
    const { person } = await withPasskey();
    const reply = await person.call('POST', '/users/me/passkeys/start');
    expect(reply.json).toMatchObject({
      code: 'step_up_required',
      stepUp: { purpose: 'addPasskey', methods: [{ kind: 'password' }, { kind: 'passkey' }] },
    });
  });
});

describe('the cookie that makes a browser known', () => {
  const name = 'selvedge-device';

  test('stays at sign-out, and goes with the account', async () => {
    const served = await serve();
    const person = served.browser();
    await person.signUp(email);
    const device = person.cookies.get(name);
    expect(device).toMatch(/^[\w-]{43}$/);
    await person.call('POST', '/logout');
    expect([...person.cookies]).toEqual([[name, device]]);
    const back = await person.call('POST', '/login', { email, password });
    expect(back.cookies.map((cookie) => cookie.split('=')[0])).toEqual(['selvedge-session']);
    await person.prove('deleteAccount');
    await person.call('DELETE', '/users/me');
    expect([...person.cookies.keys()]).toEqual([]);
  });

  test('keeps its owner’s way in open while strangers try', async () => {
    const limits = { proofs: [{ count: 3, seconds: 300 }] };
    const served = await serve({ limits });
    const person = served.browser();
    await person.signUp(email);
    await person.call('POST', '/logout');
    const stranger = served.browser();
    for (let time = 0; time < 3; time += 1) {
      await stranger.call('POST', '/login', { email, password: 'a guess of somebody else' });
    }
    const refused = await stranger.call('POST', '/login', { email, password });
    expect(refused.json['code']).toBe('rate_limited');
    expect((await person.call('POST', '/login', { email, password })).status).toBe(200);
  });

  test('opens nothing, however it is forged', async () => {
    const served = await serve();
    const person = served.browser();
    await person.signUp(email);
    const device = person.cookies.get(name) ?? '';
    for (const value of [device, '', 'x', 'é', device.repeat(9), `${device};`, '"'.repeat(50)]) {
      const thief = served.browser();
      thief.cookies.set(name, value);
      expect((await thief.call('GET', '/users/me')).json['code']).toBe('not_signed_in');
      const guess = await thief.call('POST', '/login', { email, password: 'wrong' });
      expect(guess.status).toBe(422);
    }
  });

  test('is not there where the sessions are the host’s', async () => {
    const served = await serve({
      identify: () => ({
        accountId: 'ada',
        sessionId: 's1',
        authenticatedAt: new Date().toISOString(),
        methods: [],
      }),
      provision: () => ({ email, emailVerified: true }),
    });
    const person = served.browser();
    await person.call('POST', '/step-up', { purpose: 'deleteAccount' });
    const gone = await person.call('DELETE', '/users/me');
    expect(gone.status).toBe(200);
    expect(gone.cookies.map((cookie) => cookie.split('=')[0])).not.toContain(name);
  });
});
