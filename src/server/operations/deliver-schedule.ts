const minute = 60;
const hour = 60 * minute;

/**
 * How long a delivery waits after each failure, in seconds: 10 s, 1 min, 5 min, 30 min, 2 h, then eight times 6 h. The
 * fourteenth failure, some 50 hours after the first, is the last. Time in which no dispatcher runs does not count.
 */
export const retryDelaysSeconds: readonly number[] = [
  10,
  minute,
  5 * minute,
  30 * minute,
  2 * hour,
  ...Array.from({ length: 8 }, () => 6 * hour),
];

/** The last of the delays, for what is tried until it works. */
const longestDelaySeconds = 6 * hour;

/**
 * When to try again, or null for not at all.
 *
 * @param tries how often it was tried before the try that failed
 * @param forGood whether it is tried until it works
 */
export function retryAt(nowMilliseconds: number, tries: number, forGood: boolean): string | null {
  const delay = retryDelaysSeconds[tries] ?? (forGood ? longestDelaySeconds : null);
  return delay === null ? null : new Date(nowMilliseconds + delay * 1000).toISOString();
}
