import type { Instant } from '../ports/account-store.ts';
import { reasonOf } from './deliver-reason.ts';

/** Something that failed outside of a request. The server goes on with everything else. */
export interface DispatchProblem {
  /**
   * The kind of the delivery that failed; or `claim`, `settle` (the outbox itself), `remove_files`, `purge`,
   * `touch_session` (when a session was last used).
   */
  doing: string;
  /** The delivery, or null. */
  deliveryId: string | null;
  /** One line without links and secrets, fit for a log. */
  reason: string;
  /** When it is tried again. Null: a delivery is put aside for good; anything else is tried with the next turn. */
  retryAt: Instant | null;
  /** As it was thrown. A mailer's error may quote the mail, with its link: log `reason` instead. */
  error: unknown;
}

/** Tells the host, whatever the host's function does. */
export function report(
  onError: (problem: DispatchProblem) => void,
  problem: Omit<DispatchProblem, 'reason'>,
): void {
  try {
    onError({ ...problem, reason: reasonOf(problem.error) });
  } catch {
    // A log that cannot be written must not keep mails from leaving.
  }
}
