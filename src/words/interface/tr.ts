import type { WordsIn } from './locale.ts';
import { core } from './tr/core.ts';
import { further } from './tr/further.ts';

/** Turkish. */
export const tr: WordsIn<'tr'> = { ...core, ...further };
