import { describe } from 'vitest';
import { describeAccounts } from './store-accounts.ts';
import { describeAudit } from './store-audit.ts';
import { describeAvatars } from './store-avatars.ts';
import { describeChallenges } from './store-challenges.ts';
import { describeDeletion } from './store-deletion.ts';
import { describeDevices } from './store-devices.ts';
import { describeEffects } from './store-effects.ts';
import { describeEmailChanges } from './store-email-changes.ts';
import { describePendingEmails } from './store-email-pending.ts';
import { describeEmailReports } from './store-email-reports.ts';
import { describeFiles } from './store-files.ts';
import { describeGrants } from './store-grants.ts';
import { describeLimits } from './store-limits.ts';
import { describeLinks } from './store-links.ts';
import { describeOutbox } from './store-outbox.ts';
import { describePasskeys } from './store-passkeys.ts';
import { describePasswordHistory } from './store-password-history.ts';
import { describePasswordResets } from './store-password-resets.ts';
import { describePasswords } from './store-passwords.ts';
import { describeProfiles } from './store-profiles.ts';
import { describeProofs } from './store-proofs.ts';
import { describePurge } from './store-purge.ts';
import { describeRecoveryCodes } from './store-recovery-codes.ts';
import { describeSecurityReports } from './store-security-reports.ts';
import { describeSessionList } from './store-session-list.ts';
import { describeSessions } from './store-sessions.ts';
import { describeVerifications } from './store-verifications.ts';
import type { OpenedStore } from './store-stage.ts';
import { testOnStore } from './store-stage.ts';
import { describeTotp } from './store-totp.ts';
import { describeTries } from './store-tries.ts';

/** What the suite needs from outside. */
export interface StoreSuite {
  /** Called for each test; answers an empty store. */
  open: () => Promise<OpenedStore>;
}

/**
 * Declares the tests that tell whether an implementation of `AccountStore` is right: outcomes, versions, effects that
 * happen together with the write or not at all, secrets that work once, races, limits, the outbox, forgetting.
 * Call it at the top of a vitest file.
 *
 * ```ts
 * import { describeStore } from 'selvedge/testing';
 * import { createMemoryStore } from 'selvedge/memory';
 *
 * describeStore('memory store', {
 *   async open() {
 *     const store = createMemoryStore();
 *     return { store, dump: async () => store.dump(), close: () => store.close() };
 *   },
 * });
 * ```
 */
export function describeStore(name: string, { open }: StoreSuite): void {
  const test = testOnStore(open);
  // oxlint-disable-next-line vitest/valid-title -- whoever runs the suite names it
  describe(name, () => {
    describeAccounts(test);
    describeProfiles(test);
    describePasswords(test);
    describeAvatars(test);
    describeDeletion(test);
    describePendingEmails(test);
    describeEmailChanges(test);
    describeEmailReports(test);
    describeEffects(test);
    describeGrants(test);
    describeProofs(test);
    describeTotp(test);
    describeRecoveryCodes(test);
    describePasskeys(test);
    describeChallenges(test);
    describeSessions(test);
    describeSessionList(test);
    describeDevices(test);
    describeAudit(test);
    describeLinks(test);
    describeVerifications(test);
    describePasswordResets(test);
    describePasswordHistory(test);
    describeSecurityReports(test);
    describeLimits(test);
    describeTries(test);
    describeOutbox(test);
    describeFiles(test);
    describePurge(test);
  });
}
