export { createAccountServer, type AccountServer } from './server/http/account-server.ts';
export type { AccountServerOptions } from './server/http/account-server-options.ts';
export type { AuditEvent, AuditSink } from './server/http/audit-sink.ts';
export type { FindAddress } from './server/http/client-address.ts';
export type { AccountCore } from './server/http/core.ts';
export type { HostCookie } from './server/http/cookies.ts';
export type { HttpAnswer, HttpRequest, RequestBody, Visit } from './server/http/exchange.ts';
export { AccountServerFailure } from './server/http/failure.ts';
export { createHandler, type AccountHandler } from './server/http/handler.ts';
export type { Locate } from './server/http/place.ts';
export type { AccountResource, Route, ServedRoute } from './server/http/resources.ts';
export { passwordPolicies, type PolicyPreset } from './server/operations/password-policies.ts';
export type { DispatchProblem } from './server/operations/deliver-problem.ts';
export * from './server/ports/account-store.ts';
export type { Actor, Identified, ProvisionedAccount } from './server/ports/actor.ts';
export type { AvatarStorage } from './server/ports/avatar-storage.ts';
export type { Clock } from './server/ports/clock.ts';
export type { ImageProcessor, ProcessedImage } from './server/ports/image-processor.ts';
export type {
  Hooks,
  Logger,
  OperationEnd,
  OperationStart,
  RequestRecord,
} from './server/ports/logger.ts';
export type * from './server/ports/link-store.ts';
export type { MailLegalLink, MailLook, MailTokens } from './server/ports/mail-look.ts';
export { MailRefused, type Mail, type Mailer } from './server/ports/mailer.ts';
export type * from './server/ports/passkey-store.ts';
export type { PasskeyVerifier } from './server/ports/passkey-verifier.ts';
export type { PasswordHasher } from './server/ports/password-hasher.ts';
export type { Ports } from './server/ports/ports.ts';
export type * from './server/ports/proofs.ts';
export type { Secrets } from './server/ports/secrets.ts';
export * from './server/ports/session-store.ts';
export type { Asked, Asking, Sessions } from './server/ports/sessions.ts';
export type { Settings } from './server/ports/settings.ts';
export type * from './server/ports/two-factor-store.ts';
export { AccountError, isAccountError } from './contract/account-error.ts';
