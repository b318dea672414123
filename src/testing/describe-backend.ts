import { describe } from 'vitest';
import { describeActivityOperations } from './backend-activity.ts';
import { describeAvatarOperations } from './backend-avatars.ts';
import { describeDeletionOperation } from './backend-deletion.ts';
import { describeEmailOperations } from './backend-email-changes.ts';
import { describeEmailLinks } from './backend-email-links.ts';
import { describeEmailReportOperation } from './backend-email-reports.ts';
import { describeVerificationOperations } from './backend-email-verification.ts';
import type { BackendFeature } from './backend-features.ts';
import { backendFeatures } from './backend-features.ts';
import type { CreateAuthenticator } from './backend-passkey-ceremonies.ts';
import { describePasskeyCeremonies } from './backend-passkey-ceremonies.ts';
import { describePasskeyOperations } from './backend-passkeys.ts';
import { describePasswordResetOperations } from './backend-password-resets.ts';
import { describePasswordOperation } from './backend-passwords.ts';
import { describeProfileOperations } from './backend-profiles.ts';
import { describeRecoveryCodes } from './backend-recovery-codes.ts';
import { describeSecurityReports } from './backend-security-reports.ts';
import { describeSessionOperations } from './backend-session-list.ts';
import { describeSessionsOfCalls } from './backend-sessions.ts';
import type { OpenBackend } from './backend-stage.ts';
import { testOnBackend } from './backend-stage.ts';
import { describeGuardedOperations } from './backend-step-up-purposes.ts';
import { describeProofCounting } from './backend-step-up-tries.ts';
import { describeStepUpOperation } from './backend-step-up.ts';
import { describeTwoFactorOperations } from './backend-two-factor.ts';

/** What the suite needs from outside. */
export interface BackendSuite {
  /** Called for each test; answers backends on accounts that nobody else uses. */
  open: OpenBackend;
  /**
   * What the backend has of the parts that not every one has. Default: all. Tests of a part that is left out are not
   * declared; everything else is always asked for.
   */
  features?: readonly BackendFeature[];
  /**
   * Makes an authenticator with the browser around it, in software, for the pages that the backend takes passkeys
   * from. Without it, passkeys are held only to what they must refuse.
   */
  createAuthenticator?: CreateAuthenticator;
}

/**
 * Declares the tests that tell whether an implementation of `AccountBackend` is right, whatever wire is beneath it:
 * what each operation does, every refusal that its description names, proofs that work once and for one purpose, races
 * that exactly one wins. Call it at the top of a vitest file. A backend that has not every part names those that it has
 * in `features`.
 *
 * ```ts
 * import { createClock, createMemoryBackend } from 'selvedge/memory';
 * import { describeBackend } from 'selvedge/testing';
 *
 * describeBackend('memory backend', {
 *   async open({ people, mail }) {
 *     const clock = createClock('2026-11-20T12:00:00.000Z');
 *     const backend = createMemoryBackend({ people, mail, clock, signedIn: null });
 *     return {
 *       anonymous: backend,
 *       async signIn(email) {
 *         const browser = backend.openBrowser();
 *         await browser.signIn(email);
 *         return browser;
 *       },
 *       mails: async () => backend.mailbox.list(),
 *       now: () => clock.now(),
 *       advance: (seconds) => clock.advance(seconds),
 *       close: async () => {},
 *     };
 *   },
 * });
 * ```
 */
export function describeBackend(
  name: string,
  { open, features = backendFeatures, createAuthenticator }: BackendSuite,
): void {
  const test = testOnBackend(open);
  const has = (feature: BackendFeature): boolean => features.includes(feature);
  // oxlint-disable-next-line vitest/valid-title -- whoever runs the suite names it
  describe(name, () => {
    describeSessionsOfCalls(test, has);
    describeProfileOperations(test);
    describeStepUpOperation(test);
    describeGuardedOperations(test, has);
    describeProofCounting(test);
    describeEmailOperations(test);
    describeEmailLinks(test);
    describeEmailReportOperation(test);
    describePasswordOperation(test, has);
    describeAvatarOperations(test);
    describeDeletionOperation(test);
    if (has('emailVerification')) describeVerificationOperations(test);
    if (has('passwordReset')) describePasswordResetOperations(test);
    if (has('securityReport')) describeSecurityReports(test, has);
    if (has('twoFactor')) describeTwoFactorOperations(test);
    if (has('twoFactor')) describeRecoveryCodes(test);
    if (has('passkeys')) describePasskeyOperations(test);
    if (has('passkeys') && createAuthenticator !== undefined) {
      describePasskeyCeremonies(test, createAuthenticator, has('twoFactor'));
    }
    if (has('sessions')) describeSessionOperations(test);
    if (has('activity')) describeActivityOperations(test);
  });
}
