import { describe, expect, test } from 'vitest';
import type { PasskeyResponse } from '../../src/contract/passkeys.ts';
import { createMemoryPasskeys } from '../../src/memory/memory-passkeys.ts';
import type { PasskeyRecord } from '../../src/server/ports/passkey-store.ts';

// What real browsers answer is tested in one (test/react/memory-passkeys.test.tsx); here what must not be taken.
const passkeys = createMemoryPasskeys();
const challenge = 'Y2hhbGxlbmdlIG9mIHRoZSB0ZXN0';
const credentialId = Buffer.from('a credential').toString('base64url');
const bits = { present: 0x01, verified: 0x04, eligible: 0x08, synced: 0x10, credential: 0x40 };
const everything = bits.present | bits.verified;

interface Said {
  type?: string;
  challenge?: string;
  origin?: string;
  crossOrigin?: boolean;
}

function clientData(said: Said): string {
  const origin = 'https://app.example';
  const data = { type: 'webauthn.get', challenge, origin, crossOrigin: false, ...said };
  return Buffer.from(JSON.stringify(data)).toString('base64url');
}

function authenticatorData(
  flags: number,
  signCount: number,
  rest: Uint8Array = Buffer.alloc(0),
): Buffer {
  const head = Buffer.alloc(37);
  head.writeUInt8(flags, 32);
  head.writeUInt32BE(signCount, 33);
  return Buffer.concat([head, rest]);
}

function proof(said: Said = {}, flags = everything, signCount = 7): PasskeyResponse {
  return {
    id: credentialId,
    rawId: credentialId,
    type: 'public-key',
    response: {
      clientDataJSON: clientData(said),
      authenticatorData: authenticatorData(flags, signCount).toString('base64url'),
      signature: 'AAAA',
    },
    clientExtensionResults: {},
  };
}

const passkey: PasskeyRecord = {
  id: 'one',
  accountId: 'ada',
  credentialId,
  publicKey: '',
  signCount: 0,
  transports: [],
  name: 'Key',
  synced: false,
  createdAt: '2026-11-20T12:00:00.000Z',
  lastUsedAt: null,
};

const registering = bits.credential | everything;
const publicKey = Buffer.from('a public key');

function attested(id: Uint8Array, key: Uint8Array = publicKey): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(id.length);
  return Buffer.concat([Buffer.alloc(16), length, id, key]);
}

/** `{ fmt: 'none', attStmt: {}, authData }` in CBOR. */
function attestationObject(authData: Uint8Array): string {
  const head =
    authData.length < 256 ? [0x58, authData.length] : [0x59, authData.length >> 8, authData.length];
  return Buffer.concat([
    Buffer.from('\u00a3\u0063fmt\u0064none\u0067attStmt\u00a0\u0068authData', 'latin1'),
    Buffer.from(head),
    authData,
  ]).toString('base64url');
}

function registration(
  said: Said = {},
  flags = registering,
  rest: Uint8Array = attested(Buffer.from('a credential')),
): PasskeyResponse {
  return {
    id: credentialId,
    rawId: credentialId,
    type: 'public-key',
    response: {
      clientDataJSON: clientData({ type: 'webauthn.create', ...said }),
      attestationObject: attestationObject(authenticatorData(flags, 3, rest)),
      transports: ['internal', 7, 'hybrid'],
    },
    clientExtensionResults: {},
  };
}

describe('options', () => {
  test('ask for a passkey that is kept, of a person who is verified, and not for one that is there', async () => {
    const options = await passkeys.registrationOptions({
      challenge,
      userId: 'ada ✿',
      userName: 'ada@example.com',
      displayName: 'Ada',
      exclude: [
        { credentialId, transports: ['usb'] },
        { credentialId: 'other', transports: [] },
      ],
    });
    expect(options).toMatchObject({
      challenge,
      rp: { name: 'Example' },
      user: {
        id: Buffer.from('ada ✿').toString('base64url'),
        name: 'ada@example.com',
        displayName: 'Ada',
      },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [
        { id: credentialId, type: 'public-key', transports: ['usb'] },
        { id: 'other', type: 'public-key' },
      ],
    });
    expect(options['rp']).not.toHaveProperty('id');
  });

  test('ask for a proof by one of the passkeys', async () => {
    expect(await passkeys.assertionOptions({ challenge, allow: [passkey] })).toMatchObject({
      challenge,
      allowCredentials: [{ id: credentialId, type: 'public-key' }],
      userVerification: 'required',
    });
  });

  test('name the domain where one was given', async () => {
    const ofDomain = createMemoryPasskeys({ rpId: 'app.example', rpName: 'App' });
    const who = { userId: 'ada', userName: 'ada', displayName: 'Ada', exclude: [] };
    const options = await ofDomain.registrationOptions({ challenge, ...who });
    expect(options['rp']).toEqual({ id: 'app.example', name: 'App' });
    const asked = await ofDomain.assertionOptions({ challenge, allow: [] });
    expect(asked['rpId']).toBe('app.example');
  });
});

