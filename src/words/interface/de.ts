import { core } from './de/core.ts';
import { further } from './de/further.ts';
import type { WordsIn } from './locale.ts';

/** German. */
export const de: WordsIn<'de'> = { ...core, ...further };
