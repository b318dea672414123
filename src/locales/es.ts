export { es } from '../words/interface/es.ts';
export type { WordsIn } from '../words/interface/locale.ts';
