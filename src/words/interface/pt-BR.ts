import { core } from './pt-BR/core.ts';
import { further } from './pt-BR/further.ts';
import type { WordsIn } from './locale.ts';

/** Brazilian Portuguese. */
export const ptBR: WordsIn<'pt-BR'> = { ...core, ...further };
