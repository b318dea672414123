import * as z from 'zod/mini';

/** What deletion takes: nothing. The consent is the page's matter, the proof is the step-up. */
export const DeleteAccount = z.optional(z.strictObject({}));
/** What deletion takes: nothing. */
export type DeleteAccount = z.output<typeof DeleteAccount>;
