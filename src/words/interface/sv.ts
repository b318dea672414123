import type { WordsIn } from './locale.ts';
import { core } from './sv/core.ts';
import { further } from './sv/further.ts';

/** Swedish. */
export const sv: WordsIn<'sv'> = { ...core, ...further };
