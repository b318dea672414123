import { codeAt } from '../second-factor.ts';
import { noon } from '../rule-world.ts';
import type { Model } from './model.ts';
import { modelLimits, span } from './model-limits.ts';
import type { ModelAccount, ModelAnswer, ModelContext, ModelPasskey } from './model-rows.ts';

/** A proof as it is given: one of these, or none. */
export interface ModelProof {
  password?: string;
  totpCode?: string;
  recoveryCode?: string;
  emailCode?: string;
  passkey?: ModelAnswer;
}

type Field = keyof ModelProof;

const refusals: Record<Field, string> = {
  password: 'wrong_password',
  totpCode: 'wrong_code',
  recoveryCode: 'wrong_code',
  emailCode: 'wrong_code',
  passkey: 'passkey_refused',
};

/** How a proof is refused that is wrong. */
export function wrong(field: Field): string {
  return `validation_failed /${field} ${refusals[field]}`;
}

/** Counts a try before it is looked at; answers what it is refused with, and whether it is the last one in a row. */
export function countTry(
  model: Model,
  key: string,
  accountId: string | null,
): { refused: string | null; last: boolean } {
  const { tries, now } = model;
  if (tries.isLocked(key)) return { refused: 'password_locked', last: false };
  if (!tries.hasRoom(key, modelLimits.proofs, now)) return { refused: 'rate_limited', last: false };
  tries.count(key, now);
  return { refused: null, last: tries.countInARow(key, accountId) };
}

/** The same for what cannot be guessed: it may come too often, but never locks. */
export function countHarmless(
  model: Model,
  key: string,
): { refused: string | null; last: boolean } {
  const { tries, now } = model;
  if (!tries.hasRoom(key, modelLimits.proofs, now)) return { refused: 'rate_limited', last: false };
  tries.count(key, now);
  return { refused: null, last: false };
}

/** A try came to nothing: it stands in the log, and the last one in a row is told to the owner. */
export function fail(model: Model, account: ModelAccount, event: string, last: boolean): void {
  account.log.push(event);
  if (!last) return;
  account.log.push('password_locked');
  model.notify('password_locked', account);
}

/** The time step of a code of now, one before or one after; null when it is none. */
export function stepOf(model: Model, secret: string, code: string): number | null {
  const milliseconds = Date.parse(noon) + model.now * 1000;
  const step = Math.floor(milliseconds / 30_000);
  const found = [-1, 0, 1].find((delta) => codeAt(secret, milliseconds + delta * 30_000) === code);
  return found === undefined ? null : step + found;
}

/** Uses a code of the app: each time step works once, and none before it. */
export function takeAppCode(model: Model, account: ModelAccount, code: string): boolean {
  const step = account.app && stepOf(model, account.app.secret, code);
  if (account.app === null || step === null || step <= account.app.lastStep) return false;
  account.app.lastStep = step;
  return true;
}

/** The passkey that an answer is of, with its account, if its count of uses has risen. */
export function findPasskey(
  model: Model,
  { credentialId, count }: ModelAnswer,
): { account: ModelAccount; passkey: ModelPasskey } | null {
  for (const account of model.accounts.values()) {
    const passkey = account.passkeys.find((one) => one.credentialId === credentialId);
    if (passkey !== undefined) return count > passkey.count ? { account, passkey } : null;
  }
  return null;
}

/** Uses a challenge, if it waits for the very same. */
export function takeChallenge(model: Model, challenge: string, context: ModelContext): boolean {
  const waits = model.challenges.get(challenge);
  const fits =
    waits?.accountId === context.accountId &&
    waits.sessionId === context.sessionId &&
    waits.purpose === context.purpose &&
    model.now < waits.until;
  if (fits) model.challenges.delete(challenge);
  return fits;
}

function takePasskey(model: Model, answer: ModelAnswer, context: ModelContext): boolean {
  const found = findPasskey(model, answer);
  if (found?.account.id !== context.accountId) return false;
  if (!takeChallenge(model, answer.challenge, context)) return false;
  found.passkey.count = answer.count;
  return true;
}

