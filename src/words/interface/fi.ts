import { core } from './fi/core.ts';
import { further } from './fi/further.ts';
import type { WordsIn } from './locale.ts';

/** Finnish. */
export const fi: WordsIn<'fi'> = { ...core, ...further };
