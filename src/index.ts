export { AccountProvider } from './react/account-provider.tsx';
export type { AccountProviderProps } from './react/account-provider.tsx';
export { ProfileForm } from './react/profile/profile-form.tsx';
export type { ProfileFormProps } from './react/profile/profile-form.tsx';
export { useProfileForm } from './react/profile/use-profile-form.ts';
export type {
  ProfileConflict,
  ProfileFormHandle,
  ProfileFormOptions,
  ProfileValues,
} from './react/profile/use-profile-form.ts';
export { StepUpPrompt } from './react/step-up/step-up-prompt.tsx';
export type { StepUpPromptProps } from './react/step-up/step-up-prompt.tsx';
export { useStepUp } from './react/step-up/use-step-up.ts';
export type { StepUpHandle } from './react/step-up/use-step-up.ts';
export { useAccount } from './react/use-account.ts';
export type { AccountState } from './react/use-account.ts';
export { useOperation } from './react/use-operation.ts';
export type { OperationHandle, Outcome } from './react/use-operation.ts';
export type { SectionComponentProps } from './react/account-section.tsx';

export { AccountError, isAccountError } from './contract/account-error.ts';
export type { AccountErrorDetails } from './contract/account-error.ts';
export type {
  Ability,
  Account,
  AccountAnswer,
  DoneAnswer,
  Identity,
  LockReason,
  PendingEmail,
  ProfileField,
  ProfileFieldName,
} from './contract/account.ts';
export type { SetAvatar } from './contract/avatar.ts';
export type { AccountBackend, CallOptions } from './contract/backend.ts';
export type { LinkToken, RequestEmailChange } from './contract/email-change.ts';
export type {
  ClientErrorCode,
  ErrorCode,
  FieldCode,
  FieldError,
  ServerErrorCode,
  StepUpChallenge,
  StepUpMethod,
} from './contract/errors.ts';
export type { ChangePassword } from './contract/password-change.ts';
export type { PasswordPolicy } from './contract/password-policy.ts';
export type { UpdateProfile } from './contract/profile.ts';
export type { StepUp, StepUpPurpose } from './contract/step-up.ts';
export type { Words } from './words/interface/en.ts';
