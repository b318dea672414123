export { pl } from '../words/interface/pl.ts';
export type { WordsIn } from '../words/interface/locale.ts';
