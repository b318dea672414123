import { account } from './en/account.ts';
import { avatar } from './en/avatar.ts';
import { deleteAccount } from './en/delete-account.ts';
import { emailChange } from './en/email-change.ts';
import { errors, fields, locks } from './en/errors.ts';
import { passwordChange } from './en/password-change.ts';
import { profile } from './en/profile.ts';
import { stepUp } from './en/step-up.ts';
import type { FurtherWords } from './further.ts';

/** What a page with the six components of everyday use says, in one language. */
export interface CoreWords {
  /** BCP 47 tag; decides plurals, dates and the direction of writing. */
  locale: string;
  /** What every section shares: loading, failed, signed out, out of date. */
  account: typeof account;
  /** One sentence for every error code, beside the form that failed. */
  errors: typeof errors;
  /** One sentence for every code of a refused field, under the field. */
  fields: typeof fields;
  /** Why something is read-only, under the field or in place of the form. */
  locks: typeof locks;
  /** `ProfileForm`. */
  profile: typeof profile;
  /** `EmailChange`, and the two pages behind mailed links. */
  emailChange: typeof emailChange;
  /** `PasswordChange`. */
  passwordChange: typeof passwordChange;
  /** `AvatarEditor`, the crop dialog included. */
  avatar: typeof avatar;
  /** `DeleteAccount`, and what stands in its place afterwards. */
  deleteAccount: typeof deleteAccount;
  /** `StepUpPrompt`, which asks for the password before something dangerous. */
  stepUp: typeof stepUp;
}

/**
 * What a provider takes. A component of `FurtherWords` speaks English where the words lack its part, so that a page pays
 * for the sentences of those components only that it shows.
 */
export interface Words extends CoreWords, Partial<FurtherWords> {}

/** Everything that the package says on a page, in one language. A language that lacks a sentence does not compile. */
export interface CompleteWords extends CoreWords, FurtherWords {}

/** English. The parts of `FurtherWords` come with their components; `english` has them, too. */
export const en: CoreWords = {
  locale: 'en',
  account,
  errors,
  fields,
  locks,
  profile,
  emailChange,
  passwordChange,
  avatar,
  deleteAccount,
  stepUp,
};
