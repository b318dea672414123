export { enXA } from '../words/interface/pseudo.ts';
