export { nl } from '../words/interface/nl.ts';
export type { WordsIn } from '../words/interface/locale.ts';
