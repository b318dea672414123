import * as z from 'zod/mini';
import { type Output, schema } from './schema.ts';
import { Password } from './password-policy.ts';

/** Operations that a proof can be asked for. The purpose of a grant is one of these names. */
export const stepUpPurposes = ['requestEmailChange', 'changePassword', 'deleteAccount'] as const;
/** The operation that a proof allows. */
export type StepUpPurpose = (typeof stepUpPurposes)[number];

/** Proves that it is you, for one purpose. */
export const StepUp = schema(() =>
  z.strictObject({
    /** The operation that the proof is for; it allows no other. */
    purpose: z.enum(stepUpPurposes),
    /** With the method `password`. Absent with `sign_in`: then a sign-in within the last 5 minutes counts. */
    password: z.optional(Password()),
  }),
);
/** Proves that it is you, for one purpose. */
export type StepUp = Output<typeof StepUp>;
