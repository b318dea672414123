export { fr } from '../words/interface/fr.ts';
export type { WordsIn } from '../words/interface/locale.ts';
