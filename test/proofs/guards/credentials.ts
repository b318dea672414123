import type { GuardedFile } from './guard.ts';

/** What guards passwords, second factors and passkeys against being set by somebody else. */
export const credentialGuards: readonly GuardedFile[] = [
  {
    file: 'operations/password-change.ts',
    tests: [
      'operations/password-change.test.ts',
      'operations/password-history.test.ts',
      'operations/step-up.test.ts',
      'operations/step-up-limit.test.ts',
    ],
    guards: [
      {
        against: 'a wrong old password',
        source: 'if (right && account.passwordHash !== null) return;',
        without: 'return;',
      },
      {
        against: 'passwords that are a host’s',
        source: "if (reason !== null) throw new AccountError('not_allowed', { reason });",
      },
      {
        against: 'a password that the policy refuses',
        source: "await requireGoodPassword(ports, account, password, '/newPassword');",
      },
      {
        against: 'a change without a proof',
        source: "const grant = await requireGrant(ports, call, account, 'changePassword');",
        without: 'const grant = null;',
      },
      {
        against: 'a password that was used before',
        source: "await refuseUsedPassword(ports, account, password, '/newPassword');",
      },
      {
        against: 'a change that follows on another one',
        source:
          "if (outcome.kind === 'stale') throw stepUpRequired(ports, account, 'changePassword');",
      },
    ],
  },
  {
    file: 'operations/password-judge.ts',
    tests: [
      'operations/password-change-policy.test.ts',
      'operations/password-history.test.ts',
      'operations/password-change.test.ts',
    ],
    guards: [
      {
        against: 'a password that is too short',
        source: 'if (length < minLength) {',
        without: 'if (false) {',
      },
      {
        against: 'a password that is too long',
        source: 'if (length > maxLength) {',
        without: 'if (false) {',
      },
      {
        against: 'too few kinds of characters',
        source: 'if (countKinds(password, among) < atLeast) {',
        without: 'if (false) {',
      },
      {
        against: 'one character again and again',
        source: 'if (maxIdenticalInRow !== null && longestRun(password) > maxIdenticalInRow) {',
        without: 'if (false) {',
      },
      {
        against: 'the person’s own words',
        source: 'if (policy.notPersonal && isPersonal(password, owner, settings.appName)) {',
        without: 'if (false) {',
      },
      {
        against: 'a password that everybody has',
        source: '(isCommonPassword(password) || (await',
        without: '((await',
      },
      {
        against: 'a password on the list of the host',
        source: '|| (await settings.isPasswordCommon?.(password)))',
        without: ')',
      },
      {
        against: 'the present password',
        source:
          'if (passwordHash !== null && (await ports.hasher.verify(password, passwordHash))) {',
        without: 'if (false) {',
      },
      {
        against: 'a former password',
        source:
          "if (await ports.hasher.verify(password, former)) throw refuse('password_used_before');",
      },
    ],
  },
  {
    file: 'operations/password-reset.ts',
    tests: [
      'operations/password-reset.test.ts',
      'operations/password-reset-link.test.ts',
      'operations/password-history.test.ts',
    ],
    guards: [
      {
        against: 'asking without end',
        source: "await countAddress(ports, 'forgot-password', call.address);",
      },
      {
        against: 'a full mailbox',
        source: "[mailAttempt(ports, 'reset', canonicalEmail(email))],",
        without: '[],',
      },
      {
        against: 'a password that the policy refuses',
        source: "await requireGoodPassword(ports, owner, password, '/newPassword');",
      },
      {
        against: 'a planted second factor that makes the password shorter',
        source: 'account.emailVerified ? account : { ...account, totpEnabledAt: null };',
        without: 'account;',
      },
      {
        against: 'the present or a former password',
        source: "await refuseUsedPassword(ports, account, password, '/newPassword');",
      },
      {
        against: 'a lock that outlives the new password',
        source: 'clears: [signInProofs(ports, context).key],',
      },
      {
        against: 'a link that another has used meanwhile',
        source: "if (outcome.kind !== 'done') return refuseEndedLink(ports, token);",
      },
    ],
  },
  {
    file: 'operations/two-factor.ts',
    tests: ['operations/two-factor.test.ts', 'operations/step-up.test.ts'],
    guards: [
      {
        against: 'a second factor in a host’s sessions',
        source:
          "if (!ports.ownSessions) throw new AccountError('not_allowed', { reason: 'handled_elsewhere' });",
      },
      {
        against: 'a second factor beside no first one',
        source: 'if (account.passwordHash === null) {',
        without: 'if (false) {',
      },
      {
        against: 'an app that takes the place of the one that is on',
        source: 'if (hasSecondFactor(account)) throw alreadyOn;',
      },
      {
        against: 'a set-up without a proof',
        source: "const grant = await requireGrant(ports, call, account, 'setUpTotp');",
        without: 'const grant = null;',
      },
      {
        against: 'a set-up of another session',
        source: "waiting?.state !== 'waiting' || waiting.sessionId !== sessionId",
        without: "waiting?.state !== 'waiting'",
      },
      {
        against: 'guesses of the first code',
        source:
          "await countProof(ports, sessionTries(ports, 'totp-set-up', account.id, sessionId));",
      },
      {
        against: 'a wrong first code',
        source: "if (step === null) throw fieldError('/code', 'wrong_code');",
      },
      {
        against: 'a short password that stands alone',
        source: 'if (hasSecondFactor(account) && !account.passwordStandsAlone) {',
        without: 'if (false) {',
      },
      {
        against: 'a switch-off without a proof',
        source: "const grant = await requireGrant(ports, call, account, 'disableTwoFactor');",
        without: 'const grant = null;',
      },
      {
        against: 'codes without a proof',
        source: "const grant = await requireGrant(ports, call, account, 'createRecoveryCodes');",
        without: 'const grant = null;',
      },
      {
        against: 'codes beside nothing',
        source: "if (!hasSecondFactor(account)) throw new AccountError('not_allowed');",
      },
    ],
  },
  {
    file: 'operations/passkeys.ts',
    tests: ['operations/passkeys.test.ts', 'operations/step-up.test.ts'],
    guards: [
      {
        against: 'a beginning without a proof',
        source: "await requireGrant(ports, call, account, 'addPasskey');\n  const exclude",
        without: 'const exclude',
      },
      {
        against: 'a passkey without a proof',
        source: "const grant = await requireGrant(ports, call, account, 'addPasskey');",
        without: 'const grant = null;',
      },
      {
        against: 'more passkeys than there may be, told late',
        source: 'if (exclude.length >= passkeyLimits.count) throw tooMany();',
      },
      {
        against: 'an answer that was made up',
        source: 'if (challenge === null || made === null) throw refused;',
        without: 'if (challenge === null) throw refused;',
      },
      {
        against: 'an answer that is given twice, or to another question',
        source: 'proofs: [challengeProof(ports, registration(call), challenge)],',
      },
      {
        against: 'a removal without a proof',
        source: "const grant = await requireGrant(ports, call, account, 'removePasskey');",
        without: 'const grant = null;',
      },
      {
        against: 'a removal of the last way in',
        source: 'mayBeLast: !ports.ownSessions',
        without: 'mayBeLast: true',
      },
      {
        against: 'a second passkey of one authenticator, told as added',
        source:
          "if (outcome.kind === 'passkey_known') throw fieldError('/response', 'passkey_known');",
      },
    ],
  },
];
