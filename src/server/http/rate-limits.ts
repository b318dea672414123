import type { OperationName, SessionOperationName } from '../../contract/operations.ts';
import type { Settings } from '../ports/settings.ts';

/** Which of the limits an operation counts in; the names of `Settings.limits`. */
export type RateClass = 'proofs' | 'addresses' | 'signUps' | 'mails';

const proofs: readonly RateClass[] = ['proofs'];
const mails: readonly RateClass[] = ['mails'];

/** What each operation counts in, as its answer with 429 tells it. An operation that is not here counts nothing. */
export const rateClasses: Readonly<
  Partial<Record<OperationName | SessionOperationName, readonly RateClass[]>>
> = {
  requestEmailChange: mails,
  resendEmailChange: mails,
  changePassword: proofs,
  stepUp: proofs,
  startStepUp: mails,
  resendVerification: mails,
  requestPasswordReset: ['addresses'],
  enableTotp: proofs,
  signUp: ['signUps', 'addresses'],
  signIn: ['proofs', 'addresses'],
  startPasskeySignIn: ['addresses'],
  signInWithPasskey: ['addresses'],
};

/** `mails` and a window of an hour → `mails-3600`. */
interface Policy {
  name: string;
  count: number;
  seconds: number;
}

function policiesOf(name: string, limits: Settings['limits']): Policy[] {
  const classes = Object.hasOwn(rateClasses, name) ? rateClasses[name as OperationName] : undefined;
  return (classes ?? []).flatMap((rateClass) =>
    limits[rateClass].map(({ count, seconds }) => ({
      name: `${rateClass}-${seconds}`,
      count,
      seconds,
    })),
  );
}

/**
 * The fields of draft-ietf-httpapi-ratelimit-headers-11 for an answer with 429: `RateLimit-Policy` names every quota that
 * the operation counts in, `RateLimit` the one that is used up, as the wait tells it: the shortest window that it fits in.
 */
export function rateLimitHeaders(
  name: string,
  limits: Settings['limits'],
  retryAfterSeconds: number,
): Record<string, string> {
  const policies = policiesOf(name, limits).sort((a, b) => a.seconds - b.seconds);
  const used = policies.find(({ seconds }) => retryAfterSeconds <= seconds) ?? policies.at(-1);
  if (used === undefined) return {};
  return {
    'ratelimit-policy': policies
      .map((policy) => `"${policy.name}";q=${policy.count};w=${policy.seconds}`)
      .join(', '),
    ratelimit: `"${used.name}";r=0;t=${Math.ceil(retryAfterSeconds)}`,
  };
}
