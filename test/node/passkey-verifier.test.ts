import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import type { PasskeyResponse } from '../../src/contract/passkeys.ts';
import { createPasskeyVerifier } from '../../src/node.ts';
import type { PasskeyRecord } from '../../src/server/ports/passkey-store.ts';
import type { PasskeyVerifier } from '../../src/server/ports/passkey-verifier.ts';
import type { Algorithm, Authenticator, Tweaks } from '../support/authenticator.ts';
import { cbor, createAuthenticator } from '../support/authenticator.ts';

const origin = 'https://app.example.com';
const site = { rpName: 'Example', rpId: 'example.com', origins: [origin] };
const challenge = Buffer.alloc(32, 7).toString('base64url');
const other = Buffer.alloc(32, 8).toString('base64url');

const registration = (verifier: PasskeyVerifier) =>
  verifier.registrationOptions({
    challenge,
    userId: 'ada',
    userName: 'ada@example.com',
    displayName: 'Ada Lovelace',
    exclude: [],
  });

type Made = NonNullable<Awaited<ReturnType<PasskeyVerifier['verifyRegistration']>>>;

function record(made: Made): PasskeyRecord {
  const createdAt = '2026-11-20T12:00:00.000Z';
  return { ...made, id: 'one', accountId: 'ada', name: 'Key', createdAt, lastUsedAt: null };
}

/** A passkey that was made and verified. */
async function made(
  algorithm: Algorithm = -7,
): Promise<{ verifier: PasskeyVerifier; authenticator: Authenticator; passkey: PasskeyRecord }> {
  const verifier = await createPasskeyVerifier(site);
  const authenticator = createAuthenticator(origin, algorithm);
  const response = authenticator.create(await registration(verifier));
  const verified = await verifier.verifyRegistration(response, challenge);
  if (verified === null) throw new Error('It was not verified.');
  return { verifier, authenticator, passkey: record(verified) };
}

describe('the options that a browser gets', () => {
  test('ask for a passkey that the browser can offer by itself, of a verified person, without attestation', async () => {
    const verifier = await createPasskeyVerifier(site);
    const options = await verifier.registrationOptions({
      challenge,
      userId: 'Zoë',
      userName: 'ada@example.com',
      displayName: 'Ada',
      exclude: [{ credentialId: 'AAAA', transports: ['internal'] }],
    });
    expect(options).toMatchObject({
      challenge,
      rp: { id: 'example.com', name: 'Example' },
      user: {
        id: Buffer.from('Zoë').toString('base64url'),
        name: 'ada@example.com',
        displayName: 'Ada',
      },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [{ id: 'AAAA', type: 'public-key', transports: ['internal'] }],
    });
    expect(options['pubKeyCredParams']).toEqual(
      [-7, -8, -257].map((alg) => ({ alg, type: 'public-key' })),
    );
  });

  test('name the passkeys that may answer, or none, and travel as JSON', async () => {
    const verifier = await createPasskeyVerifier(site);
    const allow = [{ credentialId: 'AAAA', transports: ['usb'] }];
    const options = await verifier.assertionOptions({ challenge, allow });
    expect(options).toMatchObject({
      challenge,
      rpId: 'example.com',
      userVerification: 'required',
      allowCredentials: [{ id: 'AAAA', type: 'public-key', transports: ['usb'] }],
    });
    expect(JSON.parse(JSON.stringify(options))).toMatchObject({ challenge });
    const anyone = await verifier.assertionOptions({ challenge, allow: [] });
    expect(anyone['allowCredentials']).toEqual([]);
  });
});

