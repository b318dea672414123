import type { StepUpCodeMailWords } from '../en/step-up-code.ts';

/** The mail with a code that proves that it is you, in German. */
export const stepUpCode: StepUpCodeMailWords = {
  /** To the account's address. Mail kind `step_up_code`. */
  code: {
    /** Subject line. The code is not in it: locked screens show subjects. */
    subject: ({ appName }) => `Ihr Code für ${appName}`,
    /** Headline. */
    heading: 'Ihr Code',
    /** In front of the code, which stands alone. */
    happened: ({ appName }) =>
      `geben Sie diesen Code auf der Seite von ${appName} ein, auf der Sie ihn angefordert haben:`,
    /** Behind the code. */
    until: ({ expiresAt }) => `Er funktioniert einmal, bis zum ${expiresAt}.`,
    /** Last paragraph. */
    ifNotYou: ({ appName }) =>
      `Geben Sie ihn niemandem, auch nicht ${appName}. Wenn Sie ihn nicht angefordert haben, ist jemand in Ihrem Konto angemeldet: Öffnen Sie Ihre Kontoeinstellungen und beenden Sie die anderen Sitzungen.`,
  },
};
