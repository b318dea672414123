import { core } from './es/core.ts';
import { further } from './es/further.ts';
import type { WordsIn } from './locale.ts';

/** Spanish. */
export const es: WordsIn<'es'> = { ...core, ...further };
