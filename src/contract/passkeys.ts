import * as z from 'zod/mini';
import { Account } from './account.ts';
import { RowId } from './one-time-code.ts';
import { type Output, schema } from './schema.ts';
import { line } from './text.ts';

/** Limits of passkeys. */
export const passkeyLimits = { count: 20, name: 64 } as const;

/** What a browser's authenticator answers, in the JSON form of WebAuthn Level 3. What is in it the server's verifier judges. */
export const PasskeyResponse = /* @__PURE__ */ schema(() =>
  z.object({
    id: z.string().check(z.minLength(1), z.maxLength(1400)),
    rawId: z.string().check(z.maxLength(1400)),
    type: z.literal('public-key'),
    response: z.record(z.string(), z.unknown()),
    clientExtensionResults: z.record(z.string(), z.unknown()),
    authenticatorAttachment: z.optional(z.nullable(z.string())),
  }),
);
/** What a browser's authenticator answers. */
export type PasskeyResponse = Output<typeof PasskeyResponse>;

/** Options for `navigator.credentials`, in the JSON form of WebAuthn Level 3. */
export const PasskeyOptions = /* @__PURE__ */ schema(() => z.record(z.string(), z.unknown()));
/** Options for `navigator.credentials`. */
export type PasskeyOptions = Output<typeof PasskeyOptions>;

/** The answer of `startPasskey`: what the browser needs to make one. */
export const StartPasskeyAnswer = /* @__PURE__ */ schema(() =>
  z.object({ account: Account(), options: PasskeyOptions() }),
);
/** The answer of `startPasskey`. */
export type StartPasskeyAnswer = Output<typeof StartPasskeyAnswer>;

/** Adds the passkey that the browser made. */
export const AddPasskey = /* @__PURE__ */ schema(() =>
  z.strictObject({
    /** What the person calls it, at most 64 code points; absent or blank: a name from the browser and the system. */
    name: z.optional(line(passkeyLimits.name)),
    response: PasskeyResponse(),
  }),
);
/** Adds the passkey that the browser made. */
export type AddPasskey = Output<typeof AddPasskey>;

/** Gives a passkey another name. */
export const RenamePasskey = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: RowId(),
    /** 1 to 64 code points. */
    name: line(passkeyLimits.name).check(z.minLength(1)),
  }),
);
/** Gives a passkey another name. */
export type RenamePasskey = Output<typeof RenamePasskey>;

/** Removes a passkey. */
export const RemovePasskey = /* @__PURE__ */ schema(() => z.strictObject({ id: RowId() }));
/** Removes a passkey. */
export type RemovePasskey = Output<typeof RemovePasskey>;
