export { de } from '../words/interface/de.ts';
export type { Words } from '../words/interface/en.ts';
