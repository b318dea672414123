export { fi } from '../words/interface/fi.ts';
export type { WordsIn } from '../words/interface/locale.ts';
