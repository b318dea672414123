import { everySentence, lengthened, mirrored } from '../pseudo.ts';
import type { CompleteWords } from './en.ts';
import { english } from './english.ts';

/** English with marks and half as long again, to find what is cut off, too narrow, or not among the words. */
export const enXA: CompleteWords = { ...everySentence(english, lengthened), locale: 'en-XA' };

/** English written from right to left, to see a mirrored page and still read it. */
export const arXB: CompleteWords = { ...everySentence(english, mirrored), locale: 'ar-XB' };
