import * as z from 'zod/mini';
import { ActivityAnswer, ListActivity, ReportActivity } from './activity.ts';
import { AccountAnswer, DoneAnswer } from './account.ts';
import { DeleteAccount } from './delete-account.ts';
import { LinkToken, RequestEmailChange } from './email-change.ts';
import type { OperationName, SessionOperationName } from './operations.ts';
import { AddPasskey, RemovePasskey, RenamePasskey, StartPasskeyAnswer } from './passkeys.ts';
import { ChangePassword } from './password-change.ts';
import { RequestPasswordReset, ResetPassword } from './password-reset.ts';
import { UpdateProfile } from './profile.ts';
import { type Schema, schema } from './schema.ts';
import { EndSession, SessionsAnswer } from './sessions.ts';
import { PasskeySignIn, PasskeySignInOptions, SignIn, SignUp } from './sign-in.ts';
import { StartStepUp, StartStepUpAnswer, StepUp, StepUpAnswer } from './step-up.ts';
import { EnableTotp, RecoveryCodesAnswer, TotpSetUpAnswer } from './two-factor.ts';

type Name = OperationName | SessionOperationName;

const nothing = /* @__PURE__ */ schema(() => z.optional(z.strictObject({})));

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
  startStepUp: StartStepUp,
  resendVerification: nothing,
  requestPasswordReset: RequestPasswordReset,
  resetPassword: ResetPassword,
  reportSecurityEvent: LinkToken,
  setUpTotp: nothing,
  enableTotp: EnableTotp,
  disableTwoFactor: nothing,
  createRecoveryCodes: nothing,
  startPasskey: nothing,
  addPasskey: AddPasskey,
  renamePasskey: RenamePasskey,
  removePasskey: RemovePasskey,
  listSessions: nothing,
  endSession: EndSession,
  endOtherSessions: nothing,
  listActivity: ListActivity,
  reportActivity: ReportActivity,
  signUp: SignUp,
  signIn: SignIn,
  startPasskeySignIn: nothing,
  signInWithPasskey: PasskeySignIn,
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
  stepUp: StepUpAnswer,
  startStepUp: StartStepUpAnswer,
  resendVerification: AccountAnswer,
  requestPasswordReset: DoneAnswer,
  resetPassword: DoneAnswer,
  reportSecurityEvent: DoneAnswer,
  setUpTotp: TotpSetUpAnswer,
  enableTotp: RecoveryCodesAnswer,
  disableTwoFactor: AccountAnswer,
  createRecoveryCodes: RecoveryCodesAnswer,
  startPasskey: StartPasskeyAnswer,
  addPasskey: AccountAnswer,
  renamePasskey: AccountAnswer,
  removePasskey: AccountAnswer,
  listSessions: SessionsAnswer,
  endSession: SessionsAnswer,
  endOtherSessions: SessionsAnswer,
  listActivity: ActivityAnswer,
  reportActivity: AccountAnswer,
  signUp: AccountAnswer,
  signIn: AccountAnswer,
  startPasskeySignIn: PasskeySignInOptions,
  signInWithPasskey: AccountAnswer,
  signOut: DoneAnswer,
};
