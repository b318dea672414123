import * as z from 'zod/mini';
import { Account } from './account.ts';
import { RowId } from './one-time-code.ts';
import { type Output, schema } from './schema.ts';
import { Origin } from './sessions.ts';

/** Entries of the activity log that are answered at a time. */
export const activityPage = 20;

/** What happened to the account once. */
export const ActivityEntry = /* @__PURE__ */ schema(() =>
  z.object({
    id: z.string(),
    /** `password_changed` and the like; a page shows a general sentence for one that it does not know. */
    event: z.string(),
    /** ISO 8601, UTC. */
    at: z.string(),
    from: Origin(),
    /** Whether the session that asks did it. */
    current: z.boolean(),
  }),
);
/** What happened to the account once. */
export type ActivityEntry = Output<typeof ActivityEntry>;

/** Where to go on. */
export const ListActivity = /* @__PURE__ */ schema(() =>
  z.optional(
    z.strictObject({
      /** `next` of the page before; absent: the newest entries. */
      before: z.optional(z.string().check(z.minLength(1), z.maxLength(128))),
    }),
  ),
);
/** Where to go on. */
export type ListActivity = Output<typeof ListActivity>;

/** A page of the activity, newest first. */
export const ActivityAnswer = /* @__PURE__ */ schema(() =>
  z.object({
    account: Account(),
    entries: z.array(ActivityEntry()),
    /** What `before` has to be for older entries; null when there are none. */
    next: z.nullable(z.string()),
  }),
);
/** A page of the activity, newest first. */
export type ActivityAnswer = Output<typeof ActivityAnswer>;

/** "This wasn't me", about one entry. */
export const ReportActivity = /* @__PURE__ */ schema(() => z.strictObject({ id: RowId() }));
/** "This wasn't me", about one entry. */
export type ReportActivity = Output<typeof ReportActivity>;
