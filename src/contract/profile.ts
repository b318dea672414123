import * as z from 'zod/mini';
import { type Output, schema } from './schema.ts';
import type { ProfileFieldName } from './account.ts';
import { clearable, line } from './text.ts';

/** Most code points per field. Source: Auth0's normalised profile; a username is 15 by default, up to 128 by option. */
export const profileLimits: Record<ProfileFieldName, number> = {
  name: 150,
  username: 128,
  givenName: 150,
  familyName: 150,
  nickname: 300,
  language: 35,
};

const usernameCharacters = /^[a-z0-9@`^$!#.+'~_-]*$/;
/** Anything that reads like an address would let one person pose as another's email. */
const looksLikeEmail = /^[^@]+@[^@]+\.[^@]+$/;

function isLanguage(tag: string): boolean {
  try {
    return tag === '' || Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

const username = (): z.ZodMiniString =>
  line(profileLimits.username).check(
    z.toLowerCase(),
    z.refine((text) => usernameCharacters.test(text) && !looksLikeEmail.test(text), {
      error: 'malformed',
    }),
  );

/** A BCP 47 tag. */
export const language = (): z.ZodMiniString =>
  line(profileLimits.language).check(
    z.refine(isLanguage, { error: 'malformed', abort: true }),
    z.overwrite((tag) => (isLanguage(tag) ? (Intl.getCanonicalLocales(tag || [])[0] ?? '') : tag)),
  );

/** A change of the profile. Partial: absent keeps, `null` or blank clears, unknown keys are refused. */
export const UpdateProfile = /* @__PURE__ */ schema(() =>
  z.strictObject({
    /** Full name, at most 150 code points. */
    name: clearable(line(profileLimits.name)),
    /** Lower case letters, digits and ``@ ` ^ $ ! # . + ' ~ _ -``, not an email address; 15 by default, 128 at most. */
    username: clearable(username()),
    /** At most 150 code points. */
    givenName: clearable(line(profileLimits.givenName)),
    /** At most 150 code points. */
    familyName: clearable(line(profileLimits.familyName)),
    /** At most 300 code points. */
    nickname: clearable(line(profileLimits.nickname)),
    /** BCP 47 tag; stored in canonical form. */
    language: clearable(language()),
  }),
);
/** A change of the profile, as it reaches the rules. */
export type UpdateProfile = Output<typeof UpdateProfile>;
