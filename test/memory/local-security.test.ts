import type { MemoryBackend, MemoryBackendOptions, MemoryPerson } from 'selvedge/memory';
import {
  createMemoryPasskeys,
  findCode,
  isAccountError,
  memoryRecoveryCodes,
} from 'selvedge/memory';
import { describe, expect, test } from 'vitest';
import { operations } from '../../src/contract/operations.ts';
import { createAuthenticator } from '../support/authenticator.ts';
import { ada, createWorld, grace, noon, type World } from '../support/world.ts';

const before = '2026-11-01T08:00:00.000Z';
const morning = '2026-11-20T10:00:00.000Z';
const phone = { browser: 'Safari', system: 'iOS', place: 'Graz, Austria' };

const guarded: MemoryPerson = {
  ...ada,
  createdAt: '2025-01-01T00:00:00.000Z',
  totp: { enabledAt: before },
  recoveryCodes: ['ABCDE-12345', 'FGHJK-67890'],
  passkeys: [
    { name: 'Laptop', createdAt: before, lastUsedAt: noon, synced: true },
    { name: 'Key', createdAt: morning, credentialId: 'a-known-one', transports: ['usb'] },
  ],
  sessions: [
    { from: phone, signedInAt: before, lastActiveAt: '2026-11-20T11:00:00.000Z' },
    { from: { browser: 'Edge' }, signedInAt: '2026-11-19T12:00:00.000Z' },
  ],
  activity: [{ event: 'sign_in_failed', at: '2026-11-20T11:30:00.000Z', from: phone }],
};

function worldOf(person: MemoryPerson, options: Partial<MemoryBackendOptions> = {}): World {
  const passkeys = createMemoryPasskeys({ rpId: 'app.example' });
  return createWorld({ people: [person, grace], passkeys, ...options });
}

async function codeOf(run: Promise<unknown>): Promise<string> {
  try {
    await run;
    return 'done';
  } catch (error) {
    if (!isAccountError(error)) return String(error);
    return error.errors?.[0]?.code ?? error.code;
  }
}

async function methodsOf(run: Promise<unknown>): Promise<string[]> {
  const error: unknown = await run.catch((caught: unknown) => caught);
  return isAccountError(error) ? (error.stepUp?.methods ?? []).map(({ kind }) => kind) : [];
}

test('every operation of the table is there', () => {
  const { backend } = createWorld();
  for (const name of Object.keys(operations)) {
    expect(backend).toHaveProperty(name, expect.any(Function));
  }
});

describe('people', () => {
  test('have the second factor and the passkeys that they were given', async () => {
    const { account } = await worldOf(guarded).backend.getAccount();
    expect(account.twoFactor).toEqual({ totpEnabledAt: before, recoveryCodesLeft: 2 });
    expect(account.passkeys).toMatchObject([
      { name: 'Laptop', createdAt: before, lastUsedAt: noon, synced: true },
      { name: 'Key', createdAt: morning, lastUsedAt: null, synced: false },
    ]);
  });

  test('have ten recovery codes with an authenticator app, unless it is said which', async () => {
    const { backend } = worldOf({ ...ada, totp: true });
    const { account } = await backend.getAccount();
    expect(account.twoFactor).toEqual({ totpEnabledAt: noon, recoveryCodesLeft: 10 });
    const [recoveryCode = ''] = memoryRecoveryCodes;
    expect(await codeOf(backend.stepUp({ purpose: 'deleteAccount', recoveryCode }))).toBe('done');
    expect((await backend.getAccount()).account.twoFactor.recoveryCodesLeft).toBe(9);
  });

  test('without any of it have nothing', async () => {
    const { account } = await createWorld().backend.getAccount();
    expect(account.twoFactor).toEqual({ totpEnabledAt: null, recoveryCodesLeft: 0 });
    expect(account.passkeys).toEqual([]);
  });

  test('with a short password may not lose the second factor', async () => {
    const { backend } = worldOf({ ...guarded, password: 'only12chars!' });
    await backend.stepUp({
      purpose: 'disableTwoFactor',
      totpCode: await backend.totpCode('ada'),
    });
    expect(await codeOf(backend.disableTwoFactor())).toBe('not_allowed');
  });

  test('that have a passkey too many are told', async () => {
    const passkeys = Array.from({ length: 21 }, (_, index) => ({ name: `Key ${index}` }));
    const { backend } = worldOf({ ...ada, passkeys });
    const error: unknown = await backend.getAccount().catch((caught: unknown) => caught);
    expect(isAccountError(error) && String(error.cause)).toContain('too_many');
  });

  test('are signed in elsewhere, and the list says from where', async () => {
    const { backend } = worldOf(guarded);
    const { sessions } = await backend.listSessions();
    expect(sessions).toMatchObject([
      { current: true, from: { browser: 'Firefox', system: 'macOS' }, signedInAt: noon },
      { current: false, from: phone, signedInAt: before, lastActiveAt: '2026-11-20T11:00:00.000Z' },
      { current: false, from: { browser: 'Edge', system: null, place: null } },
    ]);
    const { sessions: left } = await backend.endOtherSessions();
    expect(left.map(({ current }) => current)).toEqual([true]);
  });

  test('have a history, newest first', async () => {
    const { entries } = await worldOf(guarded).backend.listActivity();
    expect(entries.map(({ event, at }) => [event, at])).toEqual([
      ['signed_in', noon],
      ['sign_in_failed', '2026-11-20T11:30:00.000Z'],
      ['passkey_added', morning],
      ['signed_in', '2026-11-19T12:00:00.000Z'],
      expect.arrayContaining([before]),
      expect.arrayContaining([before]),
      expect.arrayContaining([before]),
      expect.arrayContaining([before]),
      ['account_provisioned', '2025-01-01T00:00:00.000Z'],
    ]);
    expect(entries[1]?.from).toEqual(phone);
  });

  test('have a link at an unverified address, which can be sent again after a while', async () => {
    const person = { ...ada, emailVerified: false, verification: { requestedAt: before } };
    const { backend, linkTo } = worldOf(person);
    const { account } = await backend.getAccount();
    expect(account.email).toMatchObject({ verified: false, verification: null });
    const waiting = worldOf({ ...person, verification: true });
    const now = await waiting.backend.getAccount();
    expect(now.account.email.verification).toMatchObject({ requestedAt: noon });
    expect(await codeOf(waiting.backend.resendVerification())).toBe('rate_limited');
    await backend.resendVerification();
    await backend.confirmEmailChange({ token: linkTo(ada.email) });
    expect((await backend.getAccount()).account.email).toMatchObject({ verified: true });
  });
});

