import * as z from 'zod/mini';

/** How many characters a person sees as such: Unicode code points, not UTF-16 units. */
export function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** At most so many code points. Reported as `too_long`; also becomes `maxLength` in the OpenAPI document. */
export function maxCodePoints(maximum: number): z.core.$ZodCheck<string> {
  const check = z.refine<string>(
    (text) => text.length <= maximum || countCodePoints(text) <= maximum,
    {
      error: 'too_long',
      params: { maximum },
    },
  );
  check._zod.onattach.push((schema) => {
    (schema._zod.bag as { maximum?: number }).maximum = maximum;
  });
  return check;
}

/** Control characters, line and paragraph separators, bidirectional overrides and unpaired surrogates. */
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u;

/** Nothing but blanks and signs that draw nothing: to a reader the same as no text. */
const invisible = /^[\p{DI}\p{Z}\u2800]+$/u;

/**
 * One line of what a person may write about themselves: trimmed, NFC, nothing invisible that could reorder other text,
 * and not invisible as a whole.
 */
export function line(maximum: number): z.ZodMiniString {
  return z.string().check(
    z.trim(),
    z.normalize('NFC'),
    maxCodePoints(maximum),
    z.refine((text) => !unprintable.test(text) && !invisible.test(text), { error: 'malformed' }),
  );
}

/** What a form sends for one optional line: absent keeps, `null` or nothing but blanks clears. */
export type Clearable = z.ZodMiniOptional<
  z.ZodMiniNullable<z.ZodMiniPipe<z.ZodMiniString, z.ZodMiniTransform<string | null, string>>>
>;

/** Makes a line clearable: absent keeps the stored value, `null` and the empty text clear it. */
export function clearable(text: z.ZodMiniString): Clearable {
  return z.optional(
    z.nullable(
      z.pipe(
        text,
        z.transform((value: string) => (value === '' ? null : value)),
      ),
    ),
  );
}
