import * as z from 'zod/mini';
import { EmailAddress } from './email-address.ts';
import { Password } from './password-policy.ts';
import { type Output, schema } from './schema.ts';

/** Asks for a link to choose a new password. The answer is the same whether or not there is such an account. */
export const RequestPasswordReset = /* @__PURE__ */ schema(() =>
  z.strictObject({ email: EmailAddress() }),
);
/** Asks for a link to choose a new password. */
export type RequestPasswordReset = Output<typeof RequestPasswordReset>;

/** Chooses a new password with the token of the mail. */
export const ResetPassword = /* @__PURE__ */ schema(() =>
  z.strictObject({
    /** What stands behind `#token=` in the link; at most 512 characters are read. */
    token: z.string().check(z.minLength(1), z.maxLength(512)),
    /** Judged by the policy of the account, after NFC. */
    newPassword: Password(),
  }),
);
/** Chooses a new password with the token of the mail. */
export type ResetPassword = Output<typeof ResetPassword>;
