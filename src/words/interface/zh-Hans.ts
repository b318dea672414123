import { core } from './zh-Hans/core.ts';
import { further } from './zh-Hans/further.ts';
import type { WordsIn } from './locale.ts';

/** Chinese in simplified characters. */
export const zhHans: WordsIn<'zh-Hans'> = { ...core, ...further };
