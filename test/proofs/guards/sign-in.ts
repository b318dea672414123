import type { GuardedFile } from './guard.ts';

/** What keeps strangers out of sessions. */
export const signInGuards: readonly GuardedFile[] = [
  {
    file: 'operations/sign-in.ts',
    tests: [
      'operations/sign-in.test.ts',
      'operations/sign-in-second-factor.test.ts',
      'operations/sign-in-limits.test.ts',
    ],
    guards: [
      {
        against: 'a wrong password',
        source: 'else if (!right || account.passwordHash === null) {',
        without: 'else if (account.passwordHash === null) {',
      },
      {
        against: 'work that tells whether there is an account',
        source: 'if (account === null) await recordNobody(entry);',
        without: 'if (account === null) {}',
      },
      {
        against: 'a sign-in without the second factor',
        source: 'hasSecondFactor(account) ? await judgeSecondFactor(entry, account) : null;',
        without: 'null;',
      },
      {
        against: 'codes that are begun without being written down',
        source: 'if (entry.knownDevice === null || entry.counted.last) {',
        without: 'if (false) {',
      },
      {
        against: 'a session by what was changed meanwhile',
        source: 'if (now !== null) return { ...started, account: now };',
        without: 'return { ...started, account: now ?? account };',
      },
      {
        against: 'a session that lives on after its sign-in was refused',
        source: 'await signOut(ports, started.token);',
      },
      {
        against: 'two codes in one try',
        source: 'if (totpCode !== undefined && recoveryCode !== undefined) {',
        without: 'if (false) {',
      },
      {
        against: 'tries of one address block at many accounts',
        source: "await countAddress(ports, 'sign-in', call.address);",
      },
    ],
  },
  {
    file: 'operations/sign-up.ts',
    tests: [
      'operations/sign-in.test.ts',
      'operations/sign-in-limits.test.ts',
      'operations/email-verification.test.ts',
    ],
    guards: [
      {
        against: 'a first password that the policy refuses',
        source: "await requireGoodPassword(ports, fresh, password, '/password');",
      },
      {
        against: 'asking for addresses without end',
        source: "await countAddress(ports, 'sign-up', call.address);",
      },
      {
        against: 'accounts without end',
        source: 'attempts: [signUpAttempt(ports, call.address), ...mail.attempts],',
        without: 'attempts: [...mail.attempts],',
      },
      {
        against: 'a second account of one address, made at the same time',
        source: "if (outcome.kind !== 'done') throw emailTaken('/email');",
      },
    ],
  },
  {
    file: 'operations/start-session.ts',
    tests: ['operations/sign-in-second-factor.test.ts', 'operations/sign-in-limits.test.ts'],
    guards: [
      {
        against: 'a session by a proof that was used by another meanwhile',
        source: "if (outcome.kind === 'proof_refused' || outcome.kind === 'gone') return null;",
        without: "if (outcome.kind === 'gone') return null;",
      },
      {
        against: 'a sign-in in a new browser of which nobody hears',
        source: "(knownDevice === null ? (['new_sign_in'] as const) : [])",
        without: '[]',
      },
    ],
  },
  {
    file: 'operations/address-attempts.ts',
    tests: ['operations/sign-in-limits.test.ts'],
    guards: [
      {
        against: 'more tries of an address than there is room for',
        source: "if (counted.kind === 'rate_limited') throw rateLimited(counted);",
      },
      {
        against: 'no address as a way around the limit',
        source: "block === null ? 'unknown' : ports",
        without: 'block === null ? ports.secrets.mintId() : ports',
      },
    ],
  },
  {
    file: 'operations/devices.ts',
    tests: ['operations/sign-in-limits.test.ts'],
    guards: [
      {
        against: 'a browser of one account that counts as another’s',
        source: 'return accountId === null ? null : known;',
        without: 'return ports.secrets.digest(cookie ?? "");',
      },
      {
        against: 'a cookie that is looked at without end',
        source: '.slice(0, mostSecrets);\n}',
        without: ';\n}',
      },
    ],
  },
  {
    file: 'operations/passkey-proofs.ts',
    tests: [
      'operations/passkey-sign-in.test.ts',
      'operations/step-up-passkey.test.ts',
      'operations/passkeys.test.ts',
    ],
    guards: [
      {
        against: 'passkeys where the server has none',
        source:
          "if (ports.passkeys === null) throw new AccountError('not_allowed', { reason: 'not_offered' });",
      },
      {
        against: 'somebody else’s passkey',
        source: 'if (context.accountId !== null && accountId !== context.accountId) return null;',
      },
      {
        against: 'an answer that says somebody else',
        source: 'if (!unnamed && !isOfAccount(ports, response, accountId)) return null;',
      },
      {
        against: 'a wrong answer',
        source: 'if (verified === null) return null;',
        without:
          'if (verified === null) return { passkey, proofs: [challengeProof(ports, context, challenge)] };',
      },
      {
        against: 'an answer that is given twice, or to another question',
        source: 'challengeProof(ports, context, challenge),',
      },
      {
        against: 'a copy of an authenticator',
        source: "{ kind: 'passkey', accountId, id, signCount: verified.signCount },",
      },
    ],
  },
  {
    file: 'operations/passkey-sign-in.ts',
    tests: ['operations/passkey-sign-in.test.ts'],
    guards: [
      {
        against: 'a sign-in where a host signs people in',
        source:
          "if (!ports.ownSessions) throw new AccountError('not_allowed', { reason: 'handled_elsewhere' });",
      },
      {
        against: 'questions without end',
        source: "await countAddress(ports, 'passkey-start', call.address);",
      },
      {
        against: 'tries without end',
        source: "await countAddress(ports, 'sign-in', call.address);",
      },
    ],
  },
  {
    file: 'operations/sessions.ts',
    tests: ['operations/sessions.test.ts'],
    guards: [
      {
        against: 'sessions that are a host’s',
        source:
          "if (!ports.ownSessions) throw new AccountError('not_allowed', { reason: 'handled_elsewhere' });",
      },
      {
        against: 'an end of the session that asks, which would keep its cookie',
        source: "if (call.input.id === sessionId) throw new AccountError('not_allowed');",
      },
    ],
  },
  {
    file: 'operations/activity.ts',
    tests: ['operations/activity.test.ts'],
    guards: [
      {
        against: 'a position that was made up',
        source:
          "if (at === undefined || id === undefined) throw fieldError('/before', 'malformed');",
      },
      {
        against: 'a report of what is not there, or another’s',
        source: "if (entry === null) throw new AccountError('not_found');",
        without: 'if (entry === null) return { account: accountView(account, ports) };',
      },
    ],
  },
];
