import { core } from './pl/core.ts';
import { further } from './pl/further.ts';
import type { WordsIn } from './locale.ts';

/** Polish. */
export const pl: WordsIn<'pl'> = { ...core, ...further };
