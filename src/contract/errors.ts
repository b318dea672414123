import * as z from 'zod/mini';
import { type Output, schema } from './schema.ts';

/**
 * Every error that an operation can answer, with its HTTP status. Clients compare codes, never texts and never bare
 * statuses. The table is closed and public API: a code never changes its meaning.
 */
export const errorStatus = {
  /** The body is not what the content type says, is cut short, or nothing can be read from it. */
  unreadable: 400,
  /** There is no session. */
  not_signed_in: 401,
  /** There was a session; it was ended, or has run out. */
  session_ended: 401,
  /** The password was right, and a second factor is asked for; `stepUp.methods` says which. No session was started. */
  second_factor_required: 401,
  /** Prove that it is you; `stepUp` says for what and how. Never means "signed out". A host may choose 403. */
  step_up_required: 401,
  /** The request comes from another site's page. */
  cross_site: 403,
  /** This account may not do this; `reason` says why (an ability of the account says it beforehand). */
  not_allowed: 403,
  /** Too many wrong passwords in a row: this one works again once a new one was chosen by mail. */
  password_locked: 403,
  /** No such path, or no such account. */
  not_found: 404,
  /** The path exists, this method does not; `Allow` lists those that do. */
  method_not_allowed: 405,
  /** Somebody has this username. */
  username_taken: 409,
  /** Somebody has this address. */
  email_taken: 409,
  /** The page shows another account than the session's: reload. */
  account_switched: 409,
  /** The link is not one of ours, a newer one took its place, or the change was given up. */
  link_invalid: 410,
  /** The link has run out. */
  link_expired: 410,
  /** The link was used already. */
  link_used: 410,
  /** Somebody changed the account since the page was loaded; `account` is the newest. */
  version_conflict: 412,
  /** The body has more bytes than the operation takes. */
  too_large: 413,
  /** The content type, or the kind of picture, is not one that is taken. */
  unsupported_media_type: 415,
  /** One or more fields were refused; `errors` names them. */
  validation_failed: 422,
  /** Too many tries; `retryAfterSeconds` says when the next may work. */
  rate_limited: 429,
  /** The server cannot do it now. Nothing was changed, or the change can be repeated safely. */
  unavailable: 503,
} as const;

/** The code of an error that came from the server. */
export type ServerErrorCode = keyof typeof errorStatus;

/** Codes that a backend makes up by itself, because no answer came or none that it understands. */
export const clientErrorCodes = ['offline', 'aborted', 'unexpected'] as const;

/** `offline`: no answer reached us. `aborted`: the caller cancelled. `unexpected`: the answer made no sense. */
export type ClientErrorCode = (typeof clientErrorCodes)[number];

/** Everything that `AccountError.code` can be. */
export type ErrorCode = ServerErrorCode | ClientErrorCode;

/** Why one field was refused. Closed and public API, like the error codes. */
export const fieldCodes = [
  /** Missing, or empty where something is needed. */
  'required',
  /** Not the type that the schema asks for. */
  'invalid_type',
  /** No field of this operation. */
  'unknown_key',
  /** More than `maximum` characters. */
  'too_long',
  /** The form is wrong: no address, no language tag, control characters, lone surrogates. */
  'malformed',
  /** The account says `editable: false` for it. */
  'not_editable',
  /** Somebody else has this username or address. */
  'taken',
  /** The address is the present one. */
  'email_same',
  /** Not the account's password. */
  'wrong_password',
  /** No such address with such a password; which of the two is not told. */
  'wrong_credentials',
  /** Not the code, or one that was used already. */
  'wrong_code',
  /** Not a passkey of this account, or not an answer to what was asked. */
  'passkey_refused',
  /** This authenticator has a passkey for this account already. */
  'passkey_known',
  /** There are `maximum` of them already. */
  'too_many',
  /** Fewer than `minimum` code points. */
  'password_too_short',
  /** More than `maximum` code points. */
  'password_too_long',
  /** On the blocklist of common passwords, or on the host's. */
  'password_common',
  /** Made of the name, the address or the application's name. */
  'password_personal',
  /** The present password once more. */
  'password_same',
  /** Too few of the kinds of characters that the policy asks for. */
  'password_types',
  /** The same character more than `maximum` times in a row. */
  'password_repeats',
  /** One of the former passwords. */
  'password_used_before',
  /** Empty, cut short, or not decodable. */
  'image_broken',
  /** Width × height is more than `maximum`. */
  'image_too_many_pixels',
  /** A picture with something else in or behind it. */
  'image_mixed',
] as const;

/** The code of one refused field. */
export type FieldCode = (typeof fieldCodes)[number];

/** What is wrong with one field. */
export interface FieldError {
  /** JSON pointer into the input, `/newEmail`; empty when it is about the input as a whole. */
  pointer: string;
  /** A `FieldCode`; a newer server may send one that this version does not know. */
  code: FieldCode | (string & {});
  /** Values for the sentence, for example `{ maximum: 150 }`. */
  params: Record<string, string | number>;
}

/** A way of proving that it is you. */
export const StepUpMethod = /* @__PURE__ */ schema(() =>
  z.object({
    /** A `StepUpMethodKind`. `sign_in`: sign in again, then come back. Unknown kinds are ignored. */
    kind: z.string(),
  }),
);
/** A way of proving that it is you. */
export type StepUpMethod = Output<typeof StepUpMethod>;

/** What `step_up_required` asks for. */
export const StepUpChallenge = /* @__PURE__ */ schema(() =>
  z.object({
    /** The name of the operation that the proof will allow. */
    purpose: z.string(),
    /** The ways that the server offers, best first. */
    methods: z.array(StepUpMethod()),
  }),
);
/** What `step_up_required` asks for. */
export type StepUpChallenge = Output<typeof StepUpChallenge>;

/** The body of every error answer: RFC 9457 `application/problem+json`. */
export const Problem = /* @__PURE__ */ schema(() =>
  z.object({
    /** A URI that names the kind of problem; `tag:` form, not meant to be fetched. */
    type: z.string(),
    /** One English sentence for developers. Never shown to people. */
    title: z.string(),
    /** The HTTP status once more. */
    status: z.number(),
    /** A `ServerErrorCode`; a newer server may send one that this version does not know. */
    code: z.string(),
    /** The refused fields; absent when there are none. */
    errors: z.optional(
      z.array(
        z.object({
          pointer: z.string(),
          code: z.string(),
          params: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
        }),
      ),
    ),
    /** Whole seconds, as in `Retry-After`. */
    retryAfterSeconds: z.optional(z.number()),
    /** With `step_up_required`. */
    stepUp: z.optional(StepUpChallenge()),
    /** With `not_allowed`: the reason that the ability carries. */
    reason: z.optional(z.string()),
    /** With `version_conflict`: the newest account. */
    account: z.optional(z.unknown()),
  }),
);
/** The body of every error answer. */
export type Problem = Output<typeof Problem>;
