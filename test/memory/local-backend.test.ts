import { deMails } from 'selvedge/locales/de/mails';
import { describe, expect, test } from 'vitest';
import { AccountError, createMemoryBackend, isAccountError } from 'selvedge/memory';
import { picture } from '../support/pictures.ts';
import { ada, createWorld, grace, noon, prove } from '../support/world.ts';

async function codeOf(run: Promise<unknown>): Promise<string> {
  try {
    await run;
    return 'done';
  } catch (error) {
    return isAccountError(error) ? error.code : String(error);
  }
}

async function blob(format: 'png' | 'jpeg'): Promise<Blob> {
  return new Blob([Uint8Array.from(await picture(format))]);
}

describe('people', () => {
  test('Ada is signed in where nobody else is named', async () => {
    const { account } = await createMemoryBackend().getAccount();
    expect([account.id, account.email.address]).toEqual(['ada', 'ada@example.com']);
  });

  test('are as they were described', async () => {
    const connectedAt = '2025-01-01T00:00:00.000Z';
    const { backend, mailbox } = createWorld({
      people: [
        {
          id: 'mary',
          email: 'mary@example.com',
          emailVerified: false,
          name: 'Mary Somerville',
          language: 'de',
          identities: [{ provider: 'google', label: 'Google', connectedAt, owns: ['name'] }],
          avatar: Uint8Array.from(await picture('png')),
          pendingEmail: { address: 'm@example.com', requestedAt: '2026-11-20T11:59:30.000Z' },
          createdAt: connectedAt,
        },
      ],
    });
    const { account } = await backend.getAccount();
    expect(account).toMatchObject({
      id: 'mary',
      createdAt: connectedAt,
      email: {
        address: 'mary@example.com',
        verified: false,
        pending: { address: 'm@example.com', resendAt: '2026-11-20T12:00:30.000Z' },
      },
      password: { set: false, changedAt: null },
      identities: [{ provider: 'google', label: 'Google', name: null, connectedAt }],
      abilities: { manageTwoFactor: { allowed: false, reason: 'no_password' } },
    });
    expect(account.profile.name).toMatchObject({
      editable: false,
      reason: 'owned_by_provider',
      owner: 'Google',
    });
    expect(account.avatar).not.toBeNull();
    expect(mailbox.findNewest('m@example.com')).not.toBeNull();
  });

  test('that cannot be made are told by every call', async () => {
    const backend = createMemoryBackend({ people: [ada, { email: ada.email }] });
    const error: unknown = await backend.getAccount().catch((caught: unknown) => caught);
    expect(isAccountError(error) && error.code).toBe('unexpected');
    expect(String((error as AccountError).cause)).toContain('ada@example.com cannot be made');
  });

  test('nobody is signed in where null is named', async () => {
    const backend = createMemoryBackend({ signedIn: null });
    expect(await codeOf(backend.getAccount())).toBe('not_signed_in');
  });

  test('are signed in by id or address; an unknown one is told', async () => {
    const { backend } = createWorld();
    await backend.signIn('grace');
    expect((await backend.getAccount()).account.id).toBe('grace');
    await backend.signIn('ADA@example.com');
    expect((await backend.getAccount()).account.id).toBe('ada');
    await expect(backend.signIn('nobody')).rejects.toThrow('there is no account "nobody"');
    expect((await backend.getAccount()).account.id).toBe('ada');
  });

  test('sign out, and their session is gone from the store', async () => {
    const { backend, ports } = createWorld();
    await backend.getAccount();
    const sessions = (): unknown =>
      (JSON.parse(ports.store.dump()) as { sessions: unknown }).sessions;
    expect(sessions()).toHaveLength(1);
    await backend.signOut();
    expect(sessions()).toEqual([]);
    expect(await codeOf(backend.getAccount())).toBe('not_signed_in');
    await backend.signOut();
  });

  test('sign in by password where they have one', async () => {
    const { backend, ports } = createWorld({
      people: [ada, { id: 'mary', email: 'mary@example.com' }],
    });
    await backend.getAccount();
    expect(ports.store.dump()).toContain('"methods":["password"]');
    await backend.signIn('mary');
    expect(ports.store.dump()).toContain('"methods":["sign_in"]');
  });
});

