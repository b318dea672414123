import * as z from 'zod/mini';
import { PasswordPolicy } from './password-policy.ts';

/** Why something cannot be changed here. An older client shows a general sentence for one that it does not know. */
export const lockReasons = [
  /** An identity provider owns the field and writes it at each sign-in. */
  'owned_by_provider',
  /** The application keeps this field to itself. */
  'locked_by_application',
  /** The account has no password here: it signs in another way. */
  'no_password',
] as const;
/** Why something cannot be changed here. */
export type LockReason = (typeof lockReasons)[number];

/** One field of the profile with what the person may do to it. */
export const ProfileField = z.object({
  /** What is stored; null when nothing is. */
  value: z.nullable(z.string()),
  /** Whether the person may change it here. */
  editable: z.boolean(),
  /** With `editable: false`: a `LockReason`. */
  reason: z.nullable(z.string()),
  /** Whose the field is: `account`, or the name of the identity provider that writes it. */
  owner: z.string(),
  /** Most code points that are taken. */
  maxLength: z.number(),
});
/** One field of the profile with what the person may do to it. */
export type ProfileField = z.infer<typeof ProfileField>;

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
export const Ability = z.object({
  allowed: z.boolean(),
  /** With `allowed: false`: a `LockReason`. */
  reason: z.nullable(z.string()),
  /** Whether it asks for a proof first (`step_up_required`). */
  stepUp: z.boolean(),
});
/** Whether an operation may be done now. */
export type Ability = z.infer<typeof Ability>;

/** An address that waits for its confirmation. */
export const PendingEmail = z.object({
  /** The address that will replace the current one. */
  address: z.string(),
  requestedAt: z.string(),
  /** When the link in the mail runs out. */
  expiresAt: z.string(),
  /** When the mail may be sent once more. */
  resendAt: z.string(),
});
/** An address that waits for its confirmation. */
export type PendingEmail = z.infer<typeof PendingEmail>;

/** A way to sign in through another system. */
export const Identity = z.object({
  /** The provider's stable name, `google`. */
  provider: z.string(),
  /** What the person knows it as, `Google`. */
  label: z.string(),
  /** The account's name over there, when it is known. */
  name: z.nullable(z.string()),
  connectedAt: z.string(),
});
/** A way to sign in through another system. */
export type Identity = z.infer<typeof Identity>;

/**
 * Everything that a settings page shows. Every answer to the person's own session carries it whole, so that a page
 * never has to fetch again or guess. Unknown keys are ignored.
 */
export const Account = z.object({
  id: z.string(),
  /** Rises by one with every change of the account. */
  version: z.number(),
  profile: z.object({
    /** The full name, as the person wants to be called. */
    name: ProfileField,
    /** Unique, lower case; null where the application has none. */
    username: ProfileField,
    givenName: ProfileField,
    familyName: ProfileField,
    nickname: ProfileField,
    /** BCP 47 tag, canonical form, for example `pt-BR`. */
    language: ProfileField,
  }),
  email: z.object({
    address: z.string(),
    verified: z.boolean(),
    pending: z.nullable(PendingEmail),
  }),
  password: z.object({
    /** Whether the account has a password here. */
    set: z.boolean(),
    changedAt: z.nullable(z.string()),
    policy: PasswordPolicy,
  }),
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
  identities: z.array(Identity),
  abilities: z.object({
    updateProfile: Ability,
    changeEmail: Ability,
    changePassword: Ability,
    changeAvatar: Ability,
    deleteAccount: Ability,
  }),
  createdAt: z.string(),
});
/** Everything that a settings page shows. */
export type Account = z.infer<typeof Account>;

/** The answer of every operation of the person's own session. */
export const AccountAnswer = z.object({ account: Account });
/** The answer of every operation of the person's own session. */
export type AccountAnswer = z.infer<typeof AccountAnswer>;

/** The answer to a mailed link and after deletion: it tells nothing about the account. */
export const DoneAnswer = z.object({
  done: z.literal(true),
  /** The address it was about, masked: `n•••@example.com`. */
  maskedEmail: z.optional(z.string()),
});
/** The answer to a mailed link and after deletion. */
export type DoneAnswer = z.infer<typeof DoneAnswer>;
