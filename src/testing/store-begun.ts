import { expect } from 'vitest';
import type { GrantUse, Instant, SessionRecord } from '../server/ports/account-store.ts';
import type { ChallengeRecord } from '../server/ports/proofs.ts';
import type { StoreStage } from './store-stage.ts';

/** One of everything that somebody who got in may have begun. */
export interface Begun {
  session: SessionRecord;
  grant: GrantUse;
  challenge: Omit<ChallengeRecord, 'expiresAt'>;
  /** Digest of the token of a pending change. */
  change: string;
  accountId: string;
}

/** Begins everything: a session, a grant, a challenge, the set-up of an app, and a change of address. */
export async function begin(stage: StoreStage, account: { id: string }): Promise<Begun> {
  const { store, at, id, effects } = stage;
  const accountId = account.id;
  const session = await stage.signIn(account);
  const grant = await stage.grant(account, { sessionId: session.id });
  const purpose = 'changePassword';
  const challenge = { digest: id('challenge'), accountId, sessionId: session.id, purpose };
  await store.putChallenge({ ...challenge, expiresAt: at(3600) }, effects());
  await store.putTotp(
    { accountId, secretId: id('secret'), sessionId: session.id, expiresAt: at(3600) },
    effects(),
  );
  const { tokenDigest } = await stage.pend(account, { address: `${id('other')}@example.com` });
  const begun = { session, grant, challenge, change: tokenDigest, accountId };
  expect(await stillThere(stage, begun, at(1))).toEqual(everything);
  return begun;
}

/** What `stillThere` answers when nothing has ended. */
export const everything = [
  'session',
  'grant',
  'challenge',
  'set-up',
  'pending change',
  'link to the new address',
] as const;

/** What of it has not ended. */
export async function stillThere(
  { store }: StoreStage,
  { session, grant, challenge, change, accountId }: Begun,
  at: Instant,
): Promise<string[]> {
  const account = await store.findAccount(accountId, at);
  const found: Record<(typeof everything)[number], boolean> = {
    session: (await store.findSession(session.tokenDigest, at)) !== null,
    grant: await store.findGrant(grant, at),
    challenge: await store.findChallenge(challenge, at),
    'set-up': (await store.findTotp(accountId, at))?.state === 'waiting',
    'pending change': account !== null && account.pendingEmail !== null,
    'link to the new address': (await store.findEmailChange(change, at))?.state === 'live',
  };
  return everything.filter((name) => found[name]);
}
