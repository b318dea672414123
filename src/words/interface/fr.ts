import { core } from './fr/core.ts';
import { further } from './fr/further.ts';
import type { WordsIn } from './locale.ts';

/** French. */
export const fr: WordsIn<'fr'> = { ...core, ...further };
