import type { FlowStore, Instant } from '../ports/account-store.ts';
import { shift } from './limits.ts';
import type { Param } from './statement.ts';
import { statement } from './statement.ts';
import type { Engine, Transaction } from './transaction.ts';
import { run } from './transaction.ts';

/** How long a link that has ended is remembered, so that it can say how: 30 days. */
const endedLinkMilliseconds = 30 * 24 * 3600 * 1000;

interface Until {
  until: Instant;
}

const sessions = statement((db, param: Param<Until>) =>
  db.deleteFrom('sessions').where('expires_at', '<=', param('until')),
);
const grants = statement((db, param: Param<Until>) =>
  db.deleteFrom('grants').where('expires_at', '<=', param('until')),
);
const attempts = statement((db, param: Param<Until>) =>
  db.deleteFrom('attempts').where('expires_at', '<=', param('until')),
);
const keptAddresses = statement((db, param: Param<Until>) =>
  db.deleteFrom('email_addresses').where('kept_until', '<=', param('until')),
);
const changes = statement((db, param: Param<Until>) =>
  db
    .deleteFrom('email_changes')
    .where((eb) => eb(eb.fn.coalesce('ended_at', 'expires_at'), '<', param('until'))),
);
const reports = statement((db, param: Param<Until>) =>
  db
    .deleteFrom('email_reports')
    .where((eb) => eb(eb.fn.coalesce('ended_at', 'expires_at'), '<', param('until'))),
);

function* purge(at: Instant): Transaction<void> {
  for (const expired of [sessions, grants, attempts, keptAddresses]) {
    yield* run(expired, { until: at });
  }
  const oldest = shift(at, -endedLinkMilliseconds);
  for (const ended of [changes, reports]) yield* run(ended, { until: oldest });
}

/** Forgetting what has run out. */
export function createPurgeStore(engine: Engine): Pick<FlowStore, 'purge'> {
  return { purge: (at) => engine.write(() => purge(at)) };
}
