/** What all mails have around their own sentences. */
export const frame = {
  /** First line of a mail whose reader's name is known. */
  greeting: ({ name }: { name: string }) => `Hello ${name},`,
  /** First line of every other mail. */
  greetingWithoutName: 'Hello,',
  /** Small, under the button, in front of the same link spelled out. */
  linkInstead: 'If the button does not work, copy this link into your browser:',
  /** Small, after the link of a button: how long it works. */
  linkUntil: ({ expiresAt }: { expiresAt: string }) => `The link works once, until ${expiresAt}.`,
  /** In notices, when the reader did it themselves. */
  ifYou: 'If that was you, there is nothing to do.',
  /** Small, last line of every mail. */
  footer: ({ appName }: { appName: string }) => `Sent automatically by ${appName}.`,
};

/** What every language says around its mails. */
export type FrameMailWords = typeof frame;
