import * as z from 'zod/mini';
import { schema } from './schema.ts';

/** Digits of a code from an authenticator app or a mail. Source: RFC 6238, the default of every app. */
export const codeDigits = 6;

/** Characters of a recovery code without its hyphen: 50 random bits in Crockford's base 32. */
export const recoveryCodeLength = 10;

/** A code of six digits as people type it: blanks are passed over. Anything else is `malformed`. */
export const OneTimeCode = /* @__PURE__ */ schema(() =>
  z.pipe(
    z.string().check(
      z.minLength(1, { abort: true }),
      z.maxLength(64, { abort: true }),
      z.refine((text) => /^\d{6}$/.test(text.replace(/\s/g, '')), { error: 'malformed' }),
    ),
    z.transform((text: string) => text.replace(/\s/g, '')),
  ),
);

/** What a recovery code means, however it was typed: upper case, no blanks or hyphens, O as 0, I and L as 1. */
export function normalizeRecoveryCode(text: string): string {
  return text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
}

/** A recovery code as people type it: any case, with or without the hyphen. Anything else is `malformed`. */
export const RecoveryCode = /* @__PURE__ */ schema(() =>
  z.pipe(
    z.string().check(
      z.minLength(1, { abort: true }),
      z.maxLength(64, { abort: true }),
      z.refine((text) => /^[0-9A-HJKMNP-TV-Z]{10}$/.test(normalizeRecoveryCode(text)), {
        error: 'malformed',
      }),
    ),
    z.transform(normalizeRecoveryCode),
  ),
);

/** An id that stands in a path: what `Secrets.mintId` makes. */
export const RowId = /* @__PURE__ */ schema(() =>
  z.string().check(z.refine((text) => /^[\w-]{1,64}$/.test(text), { error: 'malformed' })),
);
