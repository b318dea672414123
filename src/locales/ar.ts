export { ar } from '../words/interface/ar.ts';
export type { WordsIn } from '../words/interface/locale.ts';
