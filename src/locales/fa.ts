export { fa } from '../words/interface/fa.ts';
export type { WordsIn } from '../words/interface/locale.ts';
