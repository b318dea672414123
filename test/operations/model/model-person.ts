import type { Model } from './model.ts';
import { span } from './model-limits.ts';

/** Gives another nickname, if the page has seen the present version. */
export function rename(
  model: Model,
  sessionId: string,
  nickname: string,
  isStale: boolean,
): string {
  const account = model.caller(sessionId);
  if (account === null) return 'session_ended';
  if (isStale) return 'version_conflict';
  account.nickname = nickname;
  return model.write(account, 'profile_updated');
}

/** Sets or removes the picture. */
export function setAvatar(model: Model, sessionId: string, hasAvatar: boolean): string {
  const account = model.caller(sessionId);
  if (account === null) return 'session_ended';
  account.hasAvatar = hasAvatar;
  return model.write(account, hasAvatar ? 'avatar_changed' : 'avatar_removed');
}

/** Deletes the account: nothing is left but a farewell. */
export function deleteAccount(model: Model, sessionId: string, grant: string | null): string {
  const account = model.caller(sessionId);
  if (account === null) return 'session_ended';
  if (!model.allows(grant, sessionId, 'deleteAccount')) return 'step_up_required';
  model.endEverythingBegun(account, null);
  model.tries.forget(account.id);
  model.accounts.delete(account.id);
  model.links = model.links.filter(({ accountId }) => accountId !== account.id);
  for (const [token, { accountId }] of model.tokens) {
    if (accountId === account.id) model.tokens.delete(token);
  }
  for (const [address, { accountId }] of model.kept) {
    if (accountId === account.id) model.kept.delete(address);
  }
  model.mails = model.mails.filter(({ accountId }) => accountId !== account.id);
  const { email: to } = account;
  model.mails.push({ kind: 'deleted', to, accountId: null, link: null, code: null });
  return 'done';
}

/** The ids of the sessions that are listed. */
export function listedSessions(model: Model, accountId: string): string[] {
  const { now } = model;
  return [...model.sessions.values()]
    .filter((one) => one.accountId === accountId && now < one.until && now - one.since < span.idle)
    .map(({ id }) => id);
}

/** Ends another session of one's own; one that is not there is no error. */
export function endSession(model: Model, sessionId: string, endedId: string): string {
  const account = model.caller(sessionId);
  if (account === null) return 'session_ended';
  if (endedId === sessionId) return 'not_allowed';
  if (model.sessions.get(endedId)?.accountId !== account.id) return 'done';
  model.sessions.delete(endedId);
  account.log.push('session_ended');
  return 'done';
}

/** Ends all other sessions, and everything that waits; the same comes of "this wasn't me" about an entry of the log. */
export function endOthers(
  model: Model,
  sessionId: string,
  event: 'other_sessions_ended' | 'activity_reported',
): string {
  const account = model.caller(sessionId);
  if (account === null) return 'session_ended';
  model.endEverythingBegun(account, sessionId);
  return model.write(account, event);
}
