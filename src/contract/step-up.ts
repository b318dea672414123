import * as z from 'zod/mini';
import { Account } from './account.ts';
import { OneTimeCode, RecoveryCode } from './one-time-code.ts';
import { PasskeyOptions, PasskeyResponse } from './passkeys.ts';
import { Password } from './password-policy.ts';
import { type Output, schema } from './schema.ts';

/** Operations that a proof can be asked for. The purpose of a grant is one of these names. */
export const stepUpPurposes = [
  'requestEmailChange',
  'changePassword',
  'deleteAccount',
  'setUpTotp',
  'disableTwoFactor',
  'createRecoveryCodes',
  'addPasskey',
  'removePasskey',
] as const;
/** The operation that a proof allows. */
export type StepUpPurpose = (typeof stepUpPurposes)[number];

/** Ways of proving who one is. The server says which of them an account has (`StepUpChallenge.methods`). */
export const stepUpMethods = [
  'password',
  'passkey',
  'totp',
  'recovery_code',
  'email_code',
  'sign_in',
] as const;
/** A way of proving who one is. */
export type StepUpMethodKind = (typeof stepUpMethods)[number];

/** Proves that it is you, for one purpose, with exactly one of the proofs; with none of them a sign-in that is recent enough counts. */
export const StepUp = /* @__PURE__ */ schema(() =>
  z.strictObject({
    /** The operation that the proof is for; it allows no other. */
    purpose: z.enum(stepUpPurposes),
    /** With the method `password`. */
    password: z.optional(Password()),
    /** With `totp`: what the authenticator app shows. */
    totpCode: z.optional(OneTimeCode()),
    /** With `recovery_code`: one of those that were shown once. */
    recoveryCode: z.optional(RecoveryCode()),
    /** With `email_code`: the code of the mail that `startStepUp` sent. */
    emailCode: z.optional(OneTimeCode()),
    /** With `passkey`: what the browser answered to the options of `startStepUp`. */
    passkey: z.optional(PasskeyResponse()),
  }),
);
/** Proves that it is you, for one purpose. */
export type StepUp = Output<typeof StepUp>;

/** Begins a proof that needs something from the server first. */
export const StartStepUp = /* @__PURE__ */ schema(() =>
  z.strictObject({
    purpose: z.enum(stepUpPurposes),
    /** `passkey`: answers options for the browser. `email_code`: mails a code. */
    method: z.enum(['passkey', 'email_code']),
  }),
);
/** Begins a proof that needs something from the server first. */
export type StartStepUp = Output<typeof StartStepUp>;

/** The answer of `startStepUp`. */
export const StartStepUpAnswer = /* @__PURE__ */ schema(() =>
  z.object({
    account: Account(),
    /** With `passkey`: options for `navigator.credentials.get`; else null. */
    options: z.nullable(PasskeyOptions()),
  }),
);
/** The answer of `startStepUp`. */
export type StartStepUpAnswer = Output<typeof StartStepUpAnswer>;

/** The answer of `stepUp`. The last two are there only where the server's `stepUpToken` is `header`. */
export const StepUpAnswer = /* @__PURE__ */ schema(() =>
  z.object({
    account: Account(),
    /** What to send as `X-Step-Up-Token` with the operation that the proof is for. */
    stepUpToken: z.optional(z.string()),
    /** When the proof runs out. ISO 8601, UTC. */
    expiresAt: z.optional(z.string()),
  }),
);
/** The answer of `stepUp`. */
export type StepUpAnswer = Output<typeof StepUpAnswer>;
