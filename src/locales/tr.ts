export { tr } from '../words/interface/tr.ts';
export type { WordsIn } from '../words/interface/locale.ts';
