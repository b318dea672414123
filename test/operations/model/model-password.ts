import type { Model } from './model.ts';
import { span } from './model-limits.ts';
import { shortPassword } from './model-people.ts';
import { countTry, fail, wrong } from './model-proofs.ts';
import type { ModelAccount } from './model-rows.ts';

const refusal = (code: string): string => `validation_failed /newPassword ${code}`;

/** What a new password is refused with: the present one, and the one before it. */
function refuseUsed(account: ModelAccount, password: string): string | null {
  if (account.password === password) return refusal('password_same');
  return account.formerPasswords.includes(password) ? refusal('password_used_before') : null;
}

function setPassword(account: ModelAccount, password: string): void {
  if (account.password !== null) account.formerPasswords = [account.password];
  account.password = password;
}

/** Changes the password, or sets the first one. The old one may come with it, and is then looked at. */
export function changePassword(
  model: Model,
  sessionId: string,
  { newPassword, oldPassword }: { newPassword: string; oldPassword?: string },
  grant: string | null,
): string {
  const account = model.caller(sessionId);
  if (account === null) return 'session_ended';
  if (newPassword === shortPassword && account.app === null) return refusal('password_too_short');
  if (!model.allows(grant, sessionId, 'changePassword')) return 'step_up_required';
  if (oldPassword !== undefined) {
    const { refused, last } = countTry(model, `proof:${sessionId}`, account.id);
    if (refused !== null) return refused;
    if (account.password !== oldPassword) {
      fail(model, account, 'password_change_failed', last);
      return wrong('password').replace('/password', '/oldPassword');
    }
  }
  const used = refuseUsed(account, newPassword);
  if (used !== null) return used;
  setPassword(account, newPassword);
  model.endSessions(account.id, sessionId);
  model.endGrants(account.id);
  model.endChallenges(account.id);
  model.endLinks(account.id, 'reset');
  model.endPending(account.id);
  model.tries.forget(account.id);
  model.notify('password_changed', account);
  return model.write(account, 'password_changed');
}

/** Mails the links that were asked for, where there is an account. */
export function answerResetRequests(model: Model): void {
  for (const email of model.resetRequests.splice(0)) {
    const account = model.ownerOf(email);
    if (account === null) continue;
    model.send('reset', account, model.newLink('reset', account, span.hour));
    account.log.push('password_reset_requested');
  }
}

/** Whoever made an account with an address that is not theirs may have left a way in. */
function removePlanted(account: ModelAccount): void {
  account.app = null;
  account.recoveryCodes.clear();
  account.passkeys = [];
  account.browsers.clear();
}

/** Chooses a new password by a mailed link, which shows whose the address is. */
export function resetPassword(model: Model, token: string, password: string): string {
  const followed = model.follow(token, 'reset');
  if (typeof followed === 'string') return followed;
  const { link, account } = followed;
  const hasSecondFactor = account.verified && account.app !== null;
  if (password === shortPassword && !hasSecondFactor) return refusal('password_too_short');
  const used = refuseUsed(account, password);
  if (used !== null) return used;
  model.endLink(link, 'used');
  if (!account.verified) removePlanted(account);
  setPassword(account, password);
  account.verified = true;
  model.endEverythingBegun(account, null);
  model.tries.forget(account.id);
  model.tries.clear(`sign-in:${account.email}`);
  model.notify('password_reset', account);
  return model.write(account, 'password_reset');
}

/** "This wasn't me", about anything else: everybody is out, and a link to choose a new password is on its way. */
export function reportSecurity(model: Model, token: string): string {
  const followed = model.follow(token, 'security');
  if (typeof followed === 'string') return followed;
  const { link, account } = followed;
  model.endLink(link, 'used');
  model.endEverythingBegun(account, null);
  account.browsers.clear();
  // Whoever reads an address that the account has left gets no way in.
  if (account.email === link.address) {
    model.send('reset', account, model.newLink('reset', account, span.hour));
  }
  return model.write(account, 'security_event_reported');
}
