import type { AccountError } from 'selvedge/memory';
import { isAccountError } from 'selvedge/memory';

/** A dump without the counters of limits, which a refused try may move. */
export function withoutCounters(dump: string): string {
  return dump
    .replace(/"attempts":\[.*\],"deliveries"/s, '')
    .replace(/"triesInARow":\[.*\],"devices"/s, '')
    .replace(/^(attempts|tries_in_a_row) .*\n?/gm, '');
}

/** `done`, or what it was refused with: the code, and the first field with its code. */
export async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (!isAccountError(error)) throw error;
    const [field] = error.errors;
    return field === undefined ? error.code : `${error.code} ${field.pointer} ${field.code}`.trim();
  }
}

/** What a refusal carries. */
export async function refusal(work: Promise<unknown>): Promise<AccountError> {
  try {
    await work;
  } catch (error) {
    if (isAccountError(error)) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

/** Runs all at once; answers how often each outcome came. */
export async function tally(works: readonly Promise<unknown>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const one of await Promise.all(works.map(outcome))) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
}

/**
 * The same for a burst, in which a server that has too much to do at once may turn some away (`unavailable`): those
 * count as `refused` in place of whatever else they would have been refused with.
 */
export async function tallyBurst(
  works: readonly Promise<unknown>[],
  refused: 'rate_limited' | 'password_locked',
): Promise<Record<string, number>> {
  const { unavailable = 0, ...counts } = await tally(works);
  return { ...counts, [refused]: (counts[refused] ?? 0) + unavailable };
}

/** 16 of the same, at once. */
export function sixteen<Value>(make: (index: number) => Value): Value[] {
  return Array.from({ length: 16 }, (_, index) => make(index));
}
