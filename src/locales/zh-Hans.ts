export { zhHans } from '../words/interface/zh-Hans.ts';
export type { WordsIn } from '../words/interface/locale.ts';
