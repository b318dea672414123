import { AccountError } from '../../contract/account-error.ts';

/** Serialization failure, deadlock: the transaction was right and came in another's way. */
const conflicts: ReadonlySet<unknown> = new Set(['40001', '40P01']);

/**
 * Unique and foreign-key violation. PostgreSQL may report a race in this way, where the other transaction committed
 * between our look and our write; run again, ours sees what the other one wrote.
 */
const violations: ReadonlySet<unknown> = new Set(['23505', '23503']);

/**
 * What a server says that cannot do it now: connection trouble (08), no room (53), timeouts and cancelled statements,
 * shutting down or starting up (57), failing disks (58), a lock that is not freed, a standby that takes no writes.
 */
const isUnavailable = /^(08|53|57|58)|^(55P03|25P03|25006)$/;

/** A row was locked for longer than our transactions take: two wait for each other, or it is somebody else's. */
const lockTimeout = '55P03';

/** What the driver says about a query that failed, in contrast to an error in what is around the query. */
export class QueryFailure extends Error {
  /** SQLSTATE; undefined when it was not the server that answered: the connection is lost then. */
  readonly state: string | undefined;
  /** Whether the connection can still be used. */
  readonly isConnectionGood: boolean;
  /** Whether COMMIT was sent before it failed, so that nobody knows what came of it. */
  isAfterCommit = false;
  readonly #isTimeout: boolean;

  constructor(cause: unknown) {
    super('query failed', { cause });
    const isServers = cause instanceof Error && 'severity' in cause && 'code' in cause;
    this.state = isServers ? String(cause.code) : undefined;
    this.isConnectionGood = isServers && cause.severity === 'ERROR';
    this.#isTimeout = cause instanceof Error && cause.message === 'Query read timeout';
  }

  /** Whether the connection was lost before anything could have come of it: on another one the same is safe. */
  get isInVain(): boolean {
    return !this.isConnectionGood && !this.isAfterCommit && !this.#isTimeout;
  }

  /** Whether the same transaction may succeed when it is run again, and why it failed. */
  get again(): 'conflict' | 'violation' | 'lock' | null {
    if (conflicts.has(this.state)) return 'conflict';
    if (this.state === lockTimeout) return 'lock';
    return violations.has(this.state) ? 'violation' : null;
  }
}

/** What the caller of a store is told: everything that is not about the query itself is `unavailable`. */
export function explainFailure(error: unknown): unknown {
  if (!(error instanceof QueryFailure)) return error;
  const { state, again, cause } = error;
  const isAboutQuery = state !== undefined && again !== 'conflict' && !isUnavailable.test(state);
  return isAboutQuery ? cause : new AccountError('unavailable', { cause });
}
