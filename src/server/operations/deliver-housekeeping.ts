import type { Ports } from '../ports/ports.ts';
import type { DispatchProblem } from './deliver-problem.ts';

type Report = (problem: Omit<DispatchProblem, 'reason'>) => void;

/** A file that could not be removed is left alone for so long, so that it does not stand in the way of others. */
const fileRetrySeconds = 3600;

/** Removes the pictures that nobody uses any more. Never rejects. */
export async function removeDiscardedFiles(
  { store, avatars, clock }: Pick<Ports, 'store' | 'avatars' | 'clock'>,
  report: Report,
): Promise<void> {
  const now = clock.now();
  try {
    const keys = await store.findDiscardedFiles(new Date(now).toISOString());
    if (keys.length === 0) return;
    const results = await Promise.allSettled(keys.map((key) => avatars.remove(key)));
    const left = keys.filter((_, index) => results[index]?.status === 'rejected');
    await store.forgetFiles(keys.filter((key) => !left.includes(key)));
    if (left.length === 0) return;
    const retryAt = new Date(now + fileRetrySeconds * 1000).toISOString();
    await store.discardFiles(left, retryAt);
    const error: unknown = results.find((result) => result.status === 'rejected')?.reason;
    report({ doing: 'remove_files', deliveryId: null, retryAt, error });
  } catch (error) {
    report({ doing: 'remove_files', deliveryId: null, retryAt: null, error });
  }
}

/** Lets the store forget what has run out. Never rejects. */
export async function purge(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  report: Report,
): Promise<void> {
  try {
    await store.purge(new Date(clock.now()).toISOString());
  } catch (error) {
    report({ doing: 'purge', deliveryId: null, retryAt: null, error });
  }
}
