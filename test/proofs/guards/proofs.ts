import type { GuardedFile } from './guard.ts';

/** What asks for a proof of who it is, and judges it. */
export const proofGuards: readonly GuardedFile[] = [
  {
    file: 'operations/effects.ts',
    tests: ['operations/effects.test.ts', 'operations/step-up.test.ts'],
    guards: [
      {
        against: 'an operation without any proof',
        source: 'if (call.grant === null) throw stepUpRequired(ports, account, purpose);',
        without: 'if (call.grant === null) return null;',
      },
      {
        against: 'an operation whose refusal follows on a proof that is not there',
        source: 'if (!(await ports.store.findGrant(use, instant(ports)))) {',
        without: 'if (false) {',
      },
      {
        against: 'a proof that was used while the operation was looked at',
        source: 'if (purpose !== undefined) throw stepUpRequired(ports, account, purpose);',
        without: 'if (purpose !== undefined) return outcome as never;',
      },
      {
        against: 'a proof that serves more than one operation',
        source: 'consume: !ports.settings.stepUp.reuse,',
        without: 'consume: false,',
      },
      {
        against: 'an operation on an account that is gone',
        source: "if (account === null) throw new AccountError('session_ended');",
      },
    ],
  },
  {
    file: 'operations/step-up.ts',
    tests: [
      'operations/step-up.test.ts',
      'operations/step-up-methods.test.ts',
      'operations/step-up-limit.test.ts',
      'operations/step-up-codes.test.ts',
      'operations/step-up-sign-in.test.ts',
      'operations/password-change.test.ts',
    ],
    guards: [
      {
        against: 'several ways of proving in one try',
        source: 'if (others.length > 0) {',
        without: 'if (false) {',
      },
      {
        against: 'a sign-in that lies in the future as a proof',
        source: 'return age >= 0 && age <= ports',
        without: 'return age <= ports',
      },
      {
        against: 'a sign-in of long ago as a proof',
        source: 'return age >= 0 && age <= ports.settings.stepUp.recentSignInSeconds * 1000;',
        without: 'return age >= 0;',
      },
      {
        against: 'a wrong password',
        source: 'return right && account.passwordHash !== null ? { proofs: [] } : null;',
        without: 'return { proofs: [] };',
      },
      {
        against: 'a way of proving that is not offered',
        source:
          'if (!isOffered(ports, account, given.kind)) throw stepUpRequired(ports, account, purpose);',
      },
      {
        against: 'a proof of nothing',
        source: "if (!isOffered(ports, account, 'sign_in')) {",
        without: 'if (false) {',
      },
      {
        against: 'a proof by a sign-in without one',
        source: 'if (!signedInRecently(ports, call.actor.authenticatedAt)) {',
        without: 'if (false) {',
      },
      {
        against: 'a proof for what asks for none',
        source:
          "if (!ports.settings.stepUp.operations[purpose]) throw new AccountError('not_allowed');",
      },
      {
        against: 'tries that nobody counts',
        source: 'if (given !== null) {\n    counted = await countProof(',
        without: 'if (false) {\n    counted = await countProof(',
      },
      {
        against: 'a refusal that nobody writes down',
        source: 'await recordFailure(ports, account, counted, failed);',
      },
      {
        against: 'what was judged as wrong',
        source: 'if (judged === null) return refuse();',
      },
      {
        against: 'a proof that was used by another meanwhile',
        source: "if (outcome.kind === 'proof_refused') return refuse();",
        without: "if (outcome.kind === 'proof_refused') return refuse as never;",
      },
      {
        against: 'a proof by what was changed meanwhile',
        source: 'if (now === null) return refuse();',
        without:
          'if (now === null) return { account: accountView(account, ports), grant: { purpose, secret, expiresAt } };',
      },
    ],
  },
  {
    file: 'operations/step-up-methods.ts',
    tests: ['operations/step-up-methods.test.ts', 'operations/step-up-codes.test.ts'],
    guards: [
      {
        against: 'the password alone beside a second factor',
        source: 'if (hasSecondFactor(account)) {',
        without: 'if (false) {',
      },
      {
        against: 'a mailed code where the host did not ask for it',
        source: "ports.settings.stepUp.emailCode && ports.mail ? ['email_code'] : [];",
        without: "ports.mail ? ['email_code'] : [];",
      },
    ],
  },
  {
    file: 'operations/step-up-start.ts',
    tests: ['operations/step-up-methods.test.ts', 'operations/step-up-codes.test.ts'],
    guards: [
      {
        against: 'a beginning of what is not offered',
        source: '|| !isOffered(ports, account, method)) {',
        without: ') {',
      },
      {
        against: 'a beginning for what asks for no proof',
        source: 'if (!ports.settings.stepUp.operations[purpose] || ',
        without: 'if (',
      },
      {
        against: 'mailed codes without end',
        source: "attempts: [mailAttempt(ports, 'code', canonicalEmail(account.email))],",
        without: 'attempts: [],',
      },
    ],
  },
  {
    file: 'operations/totp.ts',
    tests: ['operations/two-factor.test.ts', 'operations/step-up-codes.test.ts'],
    guards: [
      {
        against: 'a wrong code',
        source: "return step === null ? null : { kind: 'totp', accountId: account.id, step };",
        without: "return { kind: 'totp', accountId: account.id, step: step ?? 99_999_999_999 };",
      },
      {
        against: 'codes of many steps ago',
        source: 'const window = 1;',
        without: 'const window = 5;',
      },
    ],
  },
  {
    file: 'operations/proof-attempts.ts',
    tests: [
      'operations/step-up-limit.test.ts',
      'operations/sign-in-limits.test.ts',
      'operations/sign-in.test.ts',
    ],
    guards: [
      {
        against: 'more tries than there is room for',
        source: "if (counted.kind === 'rate_limited') throw rateLimited(counted);",
        without: "if (counted.kind === 'rate_limited') return { key: attempt.key, last: false };",
      },
      {
        against: 'tries after a hundred in a row',
        source: "if (counted.kind === 'locked') throw new AccountError('password_locked');",
        without: "if (counted.kind === 'locked') return { key: attempt.key, last: false };",
      },
      {
        against: 'a lock of which its owner hears at every try',
        source: 'if (counted?.last !== true) return;',
      },
      {
        against: 'strangers who use up the tries of a known browser',
        source: 'const known = accountId !== null && deviceDigest !== null;',
        without: 'const known = false;',
      },
    ],
  },
];
