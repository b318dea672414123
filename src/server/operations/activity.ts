import type { AccountAnswer } from '../../contract/account.ts';
import { AccountError, fieldError } from '../../contract/account-error.ts';
import type {
  ActivityAnswer,
  ActivityEntry,
  ListActivity,
  ReportActivity,
} from '../../contract/activity.ts';
import { activityPage } from '../../contract/activity.ts';
import type { Ports } from '../ports/ports.ts';
import type { AuditPosition, AuditRecord } from '../ports/session-store.ts';
import { accountView } from './account-view.ts';
import type { Call } from './call.ts';
import { callerAccount, effects, sessionEndings, settle } from './effects.ts';

/** Where the next page begins, as the answer says it: `<instant>.<id>`. It holds nothing that the page does not show. */
const positionShape = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\.([\w-]{1,64})$/;

function writePosition({ at, id }: AuditPosition): string {
  return `${at}.${id}`;
}

function readPosition(text: string): AuditPosition {
  const [, at, id] = positionShape.exec(text) ?? [];
  if (at === undefined || id === undefined) throw fieldError('/before', 'malformed');
  return { at, id };
}

/** Without the details: those are for whoever reads the log of the server. */
function entryView({ id, event, at, from, sessionId }: AuditRecord, asking: string): ActivityEntry {
  const { browser, system, place } = from;
  return { id, event, at, from: { browser, system, place }, current: sessionId === asking };
}

/** What happened to the account, newest first, a page at a time. */
export async function listActivity(
  ports: Ports,
  call: Call<ListActivity>,
): Promise<ActivityAnswer> {
  const account = await callerAccount(ports, call);
  const before = call.input?.before === undefined ? null : readPosition(call.input.before);
  // One more than is shown tells whether there are older ones.
  const found = await ports.store.findAudit(account.id, before, activityPage + 1);
  const shown = found.slice(0, activityPage);
  const last = found.length > activityPage ? shown.at(-1) : undefined;
  return {
    account: accountView(account, ports),
    entries: shown.map((entry) => entryView(entry, call.actor.sessionId)),
    next: last === undefined ? null : writePosition(last),
  };
}

/** "This wasn't me", about one entry: ends every session but the one that asks, and everything that waits. */
export async function reportActivity(
  ports: Ports,
  call: Call<ReportActivity>,
): Promise<AccountAnswer> {
  const account = await callerAccount(ports, call);
  const entry = await ports.store.findAuditEntry(account.id, call.input.id);
  if (entry === null) throw new AccountError('not_found');
  const keep = call.actor.sessionId;
  const outcome = settle(
    ports,
    await ports.store.endOtherSessions(
      { accountId: account.id, keep },
      effects(ports, {
        event: 'activity_reported',
        from: call.from,
        sessionId: keep,
        details: { entry: entry.id, event: entry.event },
        deliveries: sessionEndings(ports, account, keep),
      }),
    ),
    account,
  );
  return { account: accountView(outcome.account, ports) };
}
