import type { ProfileFieldName } from '../../contract/account.ts';
import type { PasswordPolicy } from '../../contract/password-policy.ts';
import type { StepUpPurpose } from '../../contract/step-up.ts';
import type { Limit } from './account-store.ts';

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
    /** The settings page, named in notices. */
    settings: string;
  };
  /** Language of mails for accounts that chose none. Default `en`. */
  language: string;
  /** For new passwords; those that are set stay valid. Default: 15 to 256 code points of any kinds. */
  passwordPolicy: PasswordPolicy;
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
    /** Which operations ask. All by default. */
    operations: Readonly<Record<StepUpPurpose, boolean>>;
  };
  /** Tries per window; all limits of a list must have room. An empty list means no limit. */
  limits: {
    /** Passwords tried (sign-in, step-up, `oldPassword`), per account. Default 10 in 300 seconds. */
    proofs: readonly Limit[];
    /** Mails to an address that is not the account's yet, per address. Default 1 in 60 and 10 in 3,600 seconds. */
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
