import type { StoreStage } from './store-stage.ts';

/**
 * Leaves a trace of an account in everything that has to do with proofs: authenticator app, recovery codes, passkey,
 * challenge, links, known browser, former password, session, log. Answers texts that the rows of these have.
 */
export async function leaveProofTraces(
  stage: StoreStage,
  account: { id: string; email: string; passwordHash: string | null },
): Promise<string[]> {
  const { store, at, id, effects } = stage;
  const { id: accountId, passwordHash: previousHash } = account;
  const password = { passwordHash: id('hash'), standsAlone: true, keepHistory: 3 };
  const change = { accountId, previousHash, ...password, end: { keep: null } };
  await store.changePassword(change, effects());

  const from = { browser: id('browser'), system: id('system'), place: id('place') };
  const session = await stage.signIn(account, { from });
  const totp = { accountId, secretId: id('secret'), sessionId: session.id };
  const [code, device] = [id('code'), id('device')];
  await store.putTotp({ ...totp, expiresAt: at(600) }, effects());
  await store.enableTotp({ ...totp, step: 1, codeDigests: [code] }, effects());
  const passkey = {
    id: id('passkey'),
    accountId,
    name: id('passkey-name'),
    createdAt: at(0),
    lastUsedAt: null,
    synced: true,
    credentialId: id('credential'),
    publicKey: id('public-key'),
    signCount: 7,
    transports: ['usb'],
  };
  await store.addPasskey({ passkey, most: 20 }, effects());
  const challenge = { digest: id('challenge'), accountId, sessionId: session.id, purpose: 'any' };
  await store.putChallenge({ ...challenge, expiresAt: at(600) }, effects());
  const links = [
    await stage.link(account, 'verification'),
    await stage.link(account, 'password_reset'),
    await stage.link(account, 'security_report'),
  ];
  const audit = { ...effects().audit, from: { ...from, place: id('place') } };
  const known = { digest: device, accountId, lastUsedAt: at(0) };
  await store.recordEvent({ accountId }, effects({ audit, device: known }));
  const ofPasskey = [passkey.id, passkey.name, passkey.credentialId, passkey.publicKey];
  return [
    String(previousHash),
    totp.secretId,
    code,
    device,
    challenge.digest,
    audit.id,
    audit.from.place,
    ...Object.values(from),
    ...ofPasskey,
    ...links.flatMap((link) => [link.id, link.tokenDigest]),
  ];
}