describe('making a passkey', () => {
  test.each<[string, Algorithm]>([
    ['ES256', -7],
    ['EdDSA', -8],
    ['RS256', -257],
  ])(
    'with %s answers what judging its answers takes, and those are judged right',
    async (_, algorithm) => {
      const { verifier, authenticator, passkey } = await made(algorithm);
      expect(passkey).toMatchObject({
        credentialId: authenticator.passkeys[0]?.id,
        signCount: 0,
        transports: ['internal', 'hybrid'],
        synced: false,
      });
      expect(passkey.publicKey).toMatch(/^[\w-]+$/);
      const options = await verifier.assertionOptions({ challenge: other, allow: [passkey] });
      const answer = authenticator.get(options);
      expect(verifier.challengeOf(answer)).toBe(other);
      expect(await verifier.verifyAssertion(answer, other, passkey)).toEqual({ signCount: 1 });
    },
  );

  test('tells whether it is kept in more than one place, and keeps of transports only what looks like one', async () => {
    const verifier = await createPasskeyVerifier(site);
    const response = createAuthenticator(origin).create(await registration(verifier), {
      synced: true,
    });
    response.response['transports'] = ['usb', 'usb', '<script>', 7, null, 'x'.repeat(33), 'nfc'];
    const verified = await verifier.verifyRegistration(response, challenge);
    expect(verified).toMatchObject({ synced: true, transports: ['usb', 'nfc'] });
    response.response['transports'] = 'usb';
    expect(await verifier.verifyRegistration(response, challenge)).toMatchObject({
      transports: [],
    });
  });

  test.each<[string, Tweaks]>([
    ['on another origin', { origin: 'https://example.com' }],
    ['on another port', { origin: `${origin}:8443` }],
    ['for another site', { rpId: 'app.example.com' }],
    ['to another challenge', { challenge: other }],
    ['as a use', { type: 'webauthn.get' }],
    ['inside of another site’s page', { crossOrigin: true }],
    [
      'inside of another site’s page that is named',
      { crossOrigin: true, topOrigin: 'https://x.example' },
    ],
    ['by nobody', { present: false }],
    ['by nobody in particular', { verified: false }],
  ])('%s is none', async (_, tweaks) => {
    const verifier = await createPasskeyVerifier(site);
    const options = await registration(verifier);
    const right = createAuthenticator(origin).create(options);
    expect(await verifier.verifyRegistration(right, challenge)).not.toBeNull();
    const wrong = createAuthenticator(origin).create(options, tweaks);
    expect(await verifier.verifyRegistration(wrong, challenge)).toBeNull();
  });

  test('with a public key that is longer than any is none', async () => {
    const verifier = await createPasskeyVerifier(site);
    const options = await registration(verifier);
    const make = (keyPadding: number) =>
      verifier.verifyRegistration(
        createAuthenticator(origin).create(options, { keyPadding }),
        challenge,
      );
    expect(await make(900)).not.toBeNull();
    expect(await make(1000)).toBeNull();
  });

  test('under another id than the authenticator’s own is none', async () => {
    const verifier = await createPasskeyVerifier(site);
    const response = createAuthenticator(origin).create(await registration(verifier));
    const renamed = { ...response, id: 'AAAA', rawId: 'AAAA' };
    expect(await verifier.verifyRegistration(renamed, challenge)).toBeNull();
  });

  test('does not look at attestations, and fetches nothing that stands in one', async () => {
    let fetched = 0;
    const canary = createServer((_request, response) => {
      fetched++;
      response.end();
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => canary.once('listening', resolve));
    const { port } = canary.address() as AddressInfo;
    const verifier = await createPasskeyVerifier(site);
    const text = Buffer.from(`http://127.0.0.1:${port}/crl`);
    const statement = cbor(
      new Map<string, string | Uint8Array | number>([
        ['alg', -7],
        ['sig', text],
        ['x5c', text],
      ]),
    );
    for (const format of ['packed', 'tpm', 'apple', 'android-key', 'fido-u2f', 'unheard of']) {
      const response = createAuthenticator(origin).create(await registration(verifier), {
        attestation: { format, statement },
      });
      expect([format, await verifier.verifyRegistration(response, challenge)]).toEqual([
        format,
        expect.objectContaining({ credentialId: response.id }),
      ]);
    }
    expect(fetched).toBe(0);
    canary.close();
  });
});

describe('using a passkey', () => {
  test.each<[string, Tweaks]>([
    ['on another origin', { origin: 'https://evil.example' }],
    ['for another site', { rpId: 'evil.example' }],
    ['to another challenge', { challenge }],
    ['as a making', { type: 'webauthn.create' }],
    ['inside of another site’s page', { crossOrigin: true }],
    ['by nobody', { present: false }],
    ['by nobody in particular', { verified: false }],
  ])('%s is no answer', async (_, tweaks) => {
    const { verifier, authenticator, passkey } = await made();
    const options = await verifier.assertionOptions({ challenge: other, allow: [passkey] });
    const right = authenticator.get(options);
    expect(await verifier.verifyAssertion(right, other, passkey)).not.toBeNull();
    const wrong = authenticator.get(options, tweaks);
    expect(await verifier.verifyAssertion(wrong, other, passkey)).toBeNull();
  });

  test('with another key, or under another id, is no answer', async () => {
    const { verifier, authenticator, passkey } = await made();
    const stranger = await made();
    const options = await verifier.assertionOptions({ challenge: other, allow: [passkey] });
    const [signedBy] = stranger.authenticator.passkeys;
    if (signedBy === undefined) throw new Error('It has none.');
    const forged = authenticator.get(options, { signedBy });
    expect(await verifier.verifyAssertion(forged, other, passkey)).toBeNull();
    const answer = authenticator.get(options);
    expect(await verifier.verifyAssertion(answer, other, stranger.passkey)).toBeNull();
    const renamed = { ...answer, id: 'AAAA', rawId: 'AAAA' };
    expect(await verifier.verifyAssertion(renamed, other, passkey)).toBeNull();
    const borrowed = { ...stranger.passkey, credentialId: passkey.credentialId };
    expect(await verifier.verifyAssertion(answer, other, borrowed)).toBeNull();
  });

  test('counts uses: one that did not rise is no answer, none at all is', async () => {
    const { verifier, authenticator, passkey } = await made();
    const options = await verifier.assertionOptions({ challenge: other, allow: [passkey] });
    const used = (stored: number, said: number) =>
      verifier.verifyAssertion(authenticator.get(options, { signCount: said }), other, {
        ...passkey,
        signCount: stored,
      });
    expect(await used(0, 0)).toEqual({ signCount: 0 });
    expect(await used(0, 5)).toEqual({ signCount: 5 });
    expect(await used(5, 6)).toEqual({ signCount: 6 });
    for (const said of [5, 4, 0]) expect(await used(5, said)).toBeNull();
  });

  test('that was touched anywhere is no answer', async () => {
    const { verifier, authenticator, passkey } = await made();
    const options = await verifier.assertionOptions({ challenge: other, allow: [passkey] });
    const answer = authenticator.get(options);
    for (const part of ['clientDataJSON', 'authenticatorData', 'signature']) {
      const text = String(answer.response[part]);
      const bytes = Buffer.from(text, 'base64url');
      for (let index = 0; index < bytes.length; index += 7) {
        const touched = Buffer.from(bytes);
        touched[index] = (touched[index] ?? 0) ^ 1;
        const response = { ...answer.response, [part]: touched.toString('base64url') };
        expect(await verifier.verifyAssertion({ ...answer, response }, other, passkey)).toBeNull();
      }
    }
  });
});

describe('whatever else comes', () => {
  test('is no answer, and never an error', async () => {
    const { verifier, authenticator, passkey } = await made();
    const options = await verifier.assertionOptions({ challenge: other, allow: [passkey] });
    const answer = authenticator.get(options);
    const creation = createAuthenticator(origin).create(await registration(verifier));
    const values: unknown[] = [
      undefined,
      null,
      0,
      '',
      '{}',
      '!!!',
      [],
      {},
      'bnVsbA',
      'e30',
      Buffer.from('{"challenge":7}').toString('base64url'),
      Buffer.from('[]').toString('base64url'),
      'A'.repeat(100_000),
    ];
    for (const right of [answer, creation]) {
      for (const part of Object.keys(right.response).filter((name) => name !== 'transports')) {
        for (const value of values) {
          const wrong: PasskeyResponse = {
            ...right,
            response: { ...right.response, [part]: value },
          };
          const judged = [
            part === 'userHandle' ? null : await verifier.verifyAssertion(wrong, other, passkey),
            await verifier.verifyRegistration(wrong, challenge),
          ];
          expect([part, value, ...judged]).toEqual([part, value, null, null]);
          const says = verifier.challengeOf(wrong);
          expect(part === 'clientDataJSON' ? says : null).toBeNull();
        }
      }
    }
    const empty = { ...answer, response: {} };
    expect(verifier.challengeOf(empty)).toBeNull();
    expect(await verifier.verifyAssertion(empty, other, passkey)).toBeNull();
    const broken = { ...passkey, publicKey: 'AAAA' };
    expect(await verifier.verifyAssertion(answer, other, broken)).toBeNull();
  });
});
