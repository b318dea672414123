import type { Model } from './model.ts';
import { span } from './model-limits.ts';
import { shortPassword } from './model-people.ts';
import { countHarmless, stepOf, takeChallenge, wrong } from './model-proofs.ts';
import type { ModelAnswer } from './model-rows.ts';

/** Asks for the secret of an authenticator app. `done` says that there is one: `waitForApp` gets to know it. */
export function setUpApp(model: Model, sessionId: string, grant: string | null): string {
  const account = model.caller(sessionId);
  if (account === null) return 'session_ended';
  // A second factor stands beside a password, and there is one at most.
  if (account.password === null || account.app !== null) return 'not_allowed';
  if (!model.allows(grant, sessionId, 'setUpTotp')) return 'step_up_required';
  model.grants.delete(grant ?? '');
  account.log.push('totp_set_up');
  return 'done';
}

/** The secret that was answered waits for its first code, in the session that asked for it. */
export function waitForApp(model: Model, sessionId: string, secret: string): void {
  const account = model.caller(sessionId);
  if (account !== null) account.setUp = { secret, sessionId, until: model.now + span.code };
}

/** Switches the second factor on. Of the recovery codes `keepCodes` gets to know. */
export function enableApp(model: Model, sessionId: string, code: string): string {
  const account = model.caller(sessionId);
  if (account === null) return 'session_ended';
  const { setUp } = account;
  if (setUp?.sessionId !== sessionId || model.now >= setUp.until) return 'not_found';
  const { refused } = countHarmless(model, `totp-set-up:${sessionId}`);
  if (refused !== null) return refused;
  const step = stepOf(model, setUp.secret, code);
  if (step === null) return wrong('totpCode').replace('/totpCode', '/code');
  account.app = { secret: setUp.secret, lastStep: step };
  account.setUp = null;
  model.endGrants(account.id);
  model.notify('two_factor_enabled', account);
  return model.write(account, 'two_factor_enabled');
}

/** The recovery codes that were shown: those before them stop working. */
export function keepCodes(model: Model, sessionId: string, codes: readonly string[]): void {
  const account = model.caller(sessionId);
  if (account !== null) account.recoveryCodes = new Set(codes);
}

/** Switches the second factor off, and its codes with it. */
export function disableApp(model: Model, sessionId: string, grant: string | null): string {
  const account = model.caller(sessionId);
  if (account === null) return 'session_ended';
  if (account.password === null) return 'not_allowed';
  // A short password would be all there is.
  if (account.app !== null && account.password === shortPassword) return 'not_allowed';
  if (!model.allows(grant, sessionId, 'disableTwoFactor')) return 'step_up_required';
  if (account.app === null) return 'done';
  account.app = null;
  account.recoveryCodes.clear();
  model.endGrants(account.id);
  model.notify('two_factor_disabled', account);
  return model.write(account, 'two_factor_disabled');
}

/** Makes new recovery codes. */
export function renewCodes(model: Model, sessionId: string, grant: string | null): string {
  const account = model.caller(sessionId);
  if (account === null) return 'session_ended';
  if (account.app === null) return 'not_allowed';
  if (!model.allows(grant, sessionId, 'createRecoveryCodes')) return 'step_up_required';
  model.grants.delete(grant ?? '');
  model.notify('recovery_codes_created', account);
  return model.write(account, 'recovery_codes_created');
}

/** Asks for a new passkey. The grant is looked at, and stays. Of the challenge `ask` gets to know. */
export function startPasskey(model: Model, sessionId: string, grant: string | null): string {
  const account = model.caller(sessionId);
  if (account === null) return 'session_ended';
  if (!model.allows(grant, sessionId, 'addPasskey')) return 'step_up_required';
  account.log.push('passkey_started');
  return 'done';
}

/** Adds the passkey that was made. */
export function addPasskey(
  model: Model,
  sessionId: string,
  made: ModelAnswer & { name: string },
  grant: string | null,
): string {
  const account = model.caller(sessionId);
  if (account === null) return 'session_ended';
  if (!model.allows(grant, sessionId, 'addPasskey')) return 'step_up_required';
  const { challenge, credentialId, count, name } = made;
  const context = { accountId: account.id, sessionId, purpose: 'addPasskey' };
  if (!takeChallenge(model, challenge, context)) {
    return 'validation_failed /response passkey_refused';
  }
  account.passkeys.push({ credentialId, name, count });
  model.endGrants(account.id);
  model.notify('passkey_added', account);
  return model.write(account, 'passkey_added');
}

/** Names a passkey of one's own. */
export function renamePasskey(
  model: Model,
  sessionId: string,
  credentialId: string,
  name: string,
): string {
  const account = model.caller(sessionId);
  if (account === null) return 'session_ended';
  const passkey = account.passkeys.find((one) => one.credentialId === credentialId);
  if (passkey === undefined) return 'not_found';
  passkey.name = name;
  return model.write(account, 'passkey_renamed');
}

/** Removes a passkey of one's own, unless it is the only way in. */
export function removePasskey(
  model: Model,
  sessionId: string,
  credentialId: string,
  grant: string | null,
): string {
  const account = model.caller(sessionId);
  if (account === null) return 'session_ended';
  if (!model.allows(grant, sessionId, 'removePasskey')) return 'step_up_required';
  const others = account.passkeys.filter((one) => one.credentialId !== credentialId);
  if (others.length === account.passkeys.length) return 'not_found';
  if (others.length === 0 && account.password === null) return 'not_allowed';
  account.passkeys = others;
  model.endGrants(account.id);
  model.notify('passkey_removed', account);
  return model.write(account, 'passkey_removed');
}
