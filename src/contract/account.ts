import * as z from 'zod/mini';
import { type Output, schema } from './schema.ts';
import { PasswordPolicy } from './password-policy.ts';

/** Why something cannot be changed here. An older client shows a general sentence for one that it does not know. */
export const lockReasons = [
  /** An identity provider owns the field and writes it at each sign-in. */
  'owned_by_provider',
  /** The application keeps this field to itself. */
  'locked_by_application',
  /** The account has no password here: it signs in another way. */
  'no_password',
  /** The application handles this itself: it has its own sessions and passwords. */
  'handled_elsewhere',
  /** The server does not offer it: mail is switched off, or it was not set up. */
  'not_offered',
  /** There is nothing left to do: the address is verified. */
  'already_done',
] as const;
/** Why something cannot be changed here. */
export type LockReason = (typeof lockReasons)[number];

/** One field of the profile with what the person may do to it. */
export const ProfileField = /* @__PURE__ */ schema(() =>
  z.object({
    /** What is stored; null when nothing is. */
    value: z.nullable(z.string()),
    /** Whether the person may change it here. */
    editable: z.boolean(),
    /** With `editable: false`: a `LockReason`. */
    reason: z.nullable(z.string()),
    /** Whose the field is: `account`, or the label (`Google`) of the identity provider that writes it. */
    owner: z.string(),
    /** Most code points that are taken. */
    maxLength: z.number(),
  }),
);
/** One field of the profile with what the person may do to it. */
export type ProfileField = Output<typeof ProfileField>;

/** The fields of a profile, in the order in which a form shows them. */
export const profileFields = [
  'name',
  'username',
  'givenName',
  'familyName',
  'nickname',
  'language',
] as const;
/** The name of one field of the profile. */
export type ProfileFieldName = (typeof profileFields)[number];

/** Whether an operation may be done now. */
export const Ability = /* @__PURE__ */ schema(() =>
  z.object({
    /** False hides or locks the form; the server refuses it all the same, with `not_allowed`. */
    allowed: z.boolean(),
    /** With `allowed: false`: a `LockReason`. */
    reason: z.nullable(z.string()),
    /** Whether it asks for a proof first (`step_up_required`). */
    stepUp: z.boolean(),
  }),
);
/** Whether an operation may be done now. */
export type Ability = Output<typeof Ability>;

/** An address that waits for its confirmation. */
export const PendingEmail = /* @__PURE__ */ schema(() =>
  z.object({
    /** The address that will replace the current one. */
    address: z.string(),
    /** When the newest link was asked for; a resend moves it. ISO 8601, UTC, like all instants here. */
    requestedAt: z.string(),
    /** When the link in the mail runs out: one hour after `requestedAt` by default. */
    expiresAt: z.string(),
    /** When the mail may be sent once more, as far as the shortest limit says: 60 seconds later by default. */
    resendAt: z.string(),
  }),
);
/** An address that waits for its confirmation. */
export type PendingEmail = Output<typeof PendingEmail>;

/** A passkey of the account. */
export const Passkey = /* @__PURE__ */ schema(() =>
  z.object({
    /** Names it; at most 64 characters. */
    id: z.string(),
    /** What the person calls it, 1 to 64 code points. */
    name: z.string(),
    /** ISO 8601, UTC. */
    createdAt: z.string(),
    /** When it last proved something; null when it never did. */
    lastUsedAt: z.nullable(z.string()),
    /** Whether it is kept by an account of the browser or system, and so is on other devices, too. */
    synced: z.boolean(),
  }),
);
/** A passkey of the account. */
export type Passkey = Output<typeof Passkey>;

/** A mail that was sent to show whose the address is. */
export const EmailVerification = /* @__PURE__ */ schema(() =>
  z.object({
    /** When the newest link was asked for. ISO 8601, UTC. */
    requestedAt: z.string(),
    /** When its link runs out: 24 hours later by default. */
    expiresAt: z.string(),
    /** When the mail may be sent once more, as far as the shortest limit says. */
    resendAt: z.string(),
  }),
);
/** A mail that was sent to show whose the address is. */
export type EmailVerification = Output<typeof EmailVerification>;

/** A way to sign in through another system. */
export const Identity = /* @__PURE__ */ schema(() =>
  z.object({
    /** The provider's stable name, `google`. */
    provider: z.string(),
    /** What the person knows it as, `Google`. */
    label: z.string(),
    /** The account's name over there, when it is known. */
    name: z.nullable(z.string()),
    /** When it was connected. ISO 8601, UTC. */
    connectedAt: z.string(),
  }),
);
/** A way to sign in through another system. */
export type Identity = Output<typeof Identity>;

