/** The notices of everything that touches the safety of an account. */
export const securityNotice = {
  /** What each of them says of itself. The keys are the kinds of the mails. */
  kinds: {
    password_changed: {
      /** Subject line, as in each of them. */
      subject: ({ appName }: { appName: string }) =>
        `The password of your ${appName} account was changed`,
      /** Headline, as in each of them. */
      heading: 'Your password was changed',
      /** First paragraph, as in each of them. */
      happened: ({ appName, at }: { appName: string; at: string }) =>
        `The password of your ${appName} account was changed (${at}). All other devices were signed out.`,
    },
    password_reset: {
      subject: ({ appName }: { appName: string }) =>
        `A new password was chosen for your ${appName} account`,
      heading: 'A new password was chosen',
      happened: ({ appName, at }: { appName: string; at: string }) =>
        `A new password was chosen for your ${appName} account, with a link from a mail (${at}). All devices were signed out.`,
    },
    password_locked: {
      subject: ({ appName }: { appName: string }) =>
        `Too many wrong tries to get into your ${appName} account`,
      heading: 'Too many wrong tries',
      happened: ({ appName, at }: { appName: string; at: string }) =>
        `There were too many wrong tries in a row to get into your ${appName} account (${at}). No more of them are taken. Browsers that you signed in with before still work; anywhere else, choose a new password by mail first.`,
    },
    two_factor_enabled: {
      subject: ({ appName }: { appName: string }) =>
        `Two-step sign-in was turned on for your ${appName} account`,
      heading: 'Two-step sign-in was turned on',
      happened: ({ appName, at }: { appName: string; at: string }) =>
        `Two-step sign-in was turned on for your ${appName} account (${at}). From now on, signing in asks for a code from the authenticator app, too.`,
    },
    two_factor_disabled: {
      subject: ({ appName }: { appName: string }) =>
        `Two-step sign-in was turned off for your ${appName} account`,
      heading: 'Two-step sign-in was turned off',
      happened: ({ appName, at }: { appName: string; at: string }) =>
        `Two-step sign-in was turned off for your ${appName} account (${at}). From now on, the password is enough to sign in.`,
    },
    recovery_codes_created: {
      subject: ({ appName }: { appName: string }) =>
        `New recovery codes were made for your ${appName} account`,
      heading: 'New recovery codes were made',
      happened: ({ appName, at }: { appName: string; at: string }) =>
        `New recovery codes were made for your ${appName} account (${at}). The old ones no longer work.`,
    },
    recovery_code_used: {
      subject: ({ appName }: { appName: string }) =>
        `A recovery code of your ${appName} account was used`,
      heading: 'A recovery code was used',
      happened: ({ appName, at }: { appName: string; at: string }) =>
        `A recovery code of your ${appName} account was used (${at}). It does not work again.`,
    },
    passkey_added: {
      subject: ({ appName }: { appName: string }) =>
        `A passkey was added to your ${appName} account`,
      heading: 'A passkey was added',
      happened: ({ appName, at }: { appName: string; at: string }) =>
        `A passkey was added to your ${appName} account (${at}). Whoever has it can prove to be you.`,
    },
    passkey_removed: {
      subject: ({ appName }: { appName: string }) =>
        `A passkey was removed from your ${appName} account`,
      heading: 'A passkey was removed',
      happened: ({ appName, at }: { appName: string; at: string }) =>
        `A passkey was removed from your ${appName} account (${at}). It does not work there any more.`,
    },
    new_sign_in: {
      subject: ({ appName }: { appName: string }) => `New sign-in to your ${appName} account`,
      heading: 'New sign-in',
      happened: ({ appName, at }: { appName: string; at: string }) =>
        `Someone signed in to your ${appName} account with a browser that we did not know (${at}).`,
    },
  },
  /** In front of the button. */
  ifNotYou:
    'If that was not you, tell us now. Your account is then signed out everywhere, and what waits for a confirmation is stopped.',
  /** Behind it, where a new password can be chosen by mail. */
  thenPassword: 'You also get a link to choose a new password.',
  /** The button; it opens a page that asks once more. */
  button: 'This wasn’t me',
};

/** What every language says in its notices. */
export type SecurityNoticeMailWords = typeof securityNotice;
