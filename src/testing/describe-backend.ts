import { describe } from 'vitest';
import { describeAvatarOperations } from './backend-avatars.ts';
import { describeDeletionOperation } from './backend-deletion.ts';
import { describeEmailOperations } from './backend-email-changes.ts';
import { describeEmailLinks } from './backend-email-links.ts';
import { describeEmailReportOperation } from './backend-email-reports.ts';
import { describePasswordOperation } from './backend-passwords.ts';
import { describeProfileOperations } from './backend-profiles.ts';
import { describeSessionsOfCalls } from './backend-sessions.ts';
import type { OpenBackend } from './backend-stage.ts';
import { testOnBackend } from './backend-stage.ts';
import { describeStepUpOperation } from './backend-step-up.ts';

/** What the suite needs from outside. */
export interface BackendSuite {
  /** Called for each test; answers backends on accounts that nobody else uses. */
  open: OpenBackend;
}

/**
 * Declares the tests that tell whether an implementation of `AccountBackend` is right, whatever wire is beneath it:
 * what each operation does, every refusal that its description names, proofs that work once and for one purpose, races
 * that exactly one wins. Call it at the top of a vitest file.
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
 *       advance: (seconds) => clock.advance(seconds),
 *       close: async () => {},
 *     };
 *   },
 * });
 * ```
 */
export function describeBackend(name: string, { open }: BackendSuite): void {
  const test = testOnBackend(open);
  // oxlint-disable-next-line vitest/valid-title -- whoever runs the suite names it
  describe(name, () => {
    describeSessionsOfCalls(test);
    describeProfileOperations(test);
    describeStepUpOperation(test);
    describeEmailOperations(test);
    describeEmailLinks(test);
    describeEmailReportOperation(test);
    describePasswordOperation(test);
    describeAvatarOperations(test);
    describeDeletionOperation(test);
  });
}
