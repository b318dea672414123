import type { GuardedFile } from './guard.ts';

/** What guards addresses, links, profiles and the account itself. */
export const linkGuards: readonly GuardedFile[] = [
  {
    file: 'operations/links.ts',
    tests: [
      'operations/password-reset-link.test.ts',
      'operations/email-verification.test.ts',
      'operations/email-change-confirm.test.ts',
      'operations/security-report.test.ts',
    ],
    guards: [
      {
        against: 'a link after its end',
        source: "if (state === 'expired') throw new AccountError('link_expired');",
        without: "if (state === 'expired') return;",
      },
      {
        against: 'a link that was used',
        source: "if (state === 'used') throw new AccountError('link_used');",
        without: "if (state === 'used') return;",
      },
      {
        against: 'a link of another kind',
        source: "if (link?.kind !== kind) throw new AccountError('link_invalid');",
        without: "if (link === null) throw new AccountError('link_invalid');",
      },
    ],
  },
  {
    file: 'operations/email-change.ts',
    tests: [
      'operations/email-change.test.ts',
      'operations/email-change-pending.test.ts',
      'operations/email-change-instant.test.ts',
      'operations/step-up.test.ts',
    ],
    guards: [
      {
        against: 'a change to the present address',
        source: 'if (addressCanonical === canonicalEmail(account.email))',
        without: 'if (false)',
      },
      {
        against: 'proofs asked for what there is no room for',
        source: "if (room.kind === 'rate_limited') throw rateLimited(room);",
      },
      {
        against: 'a change without a proof',
        source: "const grant = await requireGrant(ports, call, account, 'requestEmailChange');",
        without: 'const grant = null;',
      },
      {
        against: 'an address of somebody, at once',
        source: "if (outcome.kind === 'email_taken') throw emailTaken('/newEmail');",
      },
      {
        against: 'a mail for a change that is over',
        source: "if (outcome.kind === 'not_pending') throw new AccountError('not_found');",
      },
    ],
  },
  {
    file: 'operations/email-change-confirm.ts',
    tests: [
      'operations/email-change-confirm.test.ts',
      'operations/email-change.test.ts',
      'operations/email-verification.test.ts',
    ],
    guards: [
      {
        against: 'an address that came to be somebody’s',
        source: "if (outcome.kind === 'email_taken') throw new AccountError('email_taken');",
      },
      {
        against: 'a verification that another has used meanwhile',
        source: "if (outcome.kind !== 'done') return refuseEndedLink(ports, token);",
      },
    ],
  },
  {
    file: 'operations/email-change-report.ts',
    tests: ['operations/email-change-report.test.ts'],
    guards: [
      {
        against: 'a report that another has used meanwhile',
        source: "if (outcome.kind === 'link_used') {",
        without: "if (outcome.kind === 'link_used') { return { done: true };",
      },
      {
        against: 'sessions of a host that live on',
        source: 'deliveries: sessionEndings(ports, account, null),',
      },
    ],
  },
  {
    file: 'operations/email-verification.ts',
    tests: ['operations/email-verification.test.ts'],
    guards: [
      {
        against: 'mails without end',
        source: 'attempts: [verificationAttempt(ports, account)],',
      },
      {
        against: 'a verification of what is verified',
        source: "if (reason !== null) throw new AccountError('not_allowed', { reason });",
      },
      {
        against: 'a full mailbox that keeps somebody from signing up',
        source: "if (room.kind !== 'done') return { ...noMails, attempts: [] };",
      },
    ],
  },
  {
    file: 'operations/security-report.ts',
    tests: ['operations/security-report.test.ts'],
    guards: [
      {
        against: 'a key that is mailed to an address that was left',
        source: 'isPresent ? passwordResetMail',
        without: 'true ? passwordResetMail',
      },
      {
        against: 'a report that another has used meanwhile',
        source: "if (outcome.kind !== 'done') return refuseEndedLink(ports, token);",
      },
    ],
  },
  {
    file: 'operations/delete-account.ts',
    tests: ['operations/delete-account.test.ts', 'operations/step-up.test.ts'],
    guards: [
      {
        against: 'a deletion without a proof',
        source: "const grant = await requireGrant(ports, call, account, 'deleteAccount');",
        without: 'const grant = null;',
      },
      {
        against: 'a deletion that was refused and told as done',
        source: "if (outcome.kind !== 'done') settle(ports, outcome, account, 'deleteAccount');",
      },
      {
        against: 'a picture that stays',
        source:
          'if (account.avatar) await removeFiles(ports, [account.avatar.large, account.avatar.small]);',
      },
    ],
  },
  {
    file: 'operations/profile.ts',
    tests: ['operations/profile.test.ts'],
    guards: [
      {
        against: 'a change of a field that somebody else owns',
        source:
          "if (!field.editable) return [{ pointer: `/${name}`, code: 'not_editable', params: {} }];",
      },
      {
        against: 'a username that is longer than this host takes',
        source: 'if (value !== null && countCodePoints(value) > field.maxLength) {',
        without: 'if (false) {',
      },
      {
        against: 'somebody’s username',
        source: "if (outcome.kind === 'username_taken') {",
        without: 'if (false) {',
      },
      {
        against: 'a save that overwrites another',
        source:
          "if (outcome.kind === 'version_conflict') throw new AccountError('version_conflict', { account });",
      },
    ],
  },
  {
    file: 'operations/provision.ts',
    tests: ['operations/provision.test.ts'],
    guards: [
      {
        against: 'an address that only looks verified',
        source: 'emailVerified: known.emailVerified === true,',
        without: 'emailVerified: Boolean(known.emailVerified),',
      },
      {
        against: 'an account without an address',
        source: 'if (email === null)\n    throw',
        without: 'if (false)\n    throw',
      },
    ],
  },
  {
    file: 'operations/avatar.ts',
    tests: ['operations/avatar.test.ts'],
    guards: [
      {
        against: 'a file that is no picture',
        source: 'judgePicture(call.input, { maxBytes, maxPixels });',
      },
      {
        against: 'a picture that cannot be decoded',
        source: "if (image === null) throw fieldError('', 'image_broken');",
      },
      {
        against: 'files that nobody will remove',
        source:
          'await ports.store.discardFiles([files.large, files.small], instant(ports, orphanSeconds));',
      },
    ],
  },
];
