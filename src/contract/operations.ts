import * as z from 'zod/mini';
import { AccountAnswer, DoneAnswer } from './account.ts';
import { DeleteAccount } from './delete-account.ts';
import { LinkToken, RequestEmailChange } from './email-change.ts';
import { ChangePassword } from './password-change.ts';
import { UpdateProfile } from './profile.ts';
import { SignIn, SignUp } from './sign-in.ts';
import { StepUp } from './step-up.ts';

/** One row of the wire. The HTTP client, the HTTP server and the OpenAPI document are loops over such rows. */
export interface Operation {
  /** HTTP method; with the path it is unique in the table. */
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the base path. */
  path: string;
  /** What the body holds: JSON judged by the schema, the bytes of a picture, or nothing. */
  body: 'json' | 'image' | 'none';
  /** Judges the JSON body; both sides use the same one. */
  input: z.ZodMiniType | null;
  /** What a success answers. */
  output: z.ZodMiniType;
  /** `session`: the signed-in person; `link`: whoever holds the token of a mail; `anyone`. */
  caller: 'session' | 'link' | 'anyone';
  /** Whether it needs a proof by default. */
  stepUp: boolean;
  /** Whether it reads `If-Match`. */
  conditional: boolean;
}

const nothing = z.optional(z.strictObject({}));

/** Every operation of the first version: name → wire. The paths are those of the systems we follow. */
export const operations = {
  getAccount: {
    method: 'GET',
    path: '/users/me',
    body: 'none',
    input: null,
    output: AccountAnswer,
    caller: 'session',
    stepUp: false,
    conditional: false,
  },
  updateProfile: {
    method: 'PUT',
    path: '/users/me',
    body: 'json',
    input: UpdateProfile,
    output: AccountAnswer,
    caller: 'session',
    stepUp: false,
    conditional: true,
  },
  deleteAccount: {
    method: 'DELETE',
    path: '/users/me',
    body: 'none',
    input: DeleteAccount,
    output: DoneAnswer,
    caller: 'session',
    stepUp: true,
    conditional: false,
  },
  requestEmailChange: {
    method: 'PUT',
    path: '/users/me/email',
    body: 'json',
    input: RequestEmailChange,
    output: AccountAnswer,
    caller: 'session',
    stepUp: true,
    conditional: false,
  },
  resendEmailChange: {
    method: 'POST',
    path: '/users/me/email/pending/resend',
    body: 'none',
    input: nothing,
    output: AccountAnswer,
    caller: 'session',
    stepUp: false,
    conditional: false,
  },
  cancelEmailChange: {
    method: 'DELETE',
    path: '/users/me/email/pending',
    body: 'none',
    input: nothing,
    output: AccountAnswer,
    caller: 'session',
    stepUp: false,
    conditional: false,
  },
  confirmEmailChange: {
    method: 'POST',
    path: '/email/verification',
    body: 'json',
    input: LinkToken,
    output: DoneAnswer,
    caller: 'link',
    stepUp: false,
    conditional: false,
  },
  reportEmailChange: {
    method: 'POST',
    path: '/email/report',
    body: 'json',
    input: LinkToken,
    output: DoneAnswer,
    caller: 'link',
    stepUp: false,
    conditional: false,
  },
  changePassword: {
    method: 'PUT',
    path: '/users/me/password',
    body: 'json',
    input: ChangePassword,
    output: AccountAnswer,
    caller: 'session',
    stepUp: true,
    conditional: false,
  },
  setAvatar: {
    method: 'PUT',
    path: '/users/me/avatar',
    body: 'image',
    input: null,
    output: AccountAnswer,
    caller: 'session',
    stepUp: false,
    conditional: false,
  },
  removeAvatar: {
    method: 'DELETE',
    path: '/users/me/avatar',
    body: 'none',
    input: nothing,
    output: AccountAnswer,
    caller: 'session',
    stepUp: false,
    conditional: false,
  },
  stepUp: {
    method: 'POST',
    path: '/step-up',
    body: 'json',
    input: StepUp,
    output: AccountAnswer,
    caller: 'session',
    stepUp: false,
    conditional: false,
  },
} as const satisfies Record<string, Operation>;

/** The name of an operation. */
export type OperationName = keyof typeof operations;

/** Sign-up, sign-in, sign-out: mounted only with the package's own sessions, and no part of a backend. */
export const sessionOperations = {
  signUp: {
    method: 'POST',
    path: '/register',
    body: 'json',
    input: SignUp,
    output: AccountAnswer,
    caller: 'anyone',
    stepUp: false,
    conditional: false,
  },
  signIn: {
    method: 'POST',
    path: '/login',
    body: 'json',
    input: SignIn,
    output: AccountAnswer,
    caller: 'anyone',
    stepUp: false,
    conditional: false,
  },
  signOut: {
    method: 'POST',
    path: '/logout',
    body: 'none',
    input: nothing,
    output: DoneAnswer,
    caller: 'anyone',
    stepUp: false,
    conditional: false,
  },
} as const satisfies Record<string, Operation>;

/** The name of a session operation. */
export type SessionOperationName = keyof typeof sessionOperations;
