import * as z from 'zod/mini';
import { AccountAnswer, DoneAnswer } from './account.ts';
import { DeleteAccount } from './delete-account.ts';
import { LinkToken, RequestEmailChange } from './email-change.ts';
import type { OperationName, SessionOperationName } from './operations.ts';
import { ChangePassword } from './password-change.ts';
import { UpdateProfile } from './profile.ts';
import { type Schema, schema } from './schema.ts';
import { SignIn, SignUp } from './sign-in.ts';
import { StepUp } from './step-up.ts';

type Name = OperationName | SessionOperationName;

const nothing = schema(() => z.optional(z.strictObject({})));

/** What judges the input of an operation; null where there is none to judge. Apart from the table, because pages load that. */
export const inputs: Readonly<Record<Name, Schema | null>> = {
  getAccount: null,
  updateProfile: UpdateProfile,
  deleteAccount: DeleteAccount,
  requestEmailChange: RequestEmailChange,
  resendEmailChange: nothing,
  cancelEmailChange: nothing,
  confirmEmailChange: LinkToken,
  reportEmailChange: LinkToken,
  changePassword: ChangePassword,
  setAvatar: null,
  removeAvatar: nothing,
  stepUp: StepUp,
  signUp: SignUp,
  signIn: SignIn,
  signOut: nothing,
};

/** What a success answers. */
export const outputs: Readonly<Record<Name, Schema>> = {
  getAccount: AccountAnswer,
  updateProfile: AccountAnswer,
  deleteAccount: DoneAnswer,
  requestEmailChange: AccountAnswer,
  resendEmailChange: AccountAnswer,
  cancelEmailChange: AccountAnswer,
  confirmEmailChange: DoneAnswer,
  reportEmailChange: DoneAnswer,
  changePassword: AccountAnswer,
  setAvatar: AccountAnswer,
  removeAvatar: AccountAnswer,
  stepUp: AccountAnswer,
  signUp: AccountAnswer,
  signIn: AccountAnswer,
  signOut: DoneAnswer,
};
