import type { AccountAnswer } from '../../contract/account.ts';
import { AccountError, fieldError } from '../../contract/account-error.ts';
import type { ChangePassword } from '../../contract/password-change.ts';
import type { AccountRecord } from '../ports/account-store.ts';
import type { Ports } from '../ports/ports.ts';
import { accountView, changePasswordLock } from './account-view.ts';
import type { Call } from './call.ts';
import { callerAccount, effects, requireGrant, sessionEndings, settle } from './effects.ts';
import { refuseUsedPassword, requireGoodPassword } from './password-judge.ts';
import { standsAlone } from './password-rules.ts';
import { securityNotice } from './security-notice.ts';
import { stepUpRequired } from './step-up-methods.ts';
import { countProof, recordFailure, sessionProofs } from './proof-attempts.ts';
import { normalizePassword } from './step-up.ts';

/** Judges the old password where it was sent. That it was right is forgotten with all tries, by the change itself. */
async function judgeOldPassword(
  ports: Ports,
  call: Call<ChangePassword>,
  account: AccountRecord,
  oldPassword: string,
): Promise<void> {
  const { sessionId } = call.actor;
  const counted = await countProof(ports, sessionProofs(ports, account.id, sessionId));
  const hash = account.passwordHash ?? ports.hasher.decoy;
  const right = await ports.hasher.verify(normalizePassword(oldPassword), hash);
  if (right && account.passwordHash !== null) return;
  await recordFailure(ports, account, counted, {
    event: 'password_change_failed',
    from: call.from,
    sessionId,
    details: { method: 'password' },
  });
  throw fieldError('/oldPassword', 'wrong_password');
}

/**
 * Sets a new password, or the first one, ends every other session, kills grants and a pending change of address, and
 * tells by mail.
 */
export async function changePassword(
  ports: Ports,
  call: Call<ChangePassword>,
): Promise<AccountAnswer> {
  const account = await callerAccount(ports, call);
  const { newPassword, oldPassword } = call.input;
  const { passwordHash: previousHash } = account;
  const reason = changePasswordLock(account, ports);
  if (reason !== null) throw new AccountError('not_allowed', { reason });

  const password = normalizePassword(newPassword);
  await requireGoodPassword(ports, account, password, '/newPassword');
  const grant = await requireGrant(ports, call, account, 'changePassword');
  if (oldPassword !== undefined) await judgeOldPassword(ports, call, account, oldPassword);
  await refuseUsedPassword(ports, account, password, '/newPassword');

  const keep = call.actor.sessionId;
  const notice = securityNotice(ports, account, 'password_changed', call.from);
  const outcome = settle(
    ports,
    await ports.store.changePassword(
      {
        accountId: account.id,
        passwordHash: await ports.hasher.hash(password),
        previousHash,
        standsAlone: standsAlone(password, ports.settings),
        keepHistory: ports.settings.passwordPolicy.history,
        end: { keep },
      },
      effects(ports, {
        event: 'password_changed',
        from: call.from,
        sessionId: keep,
        grant,
        links: notice.links,
        deliveries: [...notice.deliveries, ...sessionEndings(ports, account, keep)],
      }),
    ),
    account,
    'changePassword',
  );
  // Another change came first: what was proved was the password before that.
  if (outcome.kind === 'stale') throw stepUpRequired(ports, account, 'changePassword');
  return { account: accountView(outcome.account, ports) };
}
