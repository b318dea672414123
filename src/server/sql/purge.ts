import { sql } from 'kysely';
import type { FlowStore, Instant } from '../ports/account-store.ts';
import { shift } from './limits.ts';
import type { Param } from './statement.ts';
import { statement } from './statement.ts';
import type { Engine } from './transaction.ts';

const oneDay = 24 * 3600 * 1000;
/** How long a link that has ended is remembered, so that it can say how; and the tries of nobody known. */
const thirtyDays = 30 * oneDay;
/** How long a browser is known without a sign-in. */
const oneYear = 365 * oneDay;

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

const links = statement((db, param: Param<Until>) =>
  db
    .deleteFrom('links')
    .where((eb) => eb(eb.fn.coalesce('ended_at', 'expires_at'), '<', param('until'))),
);
const challenges = statement((db, param: Param<Until>) =>
  db.deleteFrom('challenges').where('expires_at', '<=', param('until')),
);
const totpSetUps = statement((db, param: Param<Until>) =>
  db
    .deleteFrom('totp')
    // Written out, so that the index of those that wait is used.
    .where('state', '=', sql.lit('waiting' as const))
    .where('expires_at', '<=', param('until')),
);
const devices = statement((db, param: Param<Until>) =>
  db.deleteFrom('devices').where('last_used_at', '<', param('until')),
);
/** Those of an account stay: they end with a right proof, a new password, or the account. */
const strangersTries = statement((db, param: Param<Until>) =>
  db.deleteFrom('tries_in_a_row').where('account_id', 'is', null).where('at', '<', param('until')),
);

/** Each statement by itself: one that is cut short leaves nothing half done, and it comes in no request's way. */
async function purge(engine: Engine, at: Instant): Promise<void> {
  for (const expired of [sessions, grants, challenges, totpSetUps, attempts, keptAddresses]) {
    await engine.execute(expired, { until: at });
  }
  const oldest = shift(at, -thirtyDays);
  for (const ended of [changes, reports, links, strangersTries]) {
    await engine.execute(ended, { until: oldest });
  }
  await engine.execute(devices, { until: shift(at, -oneYear) });
}

/** Forgetting what has run out. */
export function createPurgeStore(engine: Engine): Pick<FlowStore, 'purge'> {
  return { purge: (at) => purge(engine, at) };
}
