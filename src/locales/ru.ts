export { ru } from '../words/interface/ru.ts';
export type { WordsIn } from '../words/interface/locale.ts';
