import { AccountError, fieldError } from '../../contract/account-error.ts';
import { canonicalEmail } from '../../contract/email-address.ts';
import type { SignIn } from '../../contract/sign-in.ts';
import type { AccountRecord } from '../ports/account-store.ts';
import type { Ports } from '../ports/ports.ts';
import type { Proof } from '../ports/proofs.ts';
import { countAddress } from './address-attempts.ts';
import type { EntryCall } from './call.ts';
import { findKnownDevice } from './devices.ts';
import { instant } from './instants.ts';
import type { CountedProof } from './proof-attempts.ts';
import { countProof, recordFailure, signInProofs } from './proof-attempts.ts';
import { recoveryCodeProof } from './recovery-codes.ts';
import { signOut, startSession, type StartedSession } from './start-session.ts';
import { findIfStill, normalizePassword } from './step-up.ts';
import { hasSecondFactor, stepUpMethods } from './step-up-methods.ts';
import { judgeTotp } from './totp.ts';

/** A way in whose tries are counted. */
interface Entry {
  ports: Ports;
  call: EntryCall<SignIn>;
  counted: CountedProof;
  knownDevice: string | null;
}

const wrongCredentials = (): AccountError => fieldError('', 'wrong_credentials');

/** The same number of writes whether or not there is an account: a quicker answer would tell. */
async function recordNobody({ ports, call }: Entry): Promise<void> {
  const digest = ports.secrets.digest(canonicalEmail(call.input.email));
  const limits = [{ count: Number.MAX_SAFE_INTEGER, seconds: 60 }];
  await ports.store.takeAttempt({ key: `nobody:${digest}`, limits }, instant(ports));
}

async function fail(
  entry: Entry,
  account: AccountRecord,
  event: 'sign_in_failed' | 'second_factor_asked',
  method: string,
): Promise<void> {
  const { ports, call, counted } = entry;
  const failed = { event, from: call.from, sessionId: null, details: { method } };
  await recordFailure(ports, account, counted, failed);
}

/** The account, if the password is its own; else throws `wrong_credentials`, the same for an unknown address. */
async function requirePassword(
  entry: Entry,
  account: AccountRecord | null,
): Promise<AccountRecord> {
  const { ports, call } = entry;
  const hash = account?.passwordHash ?? ports.hasher.decoy;
  const right = await ports.hasher.verify(normalizePassword(call.input.password), hash);
  if (account === null) await recordNobody(entry);
  else if (!right || account.passwordHash === null) {
    await fail(entry, account, 'sign_in_failed', 'password');
  } else return account;
  throw wrongCredentials();
}

/** The code that came beside the password, as its proof. That the password was right shows in what is asked for then. */
interface SecondFactor {
  method: 'totp' | 'recovery_code';
  field: 'totpCode' | 'recoveryCode';
  proof: Proof | null;
}

async function judgeSecondFactor(entry: Entry, account: AccountRecord): Promise<SecondFactor> {
  const { ports, call } = entry;
  const { totpCode, recoveryCode } = call.input;
  if (totpCode !== undefined) {
    const proof = await judgeTotp(ports, account, totpCode);
    return { method: 'totp', field: 'totpCode', proof };
  }
  if (recoveryCode !== undefined) {
    const proof = recoveryCodeProof(ports, account.id, recoveryCode);
    return { method: 'recovery_code', field: 'recoveryCode', proof };
  }
  // In a browser that the account knows it is the first half of every sign-in, and nothing to write down.
  if (entry.knownDevice === null || entry.counted.last) {
    await fail(entry, account, 'second_factor_asked', 'password');
  }
  throw new AccountError('second_factor_required', {
    stepUp: { purpose: 'signIn', methods: stepUpMethods(ports, account) },
  });
}

async function enter(entry: Entry, account: AccountRecord): Promise<StartedSession> {
  const { ports, call, counted, knownDevice } = entry;
  const second = hasSecondFactor(account) ? await judgeSecondFactor(entry, account) : null;
  const started =
    second?.proof === null
      ? null
      : await startSession(ports, call, {
          account,
          methods: second === null ? ['password'] : ['password', second.method],
          knownDevice,
          proofs: second === null ? [] : [second.proof],
          clears: [counted.key],
          notices: second?.method === 'recovery_code' ? ['recovery_code_used'] : [],
        });
  if (started === null) {
    // Deleted between the two: the same answer as an account that never was.
    if (second === null) throw wrongCredentials();
    await fail(entry, account, 'sign_in_failed', second.method);
    throw fieldError(`/${second.field}`, 'wrong_code');
  }
  const now = await findIfStill(ports, account);
  if (now !== null) return { ...started, account: now };
  await signOut(ports, started.token);
  throw wrongCredentials();
}

/**
 * Starts a session. An unknown address and a wrong password are one answer, and take the same time. With the second
 * factor on, the right password alone starts nothing (`second_factor_required`); a wrong code beside it counts as a
 * wrong proof and is told apart (`wrong_code`), which tells that the password was right, and nothing else.
 */
export async function signIn(ports: Ports, call: EntryCall<SignIn>): Promise<StartedSession> {
  const { email, totpCode, recoveryCode } = call.input;
  if (totpCode !== undefined && recoveryCode !== undefined) {
    throw fieldError('/recoveryCode', 'unknown_key');
  }
  await countAddress(ports, 'sign-in', call.address);
  const emailCanonical = canonicalEmail(email);
  const account = await ports.store.findAccountByEmail(emailCanonical, instant(ports));
  const accountId = account?.id ?? null;
  const deviceDigest = await findKnownDevice(ports, call.device, accountId);
  const counted = await countProof(
    ports,
    signInProofs(ports, { emailCanonical, accountId, deviceDigest }),
  );
  const entry = { ports, call, counted, knownDevice: deviceDigest };
  return enter(entry, await requirePassword(entry, account));
}
