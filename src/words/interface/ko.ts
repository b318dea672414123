import { core } from './ko/core.ts';
import { further } from './ko/further.ts';
import type { WordsIn } from './locale.ts';

/** Korean. */
export const ko: WordsIn<'ko'> = { ...core, ...further };
