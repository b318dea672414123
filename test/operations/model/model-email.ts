import type { Model } from './model.ts';
import { span } from './model-limits.ts';
import type { ModelAccount } from './model-rows.ts';

function put(model: Model, account: ModelAccount, address: string): void {
  model.tries.count(`mail:change:${address}`, model.now);
  model.endPending(account.id);
  const { now: since } = model;
  const until = since + span.hour;
  // Asking tells nobody whether an address is taken; only the mail there does.
  const link = model.isTaken(address, account.id)
    ? null
    : model.newLink('change', { ...account, email: address }, span.hour);
  model.pending.set(account.id, { address, since, until, link });
  const kind = link === null ? 'change_taken' : 'change_link';
  model.mails.push({ kind, to: address, accountId: account.id, link, code: null });
}

/** Asks for a new address: a link goes there, and a notice with a way back to the present one. */
export function requestChange(
  model: Model,
  sessionId: string,
  address: string,
  grant: string | null,
): string {
  const account = model.caller(sessionId);
  if (account === null) return 'session_ended';
  if (account.email === address) return 'validation_failed /newEmail email_same';
  if (!model.hasMailRoom('change', address)) return 'rate_limited';
  if (!model.allows(grant, sessionId, 'requestEmailChange')) return 'step_up_required';
  model.grants.delete(grant ?? '');
  put(model, account, address);
  model.send('change_requested', account, model.newLink('report', account, span.week));
  return model.write(account, 'email_change_requested');
}

/** Mails the link again: the one before is void. */
export function resendChange(model: Model, sessionId: string): string {
  const account = model.caller(sessionId);
  if (account === null) return 'session_ended';
  const pending = model.pendingOf(account.id);
  if (pending === null) return 'not_found';
  if (!model.hasMailRoom('change', pending.address)) return 'rate_limited';
  put(model, account, pending.address);
  return model.write(account, 'email_change_resent');
}

/** Gives up the change. */
export function cancelChange(model: Model, sessionId: string): string {
  const account = model.caller(sessionId);
  if (account === null) return 'session_ended';
  if (model.pendingOf(account.id) === null) return 'done';
  model.endPending(account.id);
  return model.write(account, 'email_change_cancelled');
}

/** Shows that the present address is theirs. */
function verify(model: Model, token: string): string {
  const followed = model.follow(token, 'verification');
  if (typeof followed === 'string') return followed;
  const { link, account } = followed;
  model.endLink(link, 'used');
  account.verified = true;
  return model.write(account, 'email_verified');
}

/** Follows the link to a new address, or to the present one that nobody has verified. */
export function confirm(model: Model, token: string): string {
  if (model.tokens.get(token)?.of === 'verification') return verify(model, token);
  const followed = model.follow(token, 'change');
  if (typeof followed === 'string') return followed;
  const { link, account } = followed;
  if (model.isTaken(link.address, account.id)) {
    model.endPending(account.id);
    account.version++;
    return 'email_taken';
  }
  model.endLink(link, 'used');
  model.pending.delete(account.id);
  model.kept.delete(link.address);
  const { id: accountId, verified } = account;
  model.kept.set(account.email, { accountId, until: model.now + span.week, verified });
  model.send('changed', account, model.newLink('report', account, span.week));
  account.email = link.address;
  account.verified = true;
  model.endProofsOfAddress(account.id);
  return model.write(account, 'email_changed');
}

/** "This wasn't me", about a change: what came of it goes, and so does everybody who is signed in. */
export function reportChange(model: Model, token: string): string {
  const followed = model.follow(token, 'report');
  if (typeof followed === 'string') return followed;
  const { link, account } = followed;
  const kept = model.kept.get(link.address);
  if (kept?.accountId === account.id && model.now < kept.until && account.email !== link.address) {
    model.kept.delete(link.address);
    model.endAddressLinks(account.id);
    account.email = link.address;
    // Nobody had shown whose it is: whoever does so next throws out what was left there.
    account.verified = kept.verified;
  }
  const order = model.links.indexOf(link);
  for (const [index, other] of model.links.entries()) {
    if (other.of !== 'report' || other.accountId !== account.id || !model.isLive(other)) continue;
    if (index > order || other.address === link.address) model.endLink(other, 'dead');
  }
  model.endLink(link, 'used');
  model.endEverythingBegun(account, null);
  account.browsers.clear();
  return model.write(account, 'email_change_reported');
}

/** Mails the link that verifies the present address once more. */
export function resendVerification(model: Model, sessionId: string): string {
  const account = model.caller(sessionId);
  if (account === null) return 'session_ended';
  if (account.verified) return 'not_allowed';
  if (!model.hasMailRoom('verification', account.email)) return 'rate_limited';
  model.tries.count(`mail:verification:${account.email}`, model.now);
  model.send('verification', account, model.newLink('verification', account, span.day));
  return model.write(account, 'email_verification_sent');
}
