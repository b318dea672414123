/** Most characters of a stored reason. */
const reasonLimit = 300;

/**
 * What went wrong, for a row or a log: one line of at most 300 characters. Mail servers like to quote what they refuse,
 * and databases how they were reached, so links, addresses and everything as long as a secret (or as half of one, across
 * a line break) are left out.
 */
export function reasonOf(error: unknown): string {
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return said
    .slice(0, reasonLimit * 10)
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .replace(/\bhttps?:\S+/giu, '(link)')
    .replace(/\b[a-z]{2,20}:\/\/\S+/giu, '(link)')
    .replace(/[^\s@<>]{1,64}@[^\s@<>]{1,255}/gu, '(address)')
    .replace(/[\w=-]{16,}/g, '(…)')
    .slice(0, reasonLimit);
}
