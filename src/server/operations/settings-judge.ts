import { characterTypes } from '../../contract/password-policy.ts';
import { judgeMailLook } from '../mails/judge-mail-look.ts';
import type { Settings } from '../ports/settings.ts';

/** Ten years. Longer is for ever, which nothing here lasts, and its end could not be written as an instant. */
const mostSeconds = 315_360_000;

/** NIST SP 800-63B-4 §4.2.1: a link to choose a new password works for an hour at most. */
const mostResetSeconds = 3600;

/** Auth0's most; each of them costs a slow hash at every change. */
const mostHistory = 24;

function judgeNumber(name: string, value: unknown, least: number, most: number): void {
  if (Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most) return;
  const range =
    most === Number.MAX_SAFE_INTEGER ? `from ${least}` : `from ${least} to ${String(most)}`;
  throw new Error(`selvedge: ${name} is ${String(value)}; it has to be a whole number ${range}.`);
}

function judgeTimes(settings: Settings): void {
  const { stepUp, sessions } = settings;
  const times: Record<string, unknown> = {
    'stepUp.lifetimeSeconds': stepUp.lifetimeSeconds,
    'stepUp.recentSignInSeconds': stepUp.recentSignInSeconds,
    'sessions.lifetimeSeconds': sessions.lifetimeSeconds,
    'sessions.idleSeconds': sessions.idleSeconds,
    emailLinkSeconds: settings.emailLinkSeconds,
    verificationLinkSeconds: settings.verificationLinkSeconds,
    totpSetUpSeconds: settings.totpSetUpSeconds,
    reportLinkSeconds: settings.reportLinkSeconds,
  };
  for (const [name, value] of Object.entries(times)) judgeNumber(name, value, 1, mostSeconds);
  judgeNumber('resetLinkSeconds', settings.resetLinkSeconds, 1, mostResetSeconds);
}

function judgeLimits({ proofsInARow, ...lists }: Settings['limits']): void {
  judgeNumber('limits.proofsInARow', proofsInARow, 1, Number.MAX_SAFE_INTEGER);
  for (const [name, list] of Object.entries(lists)) {
    for (const { count, seconds } of list) {
      judgeNumber(`count of a limit in limits.${name}`, count, 1, Number.MAX_SAFE_INTEGER);
      judgeNumber(`seconds of a limit in limits.${name}`, seconds, 1, mostSeconds);
    }
  }
}

function judgePolicy(policy: Settings['passwordPolicy']): void {
  const { minLength, minLengthWithSecondFactor, maxLength, maxIdenticalInRow } = policy;
  const most = Number.MAX_SAFE_INTEGER;
  judgeNumber('passwordPolicy.minLength', minLength, 1, most);
  judgeNumber('passwordPolicy.minLengthWithSecondFactor', minLengthWithSecondFactor, 1, most);
  judgeNumber('passwordPolicy.maxLength', maxLength, 1, most);
  judgeNumber('passwordPolicy.history', policy.history, 0, mostHistory);
  if (maxIdenticalInRow !== null) {
    judgeNumber('passwordPolicy.maxIdenticalInRow', maxIdenticalInRow, 1, most);
  }
  if (minLength > maxLength) {
    throw new Error('selvedge: passwordPolicy.minLength is above its maxLength.');
  }
  if (minLengthWithSecondFactor > minLength) {
    throw new Error(
      'selvedge: passwordPolicy.minLengthWithSecondFactor is above its minLength; a second factor makes do with less.',
    );
  }
  const { among, atLeast } = policy.characterTypes;
  for (const one of among) {
    if (!(characterTypes as readonly string[]).includes(one)) {
      throw new Error(
        `selvedge: passwordPolicy.characterTypes.among has "${one}"; there are ${characterTypes.join(', ')}.`,
      );
    }
  }
  judgeNumber('passwordPolicy.characterTypes.atLeast', atLeast, 0, new Set(among).size);
}

/** A mailed link that leads nowhere, or to a script, would be found out by the person who needs it. */
function judgePages(pages: Settings['pages']): void {
  for (const [name, url] of Object.entries(pages)) {
    if (name !== 'settings' && url.includes('#')) {
      throw new Error(
        `selvedge: pages.${name} is "${url}"; what stands behind the # of a mailed link is its token.`,
      );
    }
    if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) {
      throw new Error(
        `selvedge: pages.${name} is "${url}"; mailed links need an absolute http(s) URL.`,
      );
    }
  }
}

/** Throws a sentence for settings that make no sense: they would fail later, at some request. */
export function judgeSettings(settings: Settings): void {
  judgePages(settings.pages);
  judgePolicy(settings.passwordPolicy);
  if (settings.isPasswordCommon !== null && !settings.passwordPolicy.notCommon) {
    throw new Error(
      'selvedge: isPasswordCommon is never asked while passwordPolicy.notCommon is false.',
    );
  }
  if (settings.mailLook !== null) judgeMailLook(settings.mailLook);
  judgeTimes(settings);
  judgeLimits(settings.limits);
  judgeNumber('usernameMaxLength', settings.usernameMaxLength, 1, 128);
  judgeNumber('avatar.maxBytes', settings.avatar.maxBytes, 1, Number.MAX_SAFE_INTEGER);
  judgeNumber('avatar.maxPixels', settings.avatar.maxPixels, 1, Number.MAX_SAFE_INTEGER);
}