describe('codes of an authenticator app', () => {
  test('are told of a set-up that waits, switch it on, and then work once each', async () => {
    const { backend, clock } = createWorld();
    await backend.stepUp({ purpose: 'setUpTotp', password: ada.password });
    const { setUp } = await backend.setUpTotp();
    expect(setUp.uri).toContain('ada%40example.com');
    const code = await backend.totpCode('ada');
    const { account, recoveryCodes } = await backend.enableTotp({ code });
    expect(recoveryCodes).toHaveLength(10);
    expect(account.twoFactor).toEqual({ totpEnabledAt: noon, recoveryCodesLeft: 10 });
    const prove = async (totpCode: string): Promise<string> =>
      codeOf(backend.stepUp({ purpose: 'deleteAccount', totpCode }));
    expect(await prove(code)).toBe('wrong_code');
    clock.advance(30);
    expect(await prove(await backend.totpCode('ada'))).toBe('done');
    expect(await codeOf(backend.deleteAccount())).toBe('done');
  });

  test('are none without an app', async () => {
    const { backend } = createWorld();
    await expect(backend.totpCode('ada')).rejects.toThrow('"ada" has no authenticator app');
    await expect(backend.totpCode('nobody')).rejects.toThrow('"nobody" has no authenticator app');
  });
});

describe('passkeys', () => {
  async function add(
    backend: MemoryBackend,
    name?: string,
  ): Promise<ReturnType<typeof createAuthenticator>> {
    const authenticator = createAuthenticator('https://app.example');
    await backend.stepUp({ purpose: 'addPasskey', password: ada.password });
    const { options } = await backend.startPasskey();
    const response = authenticator.create(options);
    await backend.addPasskey({ response, ...(name === undefined ? {} : { name }) });
    return authenticator;
  }

  test('are begun and added with one proof, which is then used up', async () => {
    const { backend } = worldOf(ada);
    expect(await codeOf(backend.startPasskey())).toBe('step_up_required');
    await add(backend, 'Laptop');
    const { passkeys } = (await backend.getAccount()).account;
    expect(passkeys).toMatchObject([{ name: 'Laptop', lastUsedAt: null }]);
    expect(await codeOf(backend.startPasskey())).toBe('step_up_required');
  });

  test('are named after browser and system by default', async () => {
    const { backend } = worldOf(ada, { from: phone });
    await add(backend);
    const { passkeys } = (await backend.getAccount()).account;
    expect(passkeys[0]?.name).toContain('Safari');
  });

  test('prove that it is you, once for each question', async () => {
    const { backend } = worldOf(ada);
    const authenticator = await add(backend);
    const purpose = 'deleteAccount';
    expect(await methodsOf(backend.deleteAccount())).toEqual(['password', 'passkey']);
    const { options } = await backend.startStepUp({ purpose, method: 'passkey' });
    const passkey = authenticator.get(options ?? {});
    expect(await codeOf(backend.stepUp({ purpose, passkey }))).toBe('done');
    expect(await codeOf(backend.stepUp({ purpose, passkey }))).toBe('passkey_refused');
    const { passkeys } = (await backend.getAccount()).account;
    expect(passkeys[0]?.lastUsedAt).toBe(noon);
    expect(await codeOf(backend.deleteAccount())).toBe('done');
  });

  test('are not offered where there is no verifier', async () => {
    const { backend } = createWorld({ passkeys: null });
    const { account } = await backend.getAccount();
    expect(account.abilities.managePasskeys).toMatchObject({
      allowed: false,
      reason: 'not_offered',
    });
    expect(await codeOf(backend.startPasskey())).toBe('not_allowed');
  });

  test('carry the name of the application', async () => {
    const { backend } = createWorld({ settings: { appName: 'Loom' } });
    await backend.stepUp({ purpose: 'addPasskey', password: ada.password });
    const { options } = await backend.startPasskey();
    expect(options['rp']).toEqual({ name: 'Loom' });
  });
});

