export { he } from '../words/interface/he.ts';
export type { WordsIn } from '../words/interface/locale.ts';
