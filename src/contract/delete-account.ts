import * as z from 'zod/mini';
import { type Output, schema } from './schema.ts';

/** What deletion takes: nothing. The consent is the page's matter, the proof is the step-up. */
export const DeleteAccount = /* @__PURE__ */ schema(() => z.optional(z.strictObject({})));
/** What deletion takes: nothing. */
export type DeleteAccount = Output<typeof DeleteAccount>;
