export { uk } from '../words/interface/uk.ts';
export type { WordsIn } from '../words/interface/locale.ts';
