export { da } from '../words/interface/da.ts';
export type { WordsIn } from '../words/interface/locale.ts';
