import { core } from './ja/core.ts';
import { further } from './ja/further.ts';
import type { WordsIn } from './locale.ts';

/** Japanese. */
export const ja: WordsIn<'ja'> = { ...core, ...further };
