export { ptBR } from '../words/interface/pt-BR.ts';
export type { WordsIn } from '../words/interface/locale.ts';
