import type { Words } from './en.ts';
import type { Plural } from './message.ts';

/** Some sentences of some words, in their places. */
export type WordsOverride<Said> = {
  [Key in keyof Said]?: Said[Key] extends string
    ? string
    : keyof Said[Key] extends keyof Plural
      ? Said[Key]
      : WordsOverride<Said[Key]>;
};

/**
 * A copy of the words with other sentences in some places: `overrideWords(de, { profile: { save: 'Sichern' } })`.
 * Of `en`, sentences of components that bring their own are not known: use `english` for these.
 */
export function overrideWords<Said extends Words>(words: Said, changes: WordsOverride<Said>): Said {
  return merged(words, changes) as Said;
}

function merged(base: object, changes: object): object {
  const copy: Record<string, unknown> = { ...base };
  for (const [key, change] of Object.entries(changes) as [string, unknown][]) {
    const below = copy[key];
    copy[key] =
      typeof change === 'object' && change && typeof below === 'object' && below
        ? merged(below, change)
        : change;
  }
  return copy;
}
