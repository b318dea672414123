import type { EmailChangeLink, Instant } from '../ports/account-store.ts';

/** What has become of a mailed link at an instant. */
export function linkState(
  row: { expires_at: Instant; ending: EmailChangeLink['state'] | null },
  at: Instant,
): EmailChangeLink['state'] {
  return row.ending ?? (row.expires_at > at ? 'live' : 'expired');
}
