import { core } from './zh-Hant/core.ts';
import { further } from './zh-Hant/further.ts';
import type { WordsIn } from './locale.ts';

/** Chinese in traditional characters. */
export const zhHant: WordsIn<'zh-Hant'> = { ...core, ...further };
