import type { DeleteAccountMailWords } from '../en/delete-account.ts';

/** The mail about a deleted account, in German. */
export const deleteAccount: DeleteAccountMailWords = {
  /** To the last address of the account. Mail kind `account_deleted`. */
  deleted: {
    /** Subject line. */
    subject: ({ appName }) => `Ihr Konto bei ${appName} wurde gelöscht`,
    /** Headline. */
    heading: 'Ihr Konto wurde gelöscht',
    /** First paragraph. */
    happened: ({ appName, at }) =>
      `Ihr Konto bei ${appName} wurde gelöscht (${at}), mit Ihrem Profil, Ihrem Bild und allen Anmeldungen. Es lässt sich nicht wiederherstellen.`,
    /** Second paragraph. */
    lastMail: 'Dies ist die letzte Mail dazu.',
    /** Last paragraph. */
    ifNotYou: ({ appName }) => `Wenn Sie das nicht waren, wenden Sie sich an ${appName}.`,
  },
};