describe('a proof', () => {
  test('is taken with its count', async () => {
    expect(passkeys.challengeOf(proof())).toBe(challenge);
    expect(await passkeys.verifyAssertion(proof(), challenge, passkey)).toEqual({ signCount: 7 });
    const many = proof({}, everything, 0xfffffffe);
    expect(await passkeys.verifyAssertion(many, challenge, passkey)).toEqual({
      signCount: 0xfffffffe,
    });
  });

  const wrong: [name: string, response: PasskeyResponse][] = [
    ['to another challenge', proof({ challenge: 'b3RoZXI' })],
    ['that is a registration', proof({ type: 'webauthn.create' })],
    ['from a frame of another site', proof({ crossOrigin: true })],
    ['with nobody there', proof({}, bits.verified)],
    ['with somebody who was not verified', proof({}, bits.present)],
    ['of another passkey', { ...proof(), id: 'other' }],
    ['that says nothing', { ...proof(), response: {} }],
    ['that is no base64url', { ...proof(), response: { clientDataJSON: '%%%' } }],
    ['that is no JSON', { ...proof(), response: { clientDataJSON: 'AAAA' } }],
    ['that is a list', { ...proof(), response: { clientDataJSON: 'W10' } }],
    ['cut short', { ...proof(), response: { ...proof().response, authenticatorData: 'AAAA' } }],
  ];
  for (const [name, response] of wrong) {
    test(`${name} is not taken`, async () => {
      expect(await passkeys.verifyAssertion(response, challenge, passkey)).toBeNull();
    });
  }

  test('that cannot be read was made for no challenge', () => {
    for (const clientDataJSON of ['%%%', 'AAAA', 'W10', 'e30', 7, undefined]) {
      const response = { ...proof(), response: { clientDataJSON } };
      expect(passkeys.challengeOf(response)).toBeNull();
    }
  });

  test('comes from the domain that was given, or from below it', async () => {
    const ofDomain = createMemoryPasskeys({ rpId: 'app.example' });
    const judge = async (origin: string): Promise<boolean> =>
      (await ofDomain.verifyAssertion(proof({ origin }), challenge, passkey)) !== null;
    expect(await judge('https://app.example')).toBe(true);
    expect(await judge('https://sub.app.example:8443')).toBe(true);
    expect(await judge('https://badapp.example')).toBe(false);
    expect(await judge('https://app.example.org')).toBe(false);
    expect(await judge('nowhere')).toBe(false);
  });
});

describe('a registration', () => {
  test('is taken as the authenticator answered it', async () => {
    expect(await passkeys.verifyRegistration(registration(), challenge)).toEqual({
      credentialId,
      publicKey: publicKey.toString('base64url'),
      signCount: 3,
      transports: ['internal', 'hybrid'],
      synced: false,
    });
    const synced = registration({}, registering | bits.eligible | bits.synced);
    expect(await passkeys.verifyRegistration(synced, challenge)).toMatchObject({ synced: true });
  });

  test('with a long key is taken whole', async () => {
    const long = Buffer.alloc(300, 'key');
    const response = registration({}, registering, attested(Buffer.from('a credential'), long));
    expect(await passkeys.verifyRegistration(response, challenge)).toMatchObject({
      publicKey: long.toString('base64url'),
    });
  });

  const wrong: [name: string, response: PasskeyResponse][] = [
    ['to another challenge', registration({ challenge: 'b3RoZXI' })],
    ['that is a proof', registration({ type: 'webauthn.get' })],
    ['from a frame of another site', registration({ crossOrigin: true })],
    ['with somebody who was not verified', registration({}, bits.credential | bits.present)],
    ['that made nothing', registration({}, everything)],
    ['of another id', registration({}, registering, attested(Buffer.from('another')))],
    ['without id', registration({}, registering, attested(Buffer.alloc(0)))],
    [
      'without key',
      registration({}, registering, attested(Buffer.from('a credential'), Buffer.alloc(0))),
    ],
    [
      'that is no attestation',
      { ...registration(), response: { ...registration().response, attestationObject: 'oA' } },
    ],
  ];
  for (const [name, response] of wrong) {
    test(`${name} is not taken`, async () => {
      expect(await passkeys.verifyRegistration(response, challenge)).toBeNull();
    });
  }
});
