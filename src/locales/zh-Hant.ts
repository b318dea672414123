export { zhHant } from '../words/interface/zh-Hant.ts';
export type { WordsIn } from '../words/interface/locale.ts';
