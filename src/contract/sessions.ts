import * as z from 'zod/mini';
import { Account } from './account.ts';
import { RowId } from './one-time-code.ts';
import { type Output, schema } from './schema.ts';

/** From where something was done, as far as it is known. */
export const Origin = /* @__PURE__ */ schema(() =>
  z.object({
    /** `Firefox`; null when the browser said nothing that is understood. */
    browser: z.nullable(z.string()),
    /** `macOS`. */
    system: z.nullable(z.string()),
    /** What the host's `locate` makes of the address, `Vienna, Austria`; null without one. */
    place: z.nullable(z.string()),
  }),
);
/** From where something was done. */
export type Origin = Output<typeof Origin>;

/** A place where somebody is signed in. */
export const Session = /* @__PURE__ */ schema(() =>
  z.object({
    /** Names the session; it opens nothing. */
    id: z.string(),
    /** Whether it is the one that asks. */
    current: z.boolean(),
    from: Origin(),
    /** When the person signed in. ISO 8601, UTC. */
    signedInAt: z.string(),
    /** When it was last used, to five minutes. */
    lastActiveAt: z.string(),
  }),
);
/** A place where somebody is signed in. */
export type Session = Output<typeof Session>;

/** The answer of everything about sessions: the current one first, then by last use. */
export const SessionsAnswer = /* @__PURE__ */ schema(() =>
  z.object({ account: Account(), sessions: z.array(Session()) }),
);
/** The answer of everything about sessions. */
export type SessionsAnswer = Output<typeof SessionsAnswer>;

/** Ends a session. */
export const EndSession = /* @__PURE__ */ schema(() => z.strictObject({ id: RowId() }));
/** Ends a session. */
export type EndSession = Output<typeof EndSession>;
