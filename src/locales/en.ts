export { en } from '../words/interface/en.ts';
export { english } from '../words/interface/english.ts';
export type { CompleteWords, CoreWords, Words } from '../words/interface/en.ts';
