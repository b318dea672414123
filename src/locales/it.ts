export { it } from '../words/interface/it.ts';
export type { WordsIn } from '../words/interface/locale.ts';
