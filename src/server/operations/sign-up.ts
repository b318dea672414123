import { AccountError } from '../../contract/account-error.ts';
import { canonicalEmail } from '../../contract/email-address.ts';
import type { SignUp } from '../../contract/sign-in.ts';
import type { NewAccount } from '../ports/account-store.ts';
import type { Ports } from '../ports/ports.ts';
import { countAddress, signUpAttempt } from './address-attempts.ts';
import type { EntryCall } from './call.ts';
import { signedInDevice } from './devices.ts';
import { effects, rateLimited } from './effects.ts';
import { emailTaken } from './email-change.ts';
import { instant } from './instants.ts';
import { judgePassword } from './password-judge.ts';
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
    language: null,
    passwordHash: null,
    passwordChangedAt: at,
    passwordStandsAlone: true,
    createdAt: at,
    identities: [],
  };
  const errors = await judgePassword(password, fresh, ports.settings);
  if (errors.length > 0) {
    throw new AccountError('validation_failed', {
      errors: errors.map((error) => ({ ...error, pointer: '/password' })),
    });
  }
  await countAddress(ports, 'sign-up', call.address);
  // Asked before the slow hash, so that a taken address costs nothing; the store's index decides all the same.
  if (await ports.store.isEmailTaken(fresh.emailCanonical, null, at)) throw emailTaken('/email');
  const methods = ['password'];
  const { session, token } = newSession(ports, { accountId: fresh.id, methods, from });
  const { device, deviceSecret } = signedInDevice(ports, call.device, fresh.id, null);
  const outcome = await ports.store.createAccount(
    { ...fresh, passwordHash: await ports.hasher.hash(password) },
    session,
    effects(ports, {
      event: 'signed_up',
      from,
      sessionId: session.id,
      attempts: [signUpAttempt(ports, call.address)],
      device,
    }),
  );
  if (outcome.kind === 'rate_limited') throw rateLimited(outcome);
  if (outcome.kind !== 'done') throw emailTaken('/email');
  return { account: outcome.account, session, token, device: deviceSecret };
}
