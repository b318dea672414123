/**
 * An instant in words, in UTC and saying so: `20 November 2026 at 12:00 UTC`.
 *
 * @param instant ISO 8601
 * @param languages BCP 47 tags, the best first; malformed ones are skipped
 */
export function dateInWords(instant: string, languages: readonly string[]): string {
  return new Intl.DateTimeFormat([...languages.filter(isTag), 'en'], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
    timeZoneName: 'short',
  }).format(new Date(instant));
}

function isTag(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length === 1;
  } catch {
    return false;
  }
}
