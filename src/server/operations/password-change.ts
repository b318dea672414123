import type { AccountAnswer } from '../../contract/account.ts';
import { AccountError, fieldError } from '../../contract/account-error.ts';
import type { ChangePassword } from '../../contract/password-change.ts';
import type { Ports } from '../ports/ports.ts';
import { accountView } from './account-view.ts';
import type { Call } from './call.ts';
import {
  callerAccount,
  delivery,
  effects,
  requireGrant,
  sessionEndings,
  settle,
} from './effects.ts';
import { judgePassword } from './password-judge.ts';
import { stepUpRequired } from './step-up-methods.ts';
import { countProof, recordFailure, sessionProofs } from './proof-attempts.ts';
import { normalizePassword } from './step-up.ts';

/** Sets a new password, ends every other session, kills grants and a pending change of address, and tells by mail. */
export async function changePassword(
  ports: Ports,
  call: Call<ChangePassword>,
): Promise<AccountAnswer> {
  const account = await callerAccount(ports, call);
  const { newPassword, oldPassword } = call.input;
  const { passwordHash: previousHash } = account;
  if (previousHash === null) throw new AccountError('not_allowed', { reason: 'no_password' });

  const password = normalizePassword(newPassword);
  const errors = await judgePassword(password, account, ports.settings);
  if (errors.length > 0) {
    throw new AccountError('validation_failed', {
      errors: errors.map((error) => ({ ...error, pointer: '/newPassword' })),
    });
  }
  const grant = await requireGrant(ports, call, account, 'changePassword');
  const clears: string[] = [];
  if (oldPassword !== undefined) {
    const { sessionId } = call.actor;
    const counted = await countProof(ports, sessionProofs(ports, account.id, sessionId));
    clears.push(counted.key);
    if (!(await ports.hasher.verify(normalizePassword(oldPassword), previousHash))) {
      await recordFailure(ports, account, counted, {
        event: 'password_change_failed',
        from: call.from,
        sessionId,
        details: { method: 'password' },
      });
      throw fieldError('/oldPassword', 'wrong_password');
    }
  }
  if (await ports.hasher.verify(password, previousHash))
    throw fieldError('/newPassword', 'password_same');

  const keep = call.actor.sessionId;
  const outcome = settle(
    ports,
    await ports.store.changePassword(
      {
        accountId: account.id,
        passwordHash: await ports.hasher.hash(password),
        previousHash,
        end: { keep },
      },
      effects(ports, {
        event: 'password_changed',
        sessionId: keep,
        grant,
        clears,
        deliveries: [
          ...(ports.mail
            ? [
                delivery(ports, account, {
                  kind: 'password_changed',
                  to: account.email,
                  params: { name: account.name ?? '' },
                }),
              ]
            : []),
          ...sessionEndings(ports, account, keep),
        ],
      }),
    ),
    account,
    'changePassword',
  );
  // Another change came first: what was proved was the password before that.
  if (outcome.kind === 'stale') throw stepUpRequired(ports, account, 'changePassword');
  return { account: accountView(outcome.account, ports) };
}
