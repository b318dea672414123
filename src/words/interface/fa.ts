import { core } from './fa/core.ts';
import { further } from './fa/further.ts';
import type { WordsIn } from './locale.ts';

/** Persian. */
export const fa: WordsIn<'fa'> = { ...core, ...further };
