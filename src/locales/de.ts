export { de } from '../words/interface/de.ts';
export type { WordsIn } from '../words/interface/locale.ts';