describe('browsers', () => {
  test('share the accounts and have a session each', async () => {
    const { backend, signIn } = createWorld();
    const other = await signIn(ada);
    await backend.updateProfile({ nickname: 'Countess' });
    expect((await other.getAccount()).account.profile.nickname.value).toBe('Countess');
    await other.signOut();
    expect(await codeOf(backend.getAccount())).toBe('done');
  });

  test('hold their grants apart, and give them up with the session', async () => {
    const { backend, signIn } = createWorld();
    const other = await signIn(ada);
    await prove(backend, 'deleteAccount');
    expect(await codeOf(other.deleteAccount())).toBe('step_up_required');
    await backend.signIn('ada');
    expect(await codeOf(backend.deleteAccount())).toBe('step_up_required');
  });
});

describe('calls', () => {
  test('take the latency, and an abort in between ends them before anything happens', async () => {
    const { backend } = createWorld({ latencyMilliseconds: 20 });
    const started = performance.now();
    await backend.getAccount();
    expect(performance.now() - started).toBeGreaterThanOrEqual(19);
    const stop = new AbortController();
    const update = backend.updateProfile({ nickname: 'Late' }, { signal: stop.signal });
    stop.abort();
    expect(await codeOf(update)).toBe('aborted');
    expect((await backend.getAccount()).account.profile.nickname.value).toBeNull();
  });

  test('that are aborted too late have happened, and their answer reaches nobody', async () => {
    const stop = new AbortController();
    const { backend } = createWorld({
      fail: (name) => {
        if (name === 'updateProfile') stop.abort();
        return null;
      },
    });
    const update = backend.updateProfile({ nickname: 'Late' }, { signal: stop.signal });
    expect(await codeOf(update)).toBe('aborted');
    expect((await backend.getAccount()).account.profile.nickname.value).toBe('Late');
  });

  test('with an infinite latency answer nothing until they are aborted', async () => {
    const { backend } = createWorld({
      latencyMilliseconds: (name) => (name === 'removeAvatar' ? Infinity : 0),
    });
    const stop = new AbortController();
    const endless = codeOf(backend.removeAvatar(undefined, { signal: stop.signal }));
    const pause = new Promise((resolve) => setTimeout(() => resolve('nothing yet'), 20));
    expect(await Promise.race([endless, pause])).toBe('nothing yet');
    expect(await codeOf(backend.getAccount())).toBe('done');
    stop.abort();
    expect(await endless).toBe('aborted');
  });

  test('fail as they are told to, and nothing happens', async () => {
    let broken = true;
    const { backend } = createWorld({
      fail: (name) =>
        broken && name === 'updateProfile' ? new AccountError('unavailable') : undefined,
    });
    expect(await codeOf(backend.updateProfile({ nickname: 'No' }))).toBe('unavailable');
    expect((await backend.getAccount()).account.version).toBe(1);
    broken = false;
    expect(await codeOf(backend.updateProfile({ nickname: 'Yes' }))).toBe('done');
  });

  test('that break inside are unexpected, with the cause', async () => {
    const { backend, ports } = createWorld();
    const cause = new Error('the disk is full');
    ports.store.findSession = () => Promise.reject(cause);
    const error: unknown = await backend.getAccount().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'unexpected', cause });
  });

  test('answer objects of their own', async () => {
    const { backend } = createWorld();
    const { account } = await backend.getAccount();
    account.password.policy.minLength = 1;
    account.profile.name.value = 'Changed';
    expect((await backend.getAccount()).account).toMatchObject({
      password: { policy: { minLength: 15 } },
      profile: { name: { value: ada.name } },
    });
  });

  test('settings are those that were given', async () => {
    const { backend } = createWorld({ settings: { lockedFields: ['nickname'] } });
    const { account } = await backend.getAccount();
    expect(account.profile.nickname.reason).toBe('locked_by_application');
  });
});

