import * as z from 'zod/mini';
import { Account } from './account.ts';
import { OneTimeCode } from './one-time-code.ts';
import { type Output, schema } from './schema.ts';

/** How many recovery codes are made at a time. */
export const recoveryCodeCount = 10;

/** A new secret for an authenticator app. It counts for nothing until its first code has come back. */
export const TotpSetUp = /* @__PURE__ */ schema(() =>
  z.object({
    /** Base 32, 32 characters (160 bits, RFC 4226), to be typed where no camera is. Shown once. */
    secret: z.string(),
    /** `otpauth://totp/…`, to be shown as a QR code. */
    uri: z.string(),
    /** When the set-up runs out: 10 minutes later by default. ISO 8601, UTC. */
    expiresAt: z.string(),
  }),
);
/** A new secret for an authenticator app. */
export type TotpSetUp = Output<typeof TotpSetUp>;

/** The answer of `setUpTotp`. */
export const TotpSetUpAnswer = /* @__PURE__ */ schema(() =>
  z.object({ account: Account(), setUp: TotpSetUp() }),
);
/** The answer of `setUpTotp`. */
export type TotpSetUpAnswer = Output<typeof TotpSetUpAnswer>;

/** The first code that the authenticator app shows; it switches the second factor on. */
export const EnableTotp = /* @__PURE__ */ schema(() => z.strictObject({ code: OneTimeCode() }));
/** The first code that the authenticator app shows. */
export type EnableTotp = Output<typeof EnableTotp>;

/** New recovery codes, shown this once: the server keeps digests only. */
export const RecoveryCodesAnswer = /* @__PURE__ */ schema(() =>
  z.object({
    account: Account(),
    /** Ten of the form `XXXXX-XXXXX`; each works once. */
    recoveryCodes: z.array(z.string()),
  }),
);
/** New recovery codes, shown this once. */
export type RecoveryCodesAnswer = Output<typeof RecoveryCodesAnswer>;
