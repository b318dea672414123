import { core } from './uk/core.ts';
import { further } from './uk/further.ts';
import type { WordsIn } from './locale.ts';

/** Ukrainian. */
export const uk: WordsIn<'uk'> = { ...core, ...further };
