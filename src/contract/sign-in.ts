import * as z from 'zod/mini';
import { type Output, schema } from './schema.ts';
import { EmailAddress } from './email-address.ts';
import { OneTimeCode, RecoveryCode } from './one-time-code.ts';
import { PasskeyOptions, PasskeyResponse } from './passkeys.ts';
import { Password } from './password-policy.ts';
import { line } from './text.ts';
import { language, profileLimits } from './profile.ts';

/** Makes an account. Mounted only with the package's own sessions. */
export const SignUp = /* @__PURE__ */ schema(() =>
  z.strictObject({
    /** Unverified at first. A taken one is refused with `email_taken`. */
    email: EmailAddress(),
    /** Judged by the policy. */
    password: Password(),
    /** Full name, at most 150 code points; absent or blank leaves it empty. */
    name: z.optional(line(profileLimits.name)),
    /** BCP 47 tag of the language that the person reads: the first mail is already in it. Absent leaves it open. */
    language: z.optional(language()),
  }),
);
/** Makes an account. */
export type SignUp = Output<typeof SignUp>;

/** Starts a session. */
export const SignIn = /* @__PURE__ */ schema(() =>
  z.strictObject({
    email: EmailAddress(),
    password: Password(),
    /** With the second factor on: what the authenticator app shows. Absent: `second_factor_required`. */
    totpCode: z.optional(OneTimeCode()),
    /** In place of it: one of the recovery codes. */
    recoveryCode: z.optional(RecoveryCode()),
  }),
);
/** Starts a session. */
export type SignIn = Output<typeof SignIn>;

/** The answer of `startPasskeySignIn`. */
export const PasskeySignInOptions = /* @__PURE__ */ schema(() =>
  z.object({ options: PasskeyOptions() }),
);
/** The answer of `startPasskeySignIn`. */
export type PasskeySignInOptions = Output<typeof PasskeySignInOptions>;

/** Starts a session with a passkey; whose it is, the passkey says. */
export const PasskeySignIn = /* @__PURE__ */ schema(() =>
  z.strictObject({ passkey: PasskeyResponse() }),
);
/** Starts a session with a passkey. */
export type PasskeySignIn = Output<typeof PasskeySignIn>;
