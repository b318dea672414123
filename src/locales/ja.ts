export { ja } from '../words/interface/ja.ts';
export type { WordsIn } from '../words/interface/locale.ts';
