export { en } from '../words/interface/en.ts';
export type { Words } from '../words/interface/en.ts';
