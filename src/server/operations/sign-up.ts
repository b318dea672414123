import { canonicalEmail } from '../../contract/email-address.ts';
import type { SignUp } from '../../contract/sign-in.ts';
import type { NewAccount } from '../ports/account-store.ts';
import type { Ports } from '../ports/ports.ts';
import { countAddress, signUpAttempt } from './address-attempts.ts';
import type { EntryCall } from './call.ts';
import { signedInDevice } from './devices.ts';
import { effects, rateLimited } from './effects.ts';
import { emailTaken } from './email-change.ts';
import { verificationMail } from './email-verification.ts';
import { instant } from './instants.ts';
import { requireGoodPassword } from './password-judge.ts';
import { newSession, type StartedSession } from './start-session.ts';
import { normalizePassword } from './step-up.ts';

/**
 * Makes an account with its first session. It tells that an address is taken: until addresses are verified before an
 * account is made, there is no other honest answer. How often it can be asked is limited by address block.
 */
export async function signUp(ports: Ports, call: EntryCall<SignUp>): Promise<StartedSession> {
  const { input, from } = call;
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
    language: input.language || null,
    passwordHash: null,
    passwordChangedAt: at,
    passwordStandsAlone: true,
    createdAt: at,
    identities: [],
  };
  await requireGoodPassword(ports, fresh, password, '/password');
  await countAddress(ports, 'sign-up', call.address);
  // Asked before the slow hash, so that a taken address costs nothing; the store's index decides all the same.
  if (await ports.store.isEmailTaken(fresh.emailCanonical, null, at)) throw emailTaken('/email');
  const methods = ['password'];
  const { session, token } = newSession(ports, { accountId: fresh.id, methods, from });
  const { device, deviceSecret } = signedInDevice(ports, call.device, fresh.id, null);
  const mail = await verificationMail(ports, fresh);
  const outcome = await ports.store.createAccount(
    { ...fresh, passwordHash: await ports.hasher.hash(password) },
    session,
    effects(ports, {
      event: 'signed_up',
      from,
      sessionId: session.id,
      ...mail,
      attempts: [signUpAttempt(ports, call.address), ...mail.attempts],
      device,
    }),
  );
  if (outcome.kind === 'rate_limited') {
    // Of two at once the second has no room for its mail: what it is told is what it would be told a moment later.
    if (await ports.store.isEmailTaken(fresh.emailCanonical, null, at)) throw emailTaken('/email');
    throw rateLimited(outcome);
  }
  if (outcome.kind !== 'done') throw emailTaken('/email');
  return { account: outcome.account, session, token, device: deviceSecret };
}
