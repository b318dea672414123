import { core } from './ar/core.ts';
import { further } from './ar/further.ts';
import type { WordsIn } from './locale.ts';

/** Arabic. */
export const ar: WordsIn<'ar'> = { ...core, ...further };
