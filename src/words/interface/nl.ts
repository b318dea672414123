import type { WordsIn } from './locale.ts';
import { core } from './nl/core.ts';
import { further } from './nl/further.ts';

/** Dutch. */
export const nl: WordsIn<'nl'> = { ...core, ...further };
