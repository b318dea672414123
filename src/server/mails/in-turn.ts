/** Sentences one after the other, with a blank between them where their script has one. */
export const inTurn = (first: string, second: string): string =>
  first + (first.endsWith('。') ? '' : ' ') + second;