function takeMailedCode(model: Model, text: string, context: ModelContext): boolean {
  const code = model.codes.find(
    (one) =>
      one.live &&
      one.text === text &&
      one.sessionId === context.sessionId &&
      one.purpose === context.purpose &&
      model.now < one.until,
  );
  if (code !== undefined) code.live = false;
  return code !== undefined;
}

/** The ways of proving that an account has, best first. */
export function methodsOf(account: ModelAccount): (Field | 'signIn')[] {
  const passkey: Field[] = account.passkeys.length > 0 ? ['passkey'] : [];
  if (account.app !== null) {
    const codes: Field[] = account.recoveryCodes.size > 0 ? ['recoveryCode'] : [];
    return [...passkey, 'totpCode', ...codes];
  }
  return account.password === null
    ? [...passkey, 'emailCode', 'signIn']
    : ['password', ...passkey, 'emailCode'];
}

function proves(
  model: Model,
  account: ModelAccount,
  context: ModelContext,
  proof: ModelProof,
): boolean {
  if (proof.passkey !== undefined) return takePasskey(model, proof.passkey, context);
  if (proof.totpCode !== undefined) return takeAppCode(model, account, proof.totpCode);
  if (proof.recoveryCode !== undefined) return account.recoveryCodes.delete(proof.recoveryCode);
  if (proof.emailCode !== undefined) return takeMailedCode(model, proof.emailCode, context);
  return proof.password === account.password;
}

/** A proof for one purpose. `done` says that a grant came of it: `mint` gets to know it. */
export function stepUp(
  model: Model,
  sessionId: string,
  purpose: string,
  proof: ModelProof,
): string {
  const account = model.caller(sessionId);
  if (account === null) return 'session_ended';
  const [field] = Object.keys(proof) as Field[];
  const methods = methodsOf(account);
  if (field === undefined) {
    if (!methods.includes('signIn')) return `validation_failed /${methods[0]} required`;
    const since = model.sessions.get(sessionId)?.since ?? 0;
    if (model.now - since > span.proof) return 'step_up_required';
    account.log.push('step_up_passed');
    return 'done';
  }
  if (!methods.includes(field)) return 'step_up_required';
  const key = `proof:${sessionId}`;
  const isPasskey = field === 'passkey';
  const { refused, last } = isPasskey
    ? countHarmless(model, `passkey:${sessionId}`)
    : countTry(model, key, account.id);
  if (refused !== null) return refused;
  if (!proves(model, account, { accountId: account.id, sessionId, purpose }, proof)) {
    fail(model, account, 'step_up_failed', last);
    return wrong(field);
  }
  if (!isPasskey) model.tries.clear(key);
  account.log.push('step_up_passed');
  if (field === 'recoveryCode') model.notify('recovery_code_used', account);
  return 'done';
}

/** The grant that a proof has given. */
export function mint(model: Model, secret: string, sessionId: string, purpose: string): void {
  const accountId = model.sessions.get(sessionId)?.accountId ?? '';
  model.grants.set(secret, { accountId, sessionId, purpose, until: model.now + span.proof });
}

/** Begins a proof by passkey or by mailed code. Of a passkey's challenge `ask` gets to know. */
export function startStepUp(
  model: Model,
  sessionId: string,
  purpose: string,
  way: 'passkey' | 'emailCode',
): string {
  const account = model.caller(sessionId);
  if (account === null) return 'session_ended';
  if (!methodsOf(account).includes(way)) return 'not_allowed';
  if (way === 'emailCode') {
    if (!model.hasMailRoom('code', account.email)) return 'rate_limited';
    model.tries.count(`mail:code:${account.email}`, model.now);
    const { id: accountId, email: to } = account;
    const until = model.now + span.code;
    const code = { accountId, sessionId, purpose, until, live: true, text: null };
    model.codes.push(code);
    model.mails.push({ kind: 'code', to, accountId, link: null, code });
  }
  account.log.push('step_up_started');
  return 'done';
}

/** A question to an authenticator. */
export function ask(model: Model, challenge: string, context: ModelContext): void {
  model.challenges.set(challenge, { ...context, until: model.now + span.proof });
}
