import type { AccountAnswer, DoneAnswer } from '../../contract/account.ts';
import type { LinkToken, RequestEmailChange } from '../../contract/email-change.ts';
import type { ChangePassword } from '../../contract/password-change.ts';
import type { UpdateProfile } from '../../contract/profile.ts';
import type { StepUp } from '../../contract/step-up.ts';
import type { Ports } from '../ports/ports.ts';
import { removeAvatar, setAvatar } from './avatar.ts';
import type { Call, LinkCall, MintedGrant } from './call.ts';
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
  stepUp,
};
