import type { MailParts } from '../mails/compose-mail.ts';
import type { ClaimedDelivery } from '../ports/account-store.ts';
import { type Mailer, MailRefused } from '../ports/mailer.ts';
import type { Ports } from '../ports/ports.ts';
import { attemptDelivery, type EndSessions, endSessionsKind } from './deliver-attempt.ts';
import { purge, removeDiscardedFiles } from './deliver-housekeeping.ts';
import { createLoop, type Loop } from './deliver-loop.ts';
import { type DispatchProblem, report } from './deliver-problem.ts';
import { reasonOf } from './deliver-reason.ts';
import { retryAt } from './deliver-schedule.ts';
import { resetRequestKind } from './password-reset-mail.ts';

/** What a dispatcher works with. */
export interface DispatcherOptions {
  /** The outbox, the key of the links, the time, the names in mails, the pictures to remove. */
  ports: Pick<Ports, 'store' | 'secrets' | 'clock' | 'settings' | 'avatars'>;
  /** Null where mail is off. */
  mailer: Mailer | null;
  /** Languages beside English. Default: none. */
  words?: MailParts['words'];
  /** Ends a host's own sessions. Default: there are none. */
  endSessions?: EndSessions | null;
  /** Told about everything that fails. Default: nobody. */
  onError?: (problem: DispatchProblem) => void;
  /** How often the outbox is looked at without being woken. Default 5. */
  pollSeconds?: number;
  /**
   * How long a mailer or a host may take, 60 by default. A delivery is claimed for twice that; a dispatcher that dies
   * in between leaves it to the next one, with the same message id and the same link.
   */
  timeoutSeconds?: number;
  /** How often the store forgets what has run out. Default 600. */
  purgeSeconds?: number;
}

/**
 * Does what stands in the outbox: sends mails, and calls the host to end sessions. `start`, `stop` and `wake` (after a
 * write) let it run by itself; it then also removes the files of replaced pictures and lets the store forget.
 */
export interface Dispatcher extends Loop {
  /**
   * Does everything that is due, once. Resolves to how many deliveries were done. Never rejects: what fails is told to
   * `onError` and tried again later; a mail that was refused for good, or failed too often, is put aside, or removed
   * when its account is gone.
   */
  deliverDue(): Promise<number>;
}

/** How many deliveries are claimed, and under way, at a time. */
const batchSize = 10;

/** Makes a dispatcher. Several may share one store: each delivery is claimed by one of them. */
export function createDispatcher({
  ports,
  mailer,
  words = [],
  endSessions = null,
  onError = () => {},
  pollSeconds = 5,
  timeoutSeconds = 60,
  purgeSeconds = 600,
}: DispatcherOptions): Dispatcher {
  const { store, clock, secrets, settings } = ports;
  const parts = {
    ports,
    mail: { settings, secrets, words },
    mailer,
    endSessions,
    timeoutSeconds,
  };
  const tell = (problem: Omit<DispatchProblem, 'reason'>): void => report(onError, problem);
  const instant = (offsetSeconds = 0): string =>
    new Date(clock.now() + offsetSeconds * 1000).toISOString();
  let purgedAt: number | null = null;

  async function fail(delivery: ClaimedDelivery, error: unknown): Promise<void> {
    const again =
      error instanceof MailRefused
        ? null
        : retryAt(clock.now(), delivery.tries, delivery.kind === endSessionsKind);
    tell({ doing: delivery.kind, deliveryId: delivery.id, retryAt: again, error });
    // What belongs to no account any more would otherwise keep an address for ever.
    if (again === null && delivery.accountId === null) await store.endDelivery(delivery.id);
    else await store.failDelivery(delivery.id, { retryAt: again, reason: reasonOf(error) });
  }

  async function deliver(delivery: ClaimedDelivery): Promise<boolean> {
    try {
      let done: boolean;
      try {
        done = await attemptDelivery(delivery, parts, instant());
      } catch (error) {
        await fail(delivery, error);
        return false;
      }
      await store.endDelivery(delivery.id);
      return done;
    } catch (error) {
      // The store could not take note. The claim runs out and the delivery is tried again, as the same mail.
      tell({ doing: 'settle', deliveryId: delivery.id, retryAt: null, error });
      return false;
    }
  }

  async function deliverWhile(goesOn: () => boolean): Promise<number> {
    let count = 0;
    try {
      while (goesOn()) {
        const claimed = await store.claimDeliveries({
          at: instant(),
          leaseUntil: instant(timeoutSeconds * 2),
          most: batchSize,
        });
        const done = await Promise.all(claimed.map(deliver));
        count += done.filter(Boolean).length;
        // A request may have become a mail, which is due at once.
        const more = claimed.some(({ kind }) => kind === resetRequestKind);
        if (claimed.length < batchSize && !more) break;
      }
    } catch (error) {
      tell({ doing: 'claim', deliveryId: null, retryAt: null, error });
    }
    return count;
  }

  const loop = createLoop(async (goesOn) => {
    await deliverWhile(goesOn);
    await removeDiscardedFiles(ports, tell);
    if (purgedAt === null || clock.now() - purgedAt >= purgeSeconds * 1000) {
      purgedAt = clock.now();
      await purge(ports, tell);
    }
  }, pollSeconds);

  return { ...loop, deliverDue: () => deliverWhile(() => true) };
}
