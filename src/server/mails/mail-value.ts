/** First-strong isolate: what follows is a value whose direction of writing is its own. */
const isolateStart = '\u2068';
/** End of an isolate. */
const isolateEnd = '\u2069';

/** Line breaks, control characters and blanks of every kind. */
const breaks = /[\p{Cc}\p{Z}]+/gu;
/** Invisible characters and halves of characters, but the joiners that names and emoji need. */
const invisible = /(?![\u200C\u200D])[\p{Cf}\p{Cs}]/gu;
const rightToLeft =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
/** What mail programs make links of. Some also take the full stops of other scripts. */
const linkLike = /[/\\@:]|www\.|[.\u3002\uFF0E\uFF61]\p{L}{2,}/iu;

/** One line without anything invisible, cut to `maximum` code points. */
export function oneLine(text: string, maximum: number): string {
  const clean = text
    .slice(0, maximum * 4)
    .replace(invisible, '')
    .replace(breaks, ' ')
    .trim();
  const points = [...clean];
  return points.length > maximum ? `${points.slice(0, maximum - 1).join('')}…` : clean;
}

/** A value for a sentence: one line whose direction cannot touch the words around it. */
export function value(text: string, maximum = 100): string {
  return `${isolateStart}${oneLine(text, maximum)}${isolateEnd}`;
}

/**
 * A name to greet with, or of a place, or null: nobody is greeted by an empty name, or by one that a mail program would
 * turn into a link, as the mail goes to an address that its sender has chosen.
 */
export function nameValue(name: string | undefined): string | null {
  if (name === undefined || linkLike.test(name)) return null;
  const clean = oneLine(name, 60);
  return clean === '' ? null : value(clean);
}

/** The sentence for a header or a plain text: isolates stay only where a direction meets another. */
export function asText(sentence: string, direction: 'ltr' | 'rtl'): string {
  return sentence.replace(/\u2068([^\u2068\u2069]*)\u2069/gu, (whole, inner: string) =>
    direction === 'rtl' || rightToLeft.test(inner) ? whole : inner,
  );
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Any text for HTML, between tags or between quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** The sentence for HTML. Dots and `@` in values get a word joiner, so that no mail program makes a link of them. */
export function asHtml(sentence: string): string {
  return escapeHtml(sentence).replace(
    /\u2068([^\u2068\u2069]*)\u2069/gu,
    (_, inner: string) => `<bdi>${inner.replace(/[.@](?=\S)/g, '$&\u2060')}</bdi>`,
  );
}
