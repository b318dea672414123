/** From where something was done, in the mails that tell of it. */
export const origin = {
  /** A paragraph of its own. `where` is what is known: the device, the place, or both. */
  from: ({ where }: { where: string }) => `From where: ${where}.`,
  /** Where both are known. */
  both: ({ device, place }: { device: string; place: string }) => `${device}, ${place}`,
  /** In place of it when nothing is known. */
  unknown: 'It is not known from where.',
  /** The device, as a part of `where`. */
  device: ({ browser, system }: { browser: string; system: string }) => `${browser} on ${system}`,
};

/** What every language says about where something was done. */
export type OriginMailWords = typeof origin;
