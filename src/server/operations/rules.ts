import type { AccountAnswer, DoneAnswer } from '../../contract/account.ts';
import type { LinkToken, RequestEmailChange } from '../../contract/email-change.ts';
import type { ChangePassword } from '../../contract/password-change.ts';
import type { UpdateProfile } from '../../contract/profile.ts';
import type { ActivityAnswer, ListActivity, ReportActivity } from '../../contract/activity.ts';
import type {
  AddPasskey,
  RemovePasskey,
  RenamePasskey,
  StartPasskeyAnswer,
} from '../../contract/passkeys.ts';
import type { RequestPasswordReset, ResetPassword } from '../../contract/password-reset.ts';
import type { EndSession, SessionsAnswer } from '../../contract/sessions.ts';
import type { StartStepUp, StartStepUpAnswer, StepUp } from '../../contract/step-up.ts';
import type {
  EnableTotp,
  RecoveryCodesAnswer,
  TotpSetUpAnswer,
} from '../../contract/two-factor.ts';
import type { Ports } from '../ports/ports.ts';
import { removeAvatar, setAvatar } from './avatar.ts';
import { listActivity, reportActivity } from './activity.ts';
import type { Call, LinkCall, MintedGrant } from './call.ts';
import { resendVerification } from './email-verification.ts';
import { addPasskey, removePasskey, renamePasskey, startPasskey } from './passkeys.ts';
import { requestPasswordReset, resetPassword } from './password-reset.ts';
import { reportSecurityEvent } from './security-report.ts';
import { endOtherSessions, endSession, listSessions } from './sessions.ts';
import { startStepUp } from './step-up-start.ts';
import { createRecoveryCodes, disableTwoFactor, enableTotp, setUpTotp } from './two-factor.ts';
import { deleteAccount } from './delete-account.ts';
import { confirmEmailChange } from './email-change-confirm.ts';
import { reportEmailChange } from './email-change-report.ts';
import { cancelEmailChange, requestEmailChange, resendEmailChange } from './email-change.ts';
import { changePassword } from './password-change.ts';
import { getAccount, updateProfile } from './profile.ts';
import { stepUp } from './step-up.ts';

/**
 * The rules: one function per operation. They need neither HTTP nor SQL nor Node. Input has been judged by the
 * contract's schema; every refusal is an `AccountError`.
 */
export interface Rules {
  getAccount(ports: Ports, call: Call<undefined>): Promise<AccountAnswer>;
  updateProfile(ports: Ports, call: Call<UpdateProfile>): Promise<AccountAnswer>;
  requestEmailChange(ports: Ports, call: Call<RequestEmailChange>): Promise<AccountAnswer>;
  resendEmailChange(ports: Ports, call: Call<undefined>): Promise<AccountAnswer>;
  cancelEmailChange(ports: Ports, call: Call<undefined>): Promise<AccountAnswer>;
  confirmEmailChange(ports: Ports, call: LinkCall<LinkToken>): Promise<DoneAnswer>;
  reportEmailChange(ports: Ports, call: LinkCall<LinkToken>): Promise<DoneAnswer>;
  changePassword(ports: Ports, call: Call<ChangePassword>): Promise<AccountAnswer>;
  /** The input is the picture's bytes. */
  setAvatar(ports: Ports, call: Call<Uint8Array>): Promise<AccountAnswer>;
  removeAvatar(ports: Ports, call: Call<undefined>): Promise<AccountAnswer>;
  deleteAccount(ports: Ports, call: Call<undefined>): Promise<DoneAnswer>;
  startStepUp(ports: Ports, call: Call<StartStepUp>): Promise<StartStepUpAnswer>;
  resendVerification(ports: Ports, call: Call<undefined>): Promise<AccountAnswer>;
  requestPasswordReset(ports: Ports, call: LinkCall<RequestPasswordReset>): Promise<DoneAnswer>;
  resetPassword(ports: Ports, call: LinkCall<ResetPassword>): Promise<DoneAnswer>;
  reportSecurityEvent(ports: Ports, call: LinkCall<LinkToken>): Promise<DoneAnswer>;
  setUpTotp(ports: Ports, call: Call<undefined>): Promise<TotpSetUpAnswer>;
  enableTotp(ports: Ports, call: Call<EnableTotp>): Promise<RecoveryCodesAnswer>;
  disableTwoFactor(ports: Ports, call: Call<undefined>): Promise<AccountAnswer>;
  createRecoveryCodes(ports: Ports, call: Call<undefined>): Promise<RecoveryCodesAnswer>;
  startPasskey(ports: Ports, call: Call<undefined>): Promise<StartPasskeyAnswer>;
  addPasskey(ports: Ports, call: Call<AddPasskey>): Promise<AccountAnswer>;
  renamePasskey(ports: Ports, call: Call<RenamePasskey>): Promise<AccountAnswer>;
  removePasskey(ports: Ports, call: Call<RemovePasskey>): Promise<AccountAnswer>;
  listSessions(ports: Ports, call: Call<undefined>): Promise<SessionsAnswer>;
  endSession(ports: Ports, call: Call<EndSession>): Promise<SessionsAnswer>;
  endOtherSessions(ports: Ports, call: Call<undefined>): Promise<SessionsAnswer>;
  listActivity(ports: Ports, call: Call<ListActivity>): Promise<ActivityAnswer>;
  reportActivity(ports: Ports, call: Call<ReportActivity>): Promise<AccountAnswer>;
  /** Answers the grant beside the account. */
  stepUp(ports: Ports, call: Call<StepUp>): Promise<AccountAnswer & { grant: MintedGrant }>;
}

/** The rules, by the names of the operations. */
export const rules: Rules = {
  getAccount,
  updateProfile,
  requestEmailChange,
  resendEmailChange,
  cancelEmailChange,
  confirmEmailChange,
  reportEmailChange,
  changePassword,
  setAvatar,
  removeAvatar,
  deleteAccount,
  startStepUp,
  resendVerification,
  requestPasswordReset,
  resetPassword,
  reportSecurityEvent,
  setUpTotp,
  enableTotp,
  disableTwoFactor,
  createRecoveryCodes,
  startPasskey,
  addPasskey,
  renamePasskey,
  removePasskey,
  listSessions,
  endSession,
  endOtherSessions,
  listActivity,
  reportActivity,
  stepUp,
};
