import type { DoneAnswer } from '../../contract/account.ts';
import { AccountError } from '../../contract/account-error.ts';
import type { Ports } from '../ports/ports.ts';
import type { Call } from './call.ts';
import {
  callerAccount,
  delivery,
  effects,
  requireGrant,
  sessionEndings,
  settle,
} from './effects.ts';

/** Deletes the account for good. What remains is one notice, and that goes once it is sent. */
export async function deleteAccount(ports: Ports, call: Call<undefined>): Promise<DoneAnswer> {
  const account = await callerAccount(ports, call);
  const grant = await requireGrant(ports, call, account, 'deleteAccount');
  const notice = delivery(ports, account, {
    kind: 'account_deleted',
    to: account.email,
    params: { name: account.name ?? '' },
    outlivesAccount: true,
  });
  const outcome = await ports.store.deleteAccount(
    { accountId: account.id },
    effects(ports, {
      event: 'account_deleted',
      from: call.from,
      sessionId: call.actor.sessionId,
      grant,
      deliveries: [...(ports.mail ? [notice] : []), ...sessionEndings(ports, account, null, true)],
    }),
  );
  if (outcome.kind !== 'done') settle(ports, outcome, account, 'deleteAccount');
  if (account.avatar) await removeFiles(ports, [account.avatar.large, account.avatar.small]);
  return { done: true };
}

/** Removes discarded files now; what cannot be removed is left to the dispatcher. */
export async function removeFiles(ports: Ports, keys: readonly string[]): Promise<void> {
  try {
    await Promise.all(keys.map((key) => ports.avatars.remove(key)));
    await ports.store.forgetFiles(keys);
  } catch (error) {
    // The write has happened and the store still lists the files: the next round removes them.
    if (error instanceof AccountError) throw error;
  }
}
