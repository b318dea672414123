import type { OriginMailWords } from '../en/origin.ts';

/** From where something was done, in the mails that tell of it, in German. */
export const origin: OriginMailWords = {
  /** A paragraph of its own. `where` is what is known: the device, the place, or both. */
  from: ({ where }) => `Von wo: ${where}.`,
  /** In place of it when nothing is known. */
  unknown: 'Von wo das kam, ist nicht bekannt.',
  /** The device, as a part of `where`. */
  device: ({ browser, system }) => `${browser} unter ${system}`,
};