describe('pictures', () => {
  test('have addresses that show what was given, until they are replaced', async () => {
    const { backend } = createWorld();
    const [png, jpeg] = [await blob('png'), await blob('jpeg')];
    const first = (await backend.setAvatar({ image: png })).account.avatar?.url ?? '';
    expect(first).toMatch(/^blob:/);
    expect(await (await fetch(first)).bytes()).toEqual(await png.bytes());
    expect((await backend.getAccount()).account.avatar?.url).toBe(first);
    const second = (await backend.setAvatar({ image: jpeg })).account.avatar?.smallUrl ?? '';
    expect(await (await fetch(second)).bytes()).toEqual(await jpeg.bytes());
    await expect(fetch(first)).rejects.toThrow();
  });

  test('are data where there are no object URLs', async () => {
    const { createObjectURL } = URL;
    try {
      Object.assign(URL, { createObjectURL: undefined });
      const { backend } = createWorld();
      const png = await blob('png');
      const url = (await backend.setAvatar({ image: png })).account.avatar?.url ?? '';
      expect(url).toMatch(/^data:/);
      expect(await (await fetch(url)).bytes()).toEqual(await png.bytes());
    } finally {
      Object.assign(URL, { createObjectURL });
    }
  });

  test('show in the account that a conflict carries', async () => {
    const { backend } = createWorld();
    const { account } = await backend.setAvatar({ image: await blob('png') });
    const late = backend.updateProfile({ nickname: 'Late' }, { version: 1 });
    const error: unknown = await late.catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      code: 'version_conflict',
      account: { version: 2, avatar: account.avatar },
    });
  });

  test('tell how far they have come', async () => {
    const { backend } = createWorld({ latencyMilliseconds: 10 });
    const told: number[] = [];
    await backend.setAvatar(
      { image: await blob('png') },
      { onProgress: (fraction) => told.push(fraction) },
    );
    expect(told[0]).toBe(0);
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual(told.toSorted((one, other) => one - other));
  });
});

describe('mails', () => {
  test('are in the mailbox when the call has answered, newest first', async () => {
    const { backend, mailbox, linkTo } = createWorld();
    await prove(backend, 'requestEmailChange');
    await backend.requestEmailChange({ newEmail: 'new@example.com' });
    expect(
      mailbox
        .list()
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual([ada.email, 'new@example.com']);
    await backend.confirmEmailChange({ token: linkTo('new@example.com') });
    expect(mailbox.list()).toHaveLength(3);
    expect(mailbox.list()[0]?.to).toBe(ada.email);
    mailbox.clear();
    expect(mailbox.list()).toEqual([]);
  });

  test('are in the language of the account, where there are words for it', async () => {
    const people = [{ ...ada, language: 'de-AT' }];
    const { backend, mailbox } = createWorld({ people, mailWords: [deMails] });
    await prove(backend, 'requestEmailChange');
    await backend.requestEmailChange({ newEmail: 'new@example.com' });
    expect(mailbox.findNewest('new@example.com')?.language).toBe('de');
  });

  test('switched off, a change of address is instant', async () => {
    const { backend, mailbox } = createWorld({ mail: false });
    await prove(backend, 'requestEmailChange');
    const { account } = await backend.requestEmailChange({ newEmail: 'new@example.com' });
    expect(account.email).toEqual({
      address: 'new@example.com',
      verified: false,
      pending: null,
      verification: null,
    });
    expect(mailbox.list()).toEqual([]);
    await prove(backend, 'requestEmailChange');
    const taken = backend.requestEmailChange({ newEmail: grace.email });
    expect(await codeOf(taken)).toBe('email_taken');
  });
});

test('the clock stands still until it is moved', async () => {
  const { clock } = createWorld();
  const read = (): string => new Date(clock.now()).toISOString();
  expect(read()).toBe(noon);
  clock.advance(60);
  expect(read()).toBe('2026-11-20T12:01:00.000Z');
  clock.set('2027-01-01T00:00:00.000Z');
  expect(read()).toBe('2027-01-01T00:00:00.000Z');
  expect(() => clock.set('soon')).toThrow('"soon" is no instant');
});
