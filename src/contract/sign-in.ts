import * as z from 'zod/mini';
import { type Output, schema } from './schema.ts';
import { EmailAddress } from './email-address.ts';
import { Password } from './password-policy.ts';
import { line } from './text.ts';
import { profileLimits } from './profile.ts';

/** Makes an account. Mounted only with the package's own sessions. */
export const SignUp = schema(() =>
  z.strictObject({
    /** Unverified at first. A taken one is refused with `email_taken`. */
    email: EmailAddress(),
    /** Judged by the policy. */
    password: Password(),
    /** Full name, at most 150 code points; absent or blank leaves it empty. */
    name: z.optional(line(profileLimits.name)),
  }),
);
/** Makes an account. */
export type SignUp = Output<typeof SignUp>;

/** Starts a session. */
export const SignIn = schema(() => z.strictObject({ email: EmailAddress(), password: Password() }));
/** Starts a session. */
export type SignIn = Output<typeof SignIn>;
