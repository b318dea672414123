import { core } from './he/core.ts';
import { further } from './he/further.ts';
import type { WordsIn } from './locale.ts';

/** Hebrew. */
export const he: WordsIn<'he'> = { ...core, ...further };
