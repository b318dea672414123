import * as z from 'zod/mini';
import { Password } from './password-policy.ts';

/** Sets a new password. The proof is the step-up; `oldPassword` is checked when it is sent. */
export const ChangePassword = z.strictObject({
  newPassword: Password,
  oldPassword: z.optional(Password),
});
/** Sets a new password. */
export type ChangePassword = z.output<typeof ChangePassword>;
