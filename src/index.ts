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
export type { AccountBackend, CallOptions, FullBackend } from './contract/backend.ts';
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
export type {
  StartStepUp,
  StartStepUpAnswer,
  StepUp,
  StepUpMethodKind,
  StepUpPurpose,
} from './contract/step-up.ts';
export type { SecurityBackend } from './contract/security-backend.ts';
export type {
  ActivityAnswer,
  ActivityEntry,
  ListActivity,
  ReportActivity,
} from './contract/activity.ts';
export type {
  AddPasskey,
  PasskeyOptions,
  PasskeyResponse,
  RemovePasskey,
  RenamePasskey,
  StartPasskeyAnswer,
} from './contract/passkeys.ts';
export type { RequestPasswordReset, ResetPassword } from './contract/password-reset.ts';
export type { EndSession, Origin, Session, SessionsAnswer } from './contract/sessions.ts';
export type {
  EnableTotp,
  RecoveryCodesAnswer,
  TotpSetUp,
  TotpSetUpAnswer,
} from './contract/two-factor.ts';
export type { CompleteWords, Words } from './words/interface/en.ts';
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
export { TwoFactor } from './react/two-factor/two-factor.tsx';
export type { TwoFactorProps } from './react/two-factor/two-factor.tsx';
export { useTwoFactor } from './react/two-factor/use-two-factor.ts';
export type { TwoFactorHandle, TwoFactorOptions } from './react/two-factor/use-two-factor.ts';
export { Passkeys } from './react/passkeys/passkeys.tsx';
export type { PasskeysProps } from './react/passkeys/passkeys.tsx';
export { usePasskeys } from './react/passkeys/use-passkeys.ts';
export type { PasskeysHandle, PasskeysOptions } from './react/passkeys/use-passkeys.ts';
export { Sessions } from './react/sessions/sessions.tsx';
export type { SessionsProps } from './react/sessions/sessions.tsx';
export { useSessions } from './react/sessions/use-sessions.ts';
export type { SessionsHandle, SessionsOptions } from './react/sessions/use-sessions.ts';
export { Activity } from './react/activity/activity.tsx';
export type { ActivityProps } from './react/activity/activity.tsx';
export { useActivity } from './react/activity/use-activity.ts';
export type { ActivityHandle, ActivityOptions } from './react/activity/use-activity.ts';
export { PasswordForgotten } from './react/password-reset/password-forgotten.tsx';
export type { PasswordForgottenProps } from './react/password-reset/password-forgotten.tsx';
export { PasswordReset } from './react/password-reset/password-reset.tsx';
export type { PasswordResetProps } from './react/password-reset/password-reset.tsx';
export {
  usePasswordForgotten,
  usePasswordReset,
} from './react/password-reset/use-password-reset.ts';
export type {
  PasswordForgottenHandle,
  PasswordForgottenOptions,
  PasswordResetHandle,
  PasswordResetOptions,
} from './react/password-reset/use-password-reset.ts';
export { SecurityReport } from './react/security-report/security-report.tsx';
export type { MailedLinkOperation } from './react/email-change/use-mailed-link.ts';
export type { StepUpProof } from './react/step-up/use-step-up.ts';
export type { Look, LegalLink } from './react/ui/look.ts';
export type { Part, Parts } from './react/ui/part.ts';
export type {
  ButtonSlotProps,
  InputSlotProps,
  LinkSlotProps,
  SelectSlotProps,
  Slots,
} from './react/ui/slots.ts';
export type { DialogProps } from './react/ui/dialog.tsx';
export type { PageComponentProps } from './react/page.tsx';
