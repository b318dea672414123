import { core } from './da/core.ts';
import { further } from './da/further.ts';
import type { WordsIn } from './locale.ts';

/** Danish. */
export const da: WordsIn<'da'> = { ...core, ...further };
