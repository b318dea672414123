import type { Model } from './model.ts';
import { newModelAccount } from './model.ts';
import { modelLimits, span } from './model-limits.ts';
import { shortPassword } from './model-people.ts';
import { countTry, fail, findPasskey, takeAppCode, takeChallenge, wrong } from './model-proofs.ts';
import type { ModelAccount, ModelAnswer } from './model-rows.ts';

/** Somebody in front of a browser: the secrets in its cookie, the newest first. */
export interface ModelBrowser {
  secrets: string[];
}

/** What a sign-in is tried with. */
export interface ModelSignIn {
  email: string;
  password: string;
  totpCode?: string;
  recoveryCode?: string;
}

const wrongCredentials = 'validation_failed  wrong_credentials';

function countHome(model: Model, what: string, home: string): boolean {
  const key = `${what}:${home}`;
  if (!model.tries.hasRoom(key, modelLimits.addresses, model.now)) return false;
  model.tries.count(key, model.now);
  return true;
}

/** A link to choose a new password was asked for: whatever comes of it, the answer is the same. */
export function forgot(model: Model, email: string, home: string): string {
  if (!countHome(model, 'forgot-password', home)) return 'rate_limited';
  if (!model.hasMailRoom('reset', email)) return 'done';
  model.tries.count(`mail:reset:${email}`, model.now);
  model.resetRequests.push(email);
  return 'done';
}

/** The secret by which an account knows a browser. */
export function knows(account: ModelAccount | null, browser: ModelBrowser): string | null {
  return browser.secrets.find((secret) => account?.browsers.has(secret)) ?? null;
}

/** The second half of a sign-in; null when it is right. */
function refuseSecond(model: Model, account: ModelAccount, given: ModelSignIn): string | null {
  const { totpCode, recoveryCode } = given;
  if (totpCode !== undefined) {
    return takeAppCode(model, account, totpCode) ? null : wrong('totpCode');
  }
  if (recoveryCode === undefined) return 'second_factor_required';
  return account.recoveryCodes.delete(recoveryCode) ? null : wrong('recoveryCode');
}

/** Tries to sign in. `done` says that a session has started: `enter` gets to know it. */
export function signIn(
  model: Model,
  given: ModelSignIn,
  browser: ModelBrowser,
  home: string,
): string {
  const { email, password } = given;
  if (!countHome(model, 'sign-in', home)) return 'rate_limited';
  const account = model.ownerOf(email);
  const known = knows(account, browser);
  const key = known === null ? `sign-in:${email}` : `browser:${account?.id}:${known}`;
  const { refused, last } = countTry(model, key, account?.id ?? null);
  if (refused !== null) return refused;
  if (account === null) return wrongCredentials;
  if (account.password !== password) {
    fail(model, account, 'sign_in_failed', last);
    return wrongCredentials;
  }
  if (account.app !== null) {
    const second = refuseSecond(model, account, given);
    if (second === 'second_factor_required') {
      // In a known browser it is the first half of every sign-in.
      if (known === null || last) fail(model, account, 'second_factor_asked', last);
      return second;
    }
    if (second !== null) {
      fail(model, account, 'sign_in_failed', last);
      return second;
    }
    if (given.totpCode === undefined) model.notify('recovery_code_used', account);
  }
  model.tries.clear(key);
  if (known === null) model.notify('new_sign_in', account);
  return 'done';
}

/** The account knows the browser from now on, by the newest secret in its cookie where that is new. */
export function remember(account: ModelAccount, browser: ModelBrowser): void {
  const [newest] = browser.secrets;
  if (newest !== undefined && knows(account, browser) === null) account.browsers.add(newest);
}

/** Asks a browser for any of its passkeys. Of the challenge `ask` gets to know. */
export function startPasskeySignIn(model: Model, home: string): string {
  return countHome(model, 'passkey-start', home) ? 'done' : 'rate_limited';
}

/** Tries to sign in with a passkey. */
export function signInWithPasskey(
  model: Model,
  answer: ModelAnswer,
  browser: ModelBrowser,
  home: string,
): string {
  if (!countHome(model, 'sign-in', home)) return 'rate_limited';
  const found = findPasskey(model, answer);
  if (found === null) return wrong('passkey');
  const { account, passkey } = found;
  const context = { accountId: null, sessionId: null, purpose: 'signIn' };
  if (!takeChallenge(model, answer.challenge, context)) {
    fail(model, account, 'sign_in_failed', false);
    return wrong('passkey');
  }
  passkey.count = answer.count;
  if (knows(account, browser) === null) model.notify('new_sign_in', account);
  return 'done';
}

/** Tries to make an account. `done` says that there is one: `settle` gets to know it. */
export function signUp(model: Model, email: string, password: string, home: string): string {
  if (password === shortPassword) return 'validation_failed /password password_too_short';
  if (!countHome(model, 'sign-up', home)) return 'rate_limited';
  if (model.isTaken(email, null)) return 'email_taken /email taken';
  const key = `signed-up:${home}`;
  if (!model.tries.hasRoom(key, modelLimits.signUps, model.now)) return 'rate_limited';
  model.tries.count(key, model.now);
  return 'done';
}

/** The account that a sign-up has made: its address is nobody's yet, until the mailed link comes back. */
export function settle(
  model: Model,
  id: string,
  first: Pick<ModelAccount, 'email' | 'password'>,
): ModelAccount {
  const account = newModelAccount({ ...first, id, verified: false }, 'signed_up');
  model.accounts.set(id, account);
  const key = `mail:verification:${account.email}`;
  if (model.hasMailRoom('verification', account.email)) {
    model.tries.count(key, model.now);
    model.send('verification', account, model.newLink('verification', account, span.day));
  }
  return account;
}

/** Ends a session; one that has ended is no error. */
export function signOut(model: Model, sessionId: string): void {
  const session = model.sessions.get(sessionId);
  if (session === undefined) return;
  model.accounts.get(session.accountId)?.log.push('signed_out');
  model.sessions.delete(sessionId);
}

/** The store forgets what has run out. Nobody notices, but that a link of long ago is not remembered any more. */
export function purge(model: Model): void {
  const { now } = model;
  for (const [id, { until }] of model.sessions) if (until <= now) model.sessions.delete(id);
  const oldest = now - 30 * span.day;
  model.links = model.links.filter(({ endedAt, until }) => (endedAt ?? until) >= oldest);
  for (const [token, link] of model.tokens) {
    if (!model.links.includes(link)) model.tokens.delete(token);
  }
}
