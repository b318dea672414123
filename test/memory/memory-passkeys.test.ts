import { describe, expect, test } from 'vitest';
import { createMemoryPasskeys } from 'selvedge/memory';
import type { PasskeyResponse } from '../../src/contract/passkeys.ts';
import type { PasskeyRecord } from '../../src/server/ports/passkey-store.ts';
import type { Algorithm, Tweaks } from '../support/authenticator.ts';
import { cbor, createAuthenticator } from '../support/authenticator.ts';

// What real browsers answer is tested in one (test/react/memory-passkeys.test.tsx); here what must not be taken.
const passkeys = createMemoryPasskeys({ rpId: 'app.example', rpName: 'App' });
const challenge = 'Y2hhbGxlbmdlIG9mIHRoZSB0ZXN0';
const ada = { challenge, userId: 'ada ✿', userName: 'ada@example.com', displayName: 'Ada' };

async function register(tweaks: Tweaks = {}, algorithm?: Algorithm): Promise<PasskeyResponse> {
  const authenticator = createAuthenticator('https://app.example', algorithm);
  const options = await passkeys.registrationOptions({ ...ada, exclude: [] });
  return authenticator.create(options, tweaks);
}

const row = { id: 'one', accountId: 'ada', name: 'Key', createdAt: '', lastUsedAt: null };

async function prove(
  tweaks: Tweaks = {},
): Promise<{ passkey: PasskeyRecord; response: PasskeyResponse }> {
  const authenticator = createAuthenticator('https://app.example');
  const options = await passkeys.registrationOptions({ ...ada, exclude: [] });
  const made = await passkeys.verifyRegistration(authenticator.create(options), challenge);
  if (made === null) throw new Error('The registration was refused.');
  const asked = await passkeys.assertionOptions({ challenge, allow: [made] });
  return { passkey: { ...row, ...made }, response: authenticator.get(asked, tweaks) };
}

describe('options', () => {
  test('ask for a passkey that is kept, of a person who is verified, and not for one that is there', async () => {
    const exclude = [
      { credentialId: 'one', transports: ['usb'] },
      { credentialId: 'other', transports: [] },
    ];
    expect(await passkeys.registrationOptions({ ...ada, exclude })).toMatchObject({
      challenge,
      rp: { id: 'app.example', name: 'App' },
      user: {
        id: Buffer.from('ada ✿').toString('base64url'),
        name: 'ada@example.com',
        displayName: 'Ada',
      },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [
        { id: 'one', type: 'public-key', transports: ['usb'] },
        { id: 'other', type: 'public-key' },
      ],
    });
  });

  test('ask for a proof by one of the passkeys, or by any', async () => {
    const allow = [{ credentialId: 'one', transports: [] }];
    expect(await passkeys.assertionOptions({ challenge, allow })).toMatchObject({
      challenge,
      rpId: 'app.example',
      allowCredentials: [{ id: 'one', type: 'public-key' }],
      userVerification: 'required',
    });
    expect(await passkeys.assertionOptions({ challenge, allow: [] })).toMatchObject({
      allowCredentials: [],
    });
  });

  test('leave the domain to the browser where none was given', async () => {
    const anywhere = createMemoryPasskeys();
    const options = await anywhere.registrationOptions({ ...ada, exclude: [] });
    expect(options['rp']).toEqual({ name: 'Example' });
    const asked = await anywhere.assertionOptions({ challenge, allow: [] });
    expect(asked).not.toHaveProperty('rpId');
  });
});

