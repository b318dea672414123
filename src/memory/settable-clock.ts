import type { Instant } from '../server/ports/account-store.ts';
import type { Clock } from '../server/ports/clock.ts';

/** A clock that a test or a story moves. */
export interface SettableClock extends Clock {
  /** Moves it on; a negative number moves it back. */
  advance(seconds: number): void;
  /** Puts it to an instant. Throws when the text is none. */
  set(at: Instant): void;
}

function parse(at: Instant): number {
  const milliseconds = Date.parse(at);
  if (Number.isNaN(milliseconds)) throw new Error(`selvedge: "${at}" is no instant.`);
  return milliseconds;
}

/**
 * Makes a clock that stands still until it is moved.
 *
 * @param at ISO 8601, for example `2026-11-20T12:00:00.000Z`
 */
export function createClock(at: Instant): SettableClock {
  let now = parse(at);
  return {
    now: () => now,
    advance(seconds) {
      now += seconds * 1000;
    },
    set(later) {
      now = parse(later);
    },
  };
}
