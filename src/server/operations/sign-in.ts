import { AccountError, fieldError } from '../../contract/account-error.ts';
import { canonicalEmail } from '../../contract/email-address.ts';
import type { SignIn, SignUp } from '../../contract/sign-in.ts';
import type { AccountRecord, NewAccount, SessionRecord } from '../ports/account-store.ts';
import type { Ports } from '../ports/ports.ts';
import { effects, rateLimited } from './effects.ts';
import { emailTaken } from './email-change.ts';
import { instant } from './instants.ts';
import { judgePassword } from './password-judge.ts';
import { isPasswordStill, normalizePassword, proofAttempt } from './step-up.ts';

/** A session that was just started. The token goes into a cookie and is stored nowhere else. */
export interface StartedSession {
  account: AccountRecord;
  session: SessionRecord;
  token: string;
}

function newSession(ports: Ports, accountId: string): { session: SessionRecord; token: string } {
  const token = ports.secrets.mintSecret();
  const at = instant(ports);
  return {
    token,
    session: {
      id: ports.secrets.mintId(),
      tokenDigest: ports.secrets.digest(token),
      accountId,
      authenticatedAt: at,
      methods: ['password'],
      lastActiveAt: at,
      expiresAt: instant(ports, ports.settings.sessions.lifetimeSeconds),
    },
  };
}

/**
 * Makes an account with its first session. It tells that an address is taken: until addresses are verified before an
 * account is made, there is no other honest answer.
 */
export async function signUp(ports: Ports, input: SignUp): Promise<StartedSession> {
  const at = instant(ports);
  const password = normalizePassword(input.password);
  const fresh: NewAccount = {
    id: ports.secrets.mintId(),
    email: input.email,
    emailCanonical: canonicalEmail(input.email),
    emailVerified: false,
    name: input.name || null,
    username: null,
    givenName: null,
    familyName: null,
    nickname: null,
    language: null,
    passwordHash: null,
    passwordChangedAt: at,
    createdAt: at,
    identities: [],
  };
  const errors = await judgePassword(password, fresh, ports.settings);
  if (errors.length > 0) {
    throw new AccountError('validation_failed', {
      errors: errors.map((error) => ({ ...error, pointer: '/password' })),
    });
  }
  // Asked before the slow hash, so that a taken address costs nothing; the store's index decides all the same.
  if (await ports.store.isEmailTaken(fresh.emailCanonical, null, at)) throw emailTaken('/email');
  const { session, token } = newSession(ports, fresh.id);
  const outcome = await ports.store.createAccount(
    { ...fresh, passwordHash: await ports.hasher.hash(password) },
    session,
    effects(ports, { event: 'signed_up', sessionId: session.id }),
  );
  if (outcome.kind === 'rate_limited') throw rateLimited(outcome);
  if (outcome.kind !== 'done') throw emailTaken('/email');
  return { account: outcome.account, session, token };
}

/** Starts a session. An unknown address and a wrong password are one answer, and take the same time. */
export async function signIn(ports: Ports, input: SignIn): Promise<StartedSession> {
  const at = instant(ports);
  const canonical = canonicalEmail(input.email);
  const account = await ports.store.findAccountByEmail(canonical, at);
  const counted = await ports.store.takeAttempt(
    proofAttempt(ports, account?.id ?? ports.secrets.digest(canonical)),
    at,
  );
  if (counted.kind === 'rate_limited') throw rateLimited(counted);
  const hash = account?.passwordHash ?? ports.hasher.decoy;
  const right = await ports.hasher.verify(normalizePassword(input.password), hash);
  if (!right || !account?.passwordHash) throw fieldError('', 'wrong_credentials');
  const { session, token } = newSession(ports, account.id);
  const outcome = await ports.store.putSession(
    session,
    effects(ports, { event: 'signed_in', sessionId: session.id }),
  );
  if (outcome.kind === 'rate_limited') throw rateLimited(outcome);
  // Deleted between the two: the same answer as an account that never was.
  if (outcome.kind !== 'done') throw fieldError('', 'wrong_credentials');
  if (!(await isPasswordStill(ports, account))) {
    await signOut(ports, token);
    throw fieldError('', 'wrong_credentials');
  }
  return { account, session, token };
}

/** Ends the session of the token; an unknown one is no error. */
export async function signOut(ports: Ports, token: string): Promise<void> {
  const { audit, at } = effects(ports, { event: 'signed_out' });
  await ports.store.endSession(ports.secrets.digest(token), audit, at);
}
