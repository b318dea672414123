export { cs } from '../words/interface/cs.ts';
export type { WordsIn } from '../words/interface/locale.ts';
