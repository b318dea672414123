/** A version that no account has. */
const noVersion = -1;

/**
 * The version that `If-Match` expects; null accepts any (no header, or `*`). Of several tags the current one counts.
 * Weak tags and whatever is none of ours match nothing, as RFC 9110 has it: the answer is then 412 with the account.
 */
export function expectedVersion(header: string | undefined, current: number): number | null {
  if (header === undefined || header.trim() === '*') return null;
  const versions = header.split(',').map((tag) => {
    const digits = /^"(\d{1,15})"$/.exec(tag.trim())?.[1];
    return digits === undefined ? noVersion : Number(digits);
  });
  return versions.includes(current) ? current : (versions[0] ?? noVersion);
}
