export { AccountProvider, accountQueryKey } from './react/account-provider.tsx';
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
export { EmailChange } from './react/email-change/email-change.tsx';
export type { EmailChangeProps } from './react/email-change/email-change.tsx';
export { EmailChangeConfirmation } from './react/email-change/email-change-confirmation.tsx';
export { EmailChangeReport } from './react/email-change/email-change-report.tsx';
export type { MailedLinkPageProps } from './react/email-change/mailed-link.tsx';
export { useEmailChange } from './react/email-change/use-email-change.ts';
export type {
  EmailChangeHandle,
  EmailChangeOptions,
} from './react/email-change/use-email-change.ts';
export { useMailedLink } from './react/email-change/use-mailed-link.ts';
export type { MailedLinkHandle } from './react/email-change/use-mailed-link.ts';
export { PasswordChange } from './react/password-change/password-change.tsx';
export type { PasswordChangeProps } from './react/password-change/password-change.tsx';
export { usePasswordChange } from './react/password-change/use-password-change.ts';
export type {
  PasswordChangeHandle,
  PasswordChangeOptions,
} from './react/password-change/use-password-change.ts';
export { DeleteAccount } from './react/delete-account/delete-account.tsx';
export type { DeleteAccountProps } from './react/delete-account/delete-account.tsx';
export { useDeleteAccount } from './react/delete-account/use-delete-account.ts';
export type {
  DeleteAccountHandle,
  DeleteAccountOptions,
} from './react/delete-account/use-delete-account.ts';
export { AccountSettings } from './react/account-settings.tsx';
export type { AccountSettingsProps } from './react/account-settings.tsx';
export { IdentityList } from './react/identities/identity-list.tsx';
export type { IdentityListProps } from './react/identities/identity-list.tsx';
export { createHttpBackend } from './client/http-backend.ts';
export type { HttpBackendOptions } from './client/http-backend.ts';
export { AvatarEditor } from './react/avatar/avatar-editor.tsx';
export type { AvatarEditorProps } from './react/avatar/avatar-editor.tsx';
export { useAvatarEditor } from './react/avatar/use-avatar-editor.ts';
export type { AvatarEditorHandle, AvatarEditorOptions } from './react/avatar/use-avatar-editor.ts';
export { useAvatarUpload } from './react/avatar/use-avatar-upload.ts';
export type { AvatarUploadHandle, AvatarUploadOptions } from './react/avatar/use-avatar-upload.ts';
