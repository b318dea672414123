import type { ProfileFieldName } from '../../contract/account.ts';
import type { PasswordPolicy } from '../../contract/password-policy.ts';
import type { StepUpPurpose } from '../../contract/step-up.ts';
import type { Limit } from './account-store.ts';
import type { MailLook } from './mail-look.ts';

/** What a host decides. Everything but names and pages has a default. */
export interface Settings {
  /** The application's name, as mails say it. */
  appName: string;
  /** Absolute URLs of the host's pages. Mailed links are `<page>#token=…`, never built from a request. */
  pages: {
    /** Shows `EmailChangeConfirmation`. */
    emailConfirmation: string;
    /** Shows `EmailChangeReport`. */
    emailReport: string;
    /** Shows `PasswordReset`. */
    passwordReset: string;
    /** Shows `SecurityReport`. */
    securityReport: string;
    /** The settings page, named in notices. */
    settings: string;
  };
  /** Language of mails for accounts that chose none. Default `en`. */
  language: string;
  /** How mails look like the host: its theme, logo and legal links. Default null: quiet, and nothing is loaded. */
  mailLook: MailLook | null;
  /** For new passwords; those that are set stay valid. Default: 15 to 256 code points of any kinds. */
  passwordPolicy: PasswordPolicy & {
    /** Fewest code points where a second factor is on. Default 8 (NIST SP 800-63B-4), or `minLength` if that is less. */
    minLengthWithSecondFactor: number;
  };
  /** A host's own blocklist, asked beside ours: answers whether a new password is known to be common or leaked. */
  isPasswordCommon: ((password: string) => boolean | Promise<boolean>) | null;
  /** Most code points of a username, 15 by default, at most 128. */
  usernameMaxLength: number;
  /** Profile fields that nobody may edit here. */
  lockedFields: readonly ProfileFieldName[];
  /** Proofs before what is dangerous. */
  stepUp: {
    /** How long a grant lives. Default 300. */
    lifetimeSeconds: number;
    /** Whether a grant may be used again for its purpose until it runs out. Default false. */
    reuse: boolean;
    /** How young a sign-in must be to count as a proof where there is no password. Default 300. */
    recentSignInSeconds: number;
    /** Whether a code by mail counts. Default false: whoever has the mailbox has it all (NIST does not count it). */
    emailCode: boolean;
    /** Which operations ask. All by default. */
    operations: Readonly<Record<StepUpPurpose, boolean>>;
  };
  /** Tries per window; all limits of a list must have room. An empty list means no limit. */
  limits: {
    /**
     * Proofs tried (sign-in, step-up, `oldPassword`). Counted apart for each session, for each browser that signed in
     * before, and for everybody else together, so that a stranger cannot keep the owner out. Default 10 in 300 seconds.
     */
    proofs: readonly Limit[];
    /** Wrong proofs in a row, after which the password works only once it was chosen anew by mail. Default 100 (NIST). */
    proofsInARow: number;
    /** Sign-ins, sign-ups and requests for mail, per address block (IPv4 address, IPv6 /64). Default 100 in 300 seconds. */
    addresses: readonly Limit[];
    /** Accounts made per address block. Default 20 in 3,600 seconds. */
    signUps: readonly Limit[];
    /**
     * Mails that somebody asks for (a change of address, a verification, a new password, a code), each kind for itself, per
     * address. Default 1 in 60 and 10 in 3,600 seconds.
     */
    mails: readonly Limit[];
  };
  /** The package's own sessions. */
  sessions: {
    /** The absolute end of a session. Default 2,592,000 (30 days). */
    lifetimeSeconds: number;
    /** How long a session may go unused. Default 1,209,600 (14 days). */
    idleSeconds: number;
  };
  /** How long the link to a new address works. Default 3,600 (1 hour). */
  emailLinkSeconds: number;
  /** How long a link to verify an address works. Default 86,400 (24 hours). */
  verificationLinkSeconds: number;
  /** How long a link to choose a new password works. Default 3,600 (1 hour), which is the most. */
  resetLinkSeconds: number;
  /** How long the set-up of an authenticator app waits for its first code. Default 600. */
  totpSetUpSeconds: number;
  /** How long "this wasn't me" works. Default 604,800 (7 days). */
  reportLinkSeconds: number;
  /** Uploads, and where the pictures are found. */
  avatar: {
    /** Most bytes of an upload. Default 10,485,760. */
    maxBytes: number;
    /** Most pixels of an upload, width × height. Default 50,000,000. */
    maxPixels: number;
    /** What comes before `/<key>` in a picture's URL: a path, or another origin. Default `/api/auth/avatars`. */
    baseUrl: string;
  };
}
