export { ko } from '../words/interface/ko.ts';
export type { WordsIn } from '../words/interface/locale.ts';
