import { core } from './it/core.ts';
import { further } from './it/further.ts';
import type { WordsIn } from './locale.ts';

/** Italian. */
export const it: WordsIn<'it'> = { ...core, ...further };
