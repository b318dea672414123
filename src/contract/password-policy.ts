import * as z from 'zod/mini';
import { type Output, schema } from './schema.ts';

/** Kinds of characters that a policy may ask for. `special` is anything that is no letter and no digit. */
export const characterTypes = ['lower', 'upper', 'digit', 'special'] as const;
/** A kind of character that a policy may ask for. */
export type CharacterType = (typeof characterTypes)[number];

/** What a new password must be. It travels with the account, so that a form can say it before anything is typed. */
export const PasswordPolicy = /* @__PURE__ */ schema(() =>
  z.object({
    /** Fewest code points. Default 15 (NIST SP 800-63B-4: the password alone). */
    minLength: z.number(),
    /** Most code points, counted after NFC. Default 256; longer ones are refused, never cut. */
    maxLength: z.number(),
    /** Composition rule, off by default (`atLeast: 0`): so many of the kinds in `among` (`CharacterType`) must occur. */
    characterTypes: z.object({ among: z.array(z.string()), atLeast: z.number() }),
    /** Most times that one character may stand in a row; null (default) does not count them. */
    maxIdenticalInRow: z.nullable(z.number()),
    /** Whether common and leaked passwords are refused. Default true. */
    notCommon: z.boolean(),
    /** Whether the name, the address and the application's name are refused as passwords. Default true. */
    notPersonal: z.boolean(),
    /** How many former passwords are refused beside the present one. Default 0. */
    history: z.number(),
  }),
);
/** What a new password must be. */
export type PasswordPolicy = Output<typeof PasswordPolicy>;

/** A password as typed: never trimmed, never cut. 1 to 4,096 UTF-16 units here; the policy judges the rest. */
export const Password = /* @__PURE__ */ schema(() =>
  z.string().check(
    z.minLength(1),
    z.maxLength(4096),
    z.refine((text) => !/\p{Cs}/u.test(text), { error: 'malformed' }),
  ),
);
