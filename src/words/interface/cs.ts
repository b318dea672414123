import { core } from './cs/core.ts';
import { further } from './cs/further.ts';
import type { WordsIn } from './locale.ts';

/** Czech. */
export const cs: WordsIn<'cs'> = { ...core, ...further };
