export { sv } from '../words/interface/sv.ts';
export type { WordsIn } from '../words/interface/locale.ts';
