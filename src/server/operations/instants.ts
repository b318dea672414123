import type { Instant } from '../ports/account-store.ts';
import type { Ports } from '../ports/ports.ts';

/** The clock's time as text, some seconds later. */
export function instant(ports: Pick<Ports, 'clock'>, laterSeconds = 0): Instant {
  return new Date(ports.clock.now() + laterSeconds * 1000).toISOString();
}
