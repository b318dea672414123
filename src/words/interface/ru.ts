import { core } from './ru/core.ts';
import { further } from './ru/further.ts';
import type { WordsIn } from './locale.ts';

/** Russian. */
export const ru: WordsIn<'ru'> = { ...core, ...further };
