import type { AuditRecord } from '../../src/server/ports/session-store.ts';
import type { ClaimedDelivery } from '../../src/server/ports/account-store.ts';
import { instant } from '../../src/server/operations/instants.ts';
import type { RuleWorld } from './rule-world.ts';

/** The security log of an account, oldest first. */
export async function logOf({ ports }: RuleWorld, accountId: string): Promise<AuditRecord[]> {
  return (await ports.store.findAudit(accountId, null, 500)).toReversed();
}

/** The names of what happened to an account since it was made, in the order of the alphabet: instants may be the same. */
export async function eventsOf(world: RuleWorld, accountId: string): Promise<string[]> {
  const events = (await logOf(world, accountId)).map(({ event }) => event);
  return events.filter((event) => event !== 'account_provisioned').toSorted();
}

/** What waits in the outbox. It stays there. */
export function outbox({ ports }: RuleWorld): Promise<ClaimedDelivery[]> {
  const at = instant(ports);
  return ports.store.claimDeliveries({ at, leaseUntil: at, most: 500 });
}

/** Who is mailed what, in no order. */
export async function mailed(world: RuleWorld): Promise<string[]> {
  return (await outbox(world)).map(({ kind, to }) => `${kind} ${to}`).toSorted();
}
