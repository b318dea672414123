import type { AccountStore, AuditEntry, Effects, Instant } from '../ports/account-store.ts';

/** An entry of the security log that was just written. */
export interface AuditEvent extends AuditEntry {
  /** When it was written. */
  at: Instant;
  /** Whose log it stands in; null when it ended a session that had run out. */
  accountId: string | null;
}

/**
 * Is told of each entry of the security log, after its transaction. The row in the store is the record: a process that
 * dies in between tells nobody. What it throws goes to `onError`; nothing waits for it.
 */
export type AuditSink = (event: AuditEvent) => void | Promise<void>;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

const isEffects = (value: unknown): value is Effects => isObject(value) && isObject(value['audit']);

function idIn(value: unknown, key: string): string | null {
  const id = isObject(value) ? value[key] : undefined;
  return typeof id === 'string' ? id : null;
}

/** Whose account a write was about: the answer says it, or else the change. */
function accountOf(change: unknown, outcome: Record<string, unknown>): string | null {
  return idIn(outcome['account'], 'id') ?? idIn(change, 'accountId');
}

/** The same store; `tell` hears of every entry that it wrote. Rejects no call because of it. */
export function tellAudit(store: AccountStore, tell: (event: AuditEvent) => void): AccountStore {
  async function tellWritten(name: string, { audit, at }: Effects, accountId: string | null) {
    // A write that found nothing to do is done, too, and leaves no entry. Those of a deleted account are gone with it.
    const written =
      name === 'deleteAccount' ||
      (accountId !== null && (await store.findAuditEntry(accountId, audit.id)) !== null);
    if (written) tell({ ...audit, at, accountId });
  }

  /** Every write of the port but one takes `(change, …, effects)`, and answers `done` when it has happened. */
  function watched(name: string, write: (...args: unknown[]) => unknown) {
    return async (...args: unknown[]): Promise<unknown> => {
      const outcome = await write.apply(store, args);
      const effects = args.find(isEffects);
      if (effects !== undefined && isObject(outcome) && outcome['kind'] === 'done') {
        tellWritten(name, effects, accountOf(args[0], outcome)).catch(() => {});
      }
      return outcome;
    };
  }

  const endSession: AccountStore['endSession'] = async (digest, audit, at) => {
    // Asked before: afterwards nobody knows whose it was.
    const found = await store.findSession(digest, at);
    const ended = await store.endSession(digest, audit, at);
    if (ended) tell({ ...audit, at, accountId: found?.account.id ?? null });
    return ended;
  };

  return new Proxy(store, {
    get(target, key) {
      if (key === 'endSession') return endSession;
      const value: unknown = Reflect.get(target, key);
      // That it takes what it is called with, the port's type holds.
      return typeof value === 'function'
        ? watched(String(key), value as (...args: unknown[]) => unknown)
        : value;
    },
  });
}