describe('mailed codes', () => {
  test('are read in the mailbox, and prove that it is you', async () => {
    const { backend, mailbox } = createWorld({ settings: { stepUp: { emailCode: true } } });
    expect(await methodsOf(backend.deleteAccount())).toEqual(['password', 'email_code']);
    await backend.startStepUp({ purpose: 'deleteAccount', method: 'email_code' });
    const mail = mailbox.findNewest(ada.email);
    const emailCode = (mail && findCode(mail)) ?? '';
    expect(emailCode).toMatch(/^\d{6}$/);
    expect(await codeOf(backend.stepUp({ purpose: 'deleteAccount', emailCode }))).toBe('done');
  });

  test('are in no other mail', async () => {
    const { backend, mailbox } = createWorld();
    await backend.stepUp({ purpose: 'requestEmailChange', password: ada.password });
    await backend.requestEmailChange({ newEmail: '123456@example.com' });
    expect(mailbox.list().map(findCode)).toEqual([null, null]);
  });
});

describe('links', () => {
  test('choose a new password without a session, which ends every session', async () => {
    const { backend, mailbox, linkTo } = createWorld();
    await backend.getAccount();
    const anonymous = backend.openBrowser();
    expect(await anonymous.requestPasswordReset({ email: 'nobody@example.com' })).toEqual({
      done: true,
    });
    expect(mailbox.list()).toEqual([]);
    await anonymous.requestPasswordReset({ email: ada.email });
    const token = linkTo(ada.email);
    const newPassword = 'seven quiet otters swim';
    expect(await codeOf(anonymous.resetPassword({ token, newPassword }))).toBe('done');
    expect(await codeOf(backend.getAccount())).toBe('session_ended');
    expect(await codeOf(anonymous.resetPassword({ token, newPassword }))).toBe('link_used');
  });

  test('of a notice report what happened, and every session ends', async () => {
    const { backend, linkTo } = worldOf(guarded);
    const totpCode = await backend.totpCode('ada');
    await backend.stepUp({ purpose: 'createRecoveryCodes', totpCode });
    await backend.createRecoveryCodes();
    const token = linkTo(ada.email);
    expect(await codeOf(backend.openBrowser().reportSecurityEvent({ token }))).toBe('done');
    expect(await codeOf(backend.listSessions())).toBe('session_ended');
  });
});

describe('browsers', () => {
  test('are used from somewhere, and their sessions say from where', async () => {
    const { backend } = createWorld();
    const other = backend.openBrowser(phone);
    await other.signIn('ada');
    const { sessions } = await backend.listSessions();
    expect(sessions.map(({ from }) => from.system)).toEqual(['macOS', 'iOS']);
    const { entries } = await other.listActivity();
    expect(entries.map(({ from }) => from.system)).toEqual(
      expect.arrayContaining(['macOS', 'iOS']),
    );
  });

  test('remember their last use to five minutes, and forget a session that was not used for two weeks', async () => {
    const { backend, clock } = createWorld();
    await backend.getAccount();
    const lastActive = async (): Promise<string | undefined> =>
      (await backend.listSessions()).sessions[0]?.lastActiveAt;
    clock.advance(299);
    expect(await lastActive()).toBe(noon);
    clock.advance(1);
    await backend.getAccount();
    expect(await lastActive()).toBe('2026-11-20T12:05:00.000Z');
    clock.advance(14 * 24 * 3600 - 1);
    expect(await codeOf(backend.getAccount())).toBe('done');
    clock.advance(14 * 24 * 3600);
    expect(await codeOf(backend.getAccount())).toBe('session_ended');
  });

  test('of a host with sessions of its own are told so', async () => {
    const { backend } = createWorld({ ownSessions: false });
    const { abilities } = (await backend.getAccount()).account;
    const elsewhere = { allowed: false, reason: 'handled_elsewhere' };
    expect(abilities).toMatchObject({ manageSessions: elsewhere, resetPassword: elsewhere });
    expect(await codeOf(backend.listSessions())).toBe('not_allowed');
  });
});
