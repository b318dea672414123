const marks: Readonly<Record<string, string>> = {
  a: 'á',
  c: 'ç',
  d: 'ð',
  e: 'é',
  g: 'ĝ',
  h: 'ĥ',
  i: 'î',
  j: 'ĵ',
  k: 'ķ',
  l: 'ļ',
  n: 'ñ',
  o: 'ö',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'û',
  w: 'ŵ',
  y: 'ý',
  z: 'ž',
};

/**
 * Still readable, half as long again, with marks above, and in brackets: what is cut off, what is too narrow and what
 * never went through the words is seen at once. Values in braces stay.
 */
export function lengthened(sentence: string): string {
  const text = sentence
    .split(/(\{\w+\})/)
    .map((part) =>
      part.startsWith('{') ? part : part.replaceAll(/[a-z]/g, (letter) => marks[letter] ?? letter),
    )
    .join('');
  return `[${text}${'·'.repeat(Math.ceil(sentence.length / 2))}]`;
}

/** The same words written from right to left: every word stands between an override and its end, values do not. */
export function mirrored(sentence: string): string {
  return sentence
    .split(/(\{\w+\})/)
    .map((part) => (part.startsWith('{') ? part : part.replaceAll(/[^\s]+/g, '\u202E$&\u202C')))
    .join('');
}

/** Every sentence of some words, changed; the forms of a plural each, functions with what they answer. */
export function everySentence<Said extends object>(
  words: Said,
  change: (sentence: string) => string,
): Said {
  const copy = Object.entries(words as Record<string, unknown>).map(([key, said]) => [
    key,
    typeof said === 'string'
      ? change(said)
      : typeof said === 'function'
        ? (...values: unknown[]) =>
            change(String((said as (...all: unknown[]) => unknown)(...values)))
        : everySentence(said as object, change),
  ]);
  return Object.fromEntries(copy) as Said;
}