/**
 * Everything that a settings page shows. Every answer to the person's own session carries it whole, so that a page
 * never has to fetch again or guess. Unknown keys are ignored.
 */
export const Account = /* @__PURE__ */ schema(() =>
  z.object({
    /** Opaque; 1 to 255 characters. The same for the life of the account. */
    id: z.string(),
    /** Rises by one with every change of the account. */
    version: z.number(),
    /** The six fields, each with what may be done to it. */
    profile: z.object({
      /** The full name, as the person wants to be called. */
      name: ProfileField(),
      /** Unique, lower case; null where the application has none. */
      username: ProfileField(),
      /** First name; at most 150 code points. */
      givenName: ProfileField(),
      /** Last name; at most 150 code points. */
      familyName: ProfileField(),
      /** At most 300 code points. */
      nickname: ProfileField(),
      /** BCP 47 tag, canonical form, for example `pt-BR`. */
      language: ProfileField(),
    }),
    /** The address that mails go to and that the person signs in with. */
    email: z.object({
      /** As stored: the domain in lower-case ASCII, the part before the `@` as typed. */
      address: z.string(),
      /** Whether the person has shown that it is theirs. */
      verified: z.boolean(),
      /** The change that waits for its link; null when none does. */
      pending: z.nullable(PendingEmail()),
      /** The link that waits at the present address; null when none does, and once the address is verified. */
      verification: z.nullable(EmailVerification()),
    }),
    /** What a page may know about the password. */
    password: z.object({
      /** Whether the account has a password here. */
      set: z.boolean(),
      /** When it was last set. ISO 8601, UTC; null without a password. */
      changedAt: z.nullable(z.string()),
      /** What a new one must be. */
      policy: PasswordPolicy(),
    }),
    /** The picture; null when there is none. Its addresses change with the picture. */
    avatar: z.nullable(
      z.object({
        /** 512 × 512 px WebP. */
        url: z.string(),
        /** 128 × 128 px WebP. */
        smallUrl: z.string(),
      }),
    ),
    /** Limits of a picture upload. */
    avatarLimits: z.object({
      /** Most bytes of a file. Default 10,485,760. */
      maxBytes: z.number(),
      /** Most pixels, width × height. Default 50,000,000. */
      maxPixels: z.number(),
    }),
    /** What is asked for beside the password. */
    twoFactor: z.object({
      /** When codes of an authenticator app were switched on; null while they are off. ISO 8601, UTC. */
      totpEnabledAt: z.nullable(z.string()),
      /** How many recovery codes have not been used. */
      recoveryCodesLeft: z.number(),
    }),
    /** In the order in which they were added; empty when there are none. */
    passkeys: z.array(Passkey()),
    /** Ways to sign in through other systems; empty when there are none. */
    identities: z.array(Identity()),
    /** What may be done now, by the name of the section that does it. */
    abilities: z.object({
      /** Single fields have an `editable` of their own beside it. */
      updateProfile: Ability(),
      /** Asking for a new address, resending its link and giving it up; the proof is for asking alone. */
      changeEmail: Ability(),
      /** Setting the first password, too. Not allowed, with the reason `handled_elsewhere`, where passwords are the host's. */
      changePassword: Ability(),
      /** Setting and removing the picture. */
      changeAvatar: Ability(),
      /** Mailing a link that shows whose the address is. */
      verifyEmail: Ability(),
      /** Authenticator app and recovery codes. */
      manageTwoFactor: Ability(),
      /** Adding, naming and removing passkeys. */
      managePasskeys: Ability(),
      /** Seeing and ending sessions. */
      manageSessions: Ability(),
      /** Seeing what happened to the account. */
      seeActivity: Ability(),
      /** Asking for a link to choose a new password. */
      resetPassword: Ability(),
      /** Deleting the account for good. */
      deleteAccount: Ability(),
    }),
    /** ISO 8601, UTC. */
    createdAt: z.string(),
  }),
);
/** Everything that a settings page shows. */
export type Account = Output<typeof Account>;

/** The answer of every operation of the person's own session. */
export const AccountAnswer = /* @__PURE__ */ schema(() => z.object({ account: Account() }));
/** The answer of every operation of the person's own session. */
export type AccountAnswer = Output<typeof AccountAnswer>;

/** The answer to a mailed link, to sign-out and after deletion: it tells nothing about the account. */
export const DoneAnswer = /* @__PURE__ */ schema(() =>
  z.object({
    /** Always true: whatever failed is an error. */
    done: z.literal(true),
    /** The address it was about, masked: `n•••@example.com`. */
    maskedEmail: z.optional(z.string()),
  }),
);
/** The answer to a mailed link and after deletion. */
export type DoneAnswer = Output<typeof DoneAnswer>;
