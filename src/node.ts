/**
 * What the server needs of Node: password hashing, passkeys, pictures, files, mail, random values, time. Needs Node 24.7 or
 * newer, and says so when it is loaded on less.
 */
export type { FileAvatarStorageOptions } from './server/node/avatar-storage.ts';
export { createFileAvatarStorage } from './server/node/avatar-storage.ts';
export { createSystemClock } from './server/node/clock.ts';
export type { ImageProcessorOptions } from './server/node/image-processor.ts';
export { createImageProcessor } from './server/node/image-processor.ts';
export type { KeptMail, Mailbox, MailboxOptions } from './server/node/mailbox.ts';
export { createMailbox } from './server/node/mailbox.ts';
export type { PasskeyVerifierOptions } from './server/node/passkey-verifier.ts';
export { createPasskeyVerifier } from './server/node/passkey-verifier.ts';
export type { PasswordHasherOptions } from './server/node/password-hasher.ts';
export { createPasswordHasher } from './server/node/password-hasher.ts';
export type { SecretsOptions } from './server/node/secrets.ts';
export { createSecrets, loadOrCreateKey } from './server/node/secrets.ts';
export type { SmtpMailerOptions } from './server/node/smtp-mailer.ts';
export { createSmtpMailer } from './server/node/smtp-mailer.ts';
export type { SmtpProtection, SmtpServerOptions } from './server/node/smtp-settings.ts';
export type { NodeAdapters } from './server/node/node-adapters.ts';
export { createNodeAdapters } from './server/node/node-adapters.ts';
