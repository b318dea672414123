export { arXB } from '../words/interface/pseudo.ts';