describe('a proof', () => {
  test('is taken with its count', async () => {
    const { passkey, response } = await prove();
    expect(passkeys.challengeOf(response)).toBe(challenge);
    expect(await passkeys.verifyAssertion(response, challenge, passkey)).toEqual({ signCount: 1 });
    const many = await prove({ signCount: 0xfffffffe });
    expect(await passkeys.verifyAssertion(many.response, challenge, many.passkey)).toEqual({
      signCount: 0xfffffffe,
    });
  });

  test('comes from the domain that was given, or from below it', async () => {
    const judge = async (origin: string): Promise<boolean> => {
      const { passkey, response } = await prove({ origin });
      return (await passkeys.verifyAssertion(response, challenge, passkey)) !== null;
    };
    expect(await judge('https://app.example')).toBe(true);
    expect(await judge('https://sub.app.example:8443')).toBe(true);
    expect(await judge('https://badapp.example')).toBe(false);
    expect(await judge('https://app.example.org')).toBe(false);
    expect(await judge('nowhere')).toBe(false);
  });

  const tweaks: [name: string, tweaks: Tweaks][] = [
    ['to another challenge', { challenge: 'b3RoZXI' }],
    ['that is a registration', { type: 'webauthn.create' }],
    ['from a frame of another site', { crossOrigin: true }],
    ['with nobody there', { present: false }],
    ['with somebody who was not verified', { verified: false }],
  ];
  test.for(tweaks)('%s is not taken', async ([, tweak]) => {
    const { passkey, response } = await prove(tweak);
    expect(await passkeys.verifyAssertion(response, challenge, passkey)).toBeNull();
  });

  test('of another passkey is not taken', async () => {
    const { response } = await prove();
    const { passkey: other } = await prove();
    expect(await passkeys.verifyAssertion(response, challenge, other)).toBeNull();
  });

  test('that cannot be read is not taken, and was made for no challenge', async () => {
    const { passkey, response } = await prove();
    for (const clientDataJSON of ['%%%', 'AAAA', 'W10', 'e30', 'bnVsbA', 7, undefined]) {
      const unreadable = { ...response, response: { ...response.response, clientDataJSON } };
      expect(passkeys.challengeOf(unreadable)).toBeNull();
      expect(await passkeys.verifyAssertion(unreadable, challenge, passkey)).toBeNull();
    }
    for (const authenticatorData of ['%%%', 'AAAA', 'A', 7, undefined]) {
      const unreadable = { ...response, response: { ...response.response, authenticatorData } };
      expect(await passkeys.verifyAssertion(unreadable, challenge, passkey)).toBeNull();
    }
  });
});

describe('a registration', () => {
  test.for([-7, -8, -257] as const)('is taken with its key, of the algorithm %i', async (kind) => {
    const response = await register({}, kind);
    const made = await passkeys.verifyRegistration(response, challenge);
    expect(made).toMatchObject({
      credentialId: response.id,
      signCount: 0,
      transports: ['internal', 'hybrid'],
      synced: false,
    });
    const attestation = Buffer.from(String(response.response['attestationObject']), 'base64url');
    const publicKey = Buffer.from(made?.publicKey ?? '', 'base64url');
    // The algorithm stands behind the kind of key; the whole reaches to the end of what the authenticator said.
    const algorithm = cbor(new Map([[3, kind]])).subarray(1);
    expect(publicKey.subarray(3, 3 + algorithm.length)).toEqual(algorithm);
    expect(attestation.subarray(-publicKey.length)).toEqual(publicKey);
  });

  test('tells whether the passkey is kept in more than one place', async () => {
    const response = await register({ synced: true });
    expect(await passkeys.verifyRegistration(response, challenge)).toMatchObject({ synced: true });
  });

  test('keeps of the transports what looks like one', async () => {
    const response = await register();
    const transports = ['usb', 'USB', 7, '<b>', 'usb', 'x'.repeat(33)];
    const odd = { ...response, response: { ...response.response, transports } };
    expect(await passkeys.verifyRegistration(odd, challenge)).toMatchObject({
      transports: ['usb'],
    });
  });

  const tweaks: [name: string, tweaks: Tweaks][] = [
    ['to another challenge', { challenge: 'b3RoZXI' }],
    ['that is a proof', { type: 'webauthn.get' }],
    ['from a frame of another site', { crossOrigin: true }],
    ['from another site', { origin: 'https://other.example' }],
    ['with somebody who was not verified', { verified: false }],
  ];
  test.for(tweaks)('%s is not taken', async ([, tweak]) => {
    expect(await passkeys.verifyRegistration(await register(tweak), challenge)).toBeNull();
  });

  test('of another id than it says is not taken', async () => {
    const response = { ...(await register()), id: 'b3RoZXI' };
    expect(await passkeys.verifyRegistration(response, challenge)).toBeNull();
  });

  const head = (flags: number): Uint8Array =>
    Buffer.concat([Buffer.alloc(32), Buffer.of(flags, 0, 0, 0, 0)]);
  const attestations: [name: string, authData: Uint8Array | null][] = [
    ['nothing', null],
    ['a proof', head(5)],
    ['no credential where it says one', head(0x45)],
    ['a credential without id', Buffer.concat([head(0x45), Buffer.alloc(18), Buffer.from('key')])],
  ];
  test.for(attestations)('that holds %s is not taken', async ([, authData]) => {
    const response = await register();
    const map = new Map(authData === null ? [] : [['authData', authData]]);
    const attestationObject = cbor(map).toString('base64url');
    const empty = { ...response, response: { ...response.response, attestationObject } };
    expect(await passkeys.verifyRegistration(empty, challenge)).toBeNull();
  });
});
