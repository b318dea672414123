import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import {
  base64URLStringToBuffer,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import { createMemoryBackend, createMemoryPasskeys } from 'selvedge/memory';
import { expect, test } from 'vitest';
import type { PasskeyOptions, PasskeyResponse } from '../../src/contract/passkeys.ts';
import type { PasskeyRecord } from '../../src/server/ports/passkey-store.ts';
import { virtualAuthenticator } from '../support/virtual-authenticator.ts';

const authenticator = virtualAuthenticator();
const passkeys = createMemoryPasskeys();
const challenge = 'Y2hhbGxlbmdlIG9mIHRoZSB0ZXN0';

async function make(options: PasskeyOptions): Promise<PasskeyResponse> {
  const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON;
  return (await startRegistration({ optionsJSON })) as unknown as PasskeyResponse;
}

async function use(options: PasskeyOptions): Promise<PasskeyResponse> {
  const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON;
  return (await startAuthentication({ optionsJSON })) as unknown as PasskeyResponse;
}

const bytesOf = (text: string): Uint8Array => new Uint8Array(base64URLStringToBuffer(text));

const ada = { challenge, userId: 'ada', userName: 'ada@example.com', displayName: 'Ada' };

async function register(): Promise<{ response: PasskeyResponse; passkey: PasskeyRecord }> {
  const response = await make(await passkeys.registrationOptions({ ...ada, exclude: [] }));
  const made = await passkeys.verifyRegistration(response, challenge);
  if (made === null) throw new Error('The registration was refused.');
  const row = { id: 'one', accountId: 'ada', name: 'Key', createdAt: '', lastUsedAt: null };
  return { response, passkey: { ...row, ...made } };
}

test('a browser makes a passkey from the options, and its answer is taken', async () => {
  const { response, passkey } = await register();
  expect(passkey).toMatchObject({ credentialId: response.id, transports: ['internal'] });
  expect(passkeys.challengeOf(response)).toBe(challenge);
  expect(await authenticator.count()).toBe(1);
  const { publicKey } = response.response;
  const coordinates = Array.from(bytesOf(String(publicKey)).slice(-64));
  // A map in CBOR: EC, ES256, P-256, x, y.
  const [beforeX, beforeY] = [
    [0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 0x20],
    [0x22, 0x58, 0x20],
  ];
  expect(Array.from(bytesOf(passkey.publicKey))).toEqual(
    [beforeX, coordinates.slice(0, 32), beforeY, coordinates.slice(32)].flat(),
  );
});

test('the same without what newer browsers tell beside it', async () => {
  const { response } = await register();
  const { attestationObject, clientDataJSON } = response.response;
  const older = { ...response, response: { attestationObject, clientDataJSON } };
  expect(await passkeys.verifyRegistration(older, challenge)).toMatchObject({
    credentialId: response.id,
    transports: [],
  });
});

test('an authenticator that has one for the account makes no second one', async () => {
  const { passkey } = await register();
  const again = await passkeys.registrationOptions({ ...ada, exclude: [passkey] });
  await expect(make(again)).rejects.toMatchObject({ name: 'InvalidStateError' });
});

test('a passkey proves itself, named or chosen by the browser, and its count rises', async () => {
  const { passkey } = await register();
  const named = await use(await passkeys.assertionOptions({ challenge, allow: [passkey] }));
  const first = await passkeys.verifyAssertion(named, challenge, passkey);
  const chosen = await use(await passkeys.assertionOptions({ challenge, allow: [] }));
  const second = await passkeys.verifyAssertion(chosen, challenge, passkey);
  expect(first?.signCount).toBeGreaterThan(passkey.signCount);
  expect(second?.signCount).toBeGreaterThan(first?.signCount ?? 0);
  expect(await passkeys.verifyAssertion(chosen, 'another', passkey)).toBeNull();
});

test('without the person nothing is taken', async () => {
  const { passkey } = await register();
  await authenticator.setVerified(false);
  const options = await passkeys.assertionOptions({ challenge, allow: [passkey] });
  await expect(use({ ...options, timeout: 200 })).rejects.toThrow();
  const unasked = await use({ ...options, userVerification: 'discouraged' });
  expect(await passkeys.verifyAssertion(unasked, challenge, passkey)).toBeNull();
});

test('the memory backend is told who it is by a passkey of this page', async () => {
  const backend = createMemoryBackend();
  const password = 'correct horse battery staple';
  await backend.stepUp({ purpose: 'addPasskey', password });
  const { options } = await backend.startPasskey();
  const { account } = await backend.addPasskey({
    name: 'This page',
    response: await make(options),
  });
  expect(account.passkeys).toMatchObject([{ name: 'This page', lastUsedAt: null }]);
  const purpose = 'deleteAccount';
  const started = await backend.startStepUp({ purpose, method: 'passkey' });
  await backend.stepUp({ purpose, passkey: await use(started.options ?? {}) });
  expect(await backend.deleteAccount()).toEqual({ done: true });
});
