import type { FrameMailWords } from '../en/frame.ts';

/** What all mails have around their own sentences, in German. */
export const frame: FrameMailWords = {
  /** First line of a mail whose reader's name is known. It ends in a comma, so that what follows starts small. */
  greeting: ({ name }) => `Guten Tag ${name},`,
  /** First line of every other mail. */
  greetingWithoutName: 'Guten Tag,',
  /** Small, under the button, in front of the same link spelled out. */
  linkInstead: 'Falls die Schaltfläche nicht funktioniert, öffnen Sie diesen Link im Browser:',
  /** Small, after the link of a button: how long it works. */
  linkUntil: ({ expiresAt }) => `Der Link funktioniert einmal, bis zum ${expiresAt}.`,
  /** In notices, when the reader did it themselves. */
  ifYou: 'Wenn Sie das waren, brauchen Sie nichts zu tun.',
  /** Small, last line of every mail. */
  footer: ({ appName }) => `Automatisch gesendet von ${appName}.`,
};
