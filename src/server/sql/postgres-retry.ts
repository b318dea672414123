import { setTimeout as sleep } from 'node:timers/promises';
import { QueryFailure } from './postgres-errors.ts';

/** How often at most a transaction is run that others come in the way of. */
const mostTries = 40;
/** How often one that breaks a constraint: where it is no race, it does so every time. */
const mostViolations = 3;
const longestPauseMilliseconds = 60;

/** Longer each time, and never the same for two, or they would meet again. */
function pauseAfter(tries: number): Promise<void> {
  return sleep(Math.random() * Math.min(longestPauseMilliseconds, 2 ** tries));
}

/** How long to go on, and who is told. */
export interface Persistence {
  /** For how many milliseconds to begin again because something is locked. */
  lockPatience: number;
  /** Called for each conflict and each lock, before the next try. */
  onTrouble?: (why: 'conflict' | 'lock') => void;
}

/** Runs it until it goes well, or goes wrong for a reason that another try does not take away. */
export async function persist<Result>(
  { lockPatience, onTrouble }: Persistence,
  attempt: () => Promise<Result>,
): Promise<Result> {
  const lockedUntil = performance.now() + lockPatience;
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      const why = error instanceof QueryFailure ? error.again : null;
      if (why === null) throw error;
      if (why === 'lock' && performance.now() >= lockedUntil) throw error;
      if (tries >= (why === 'violation' ? mostViolations : mostTries)) throw error;
      if (why !== 'violation') onTrouble?.(why);
    }
    await pauseAfter(tries);
  }
}
