/** Seconds of some spans of time. */
export const span = {
  hour: 3600,
  day: 86_400,
  week: 604_800,
  /** A session, from its sign-in. */
  session: 2_592_000,
  /** A session that nobody uses is not listed any more. */
  idle: 1_209_600,
  /** A grant, a passkey's challenge, and how long a sign-in is recent. */
  proof: 300,
  /** A mailed code, and the set-up of an authenticator app. */
  code: 600,
} as const;

/** So many in so many seconds. */
export type ModelLimit = readonly [count: number, seconds: number];

/** The limits of the stories: lower than usual, so that a short story gets there. */
export const modelLimits = {
  proofs: [[4, 120]],
  addresses: [[12, 300]],
  signUps: [[3, span.hour]],
  mails: [
    [1, 60],
    [10, span.hour],
  ],
} as const satisfies Record<string, readonly ModelLimit[]>;

/** Wrong proofs in a row that lock. */
export const proofsInARow = 4;

/** What was tried, by what it is counted by. Time in seconds. */
export class ModelTries {
  readonly #times = new Map<string, number[]>();
  readonly #inARow = new Map<string, { count: number; accountId: string | null }>();

  /** Whether every limit leaves room for one more. */
  hasRoom(key: string, limits: readonly ModelLimit[], now: number): boolean {
    const times = this.#times.get(key) ?? [];
    return limits.every(
      ([count, seconds]) => times.filter((time) => now < time + seconds).length < count,
    );
  }

  count(key: string, now: number): void {
    this.#times.set(key, [...(this.#times.get(key) ?? []), now]);
  }

  isLocked(key: string): boolean {
    return (this.#inARow.get(key)?.count ?? 0) >= proofsInARow;
  }

  /** One more without a right one between them; answers whether it is the last. */
  countInARow(key: string, accountId: string | null): boolean {
    const before = this.#inARow.get(key);
    const count = (before?.count ?? 0) + 1;
    this.#inARow.set(key, { count, accountId: accountId ?? before?.accountId ?? null });
    return count >= proofsInARow;
  }

  /** A right one came. */
  clear(key: string): void {
    this.#inARow.delete(key);
  }

  /** Opens every lock of an account. */
  forget(accountId: string): void {
    for (const [key, row] of this.#inARow) {
      if (row.accountId === accountId) this.#inARow.delete(key);
    }
  }
}
