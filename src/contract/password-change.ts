import * as z from 'zod/mini';
import { type Output, schema } from './schema.ts';
import { Password } from './password-policy.ts';

/** Sets a new password. The proof is the step-up; `oldPassword` is checked when it is sent. */
export const ChangePassword = /* @__PURE__ */ schema(() =>
  z.strictObject({
    /** Judged by the policy of the account, after NFC. */
    newPassword: Password(),
    /** For callers that ask for it themselves; it counts against the limit of proofs. */
    oldPassword: z.optional(Password()),
  }),
);
/** Sets a new password. */
export type ChangePassword = Output<typeof ChangePassword>;
