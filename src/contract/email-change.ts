import * as z from 'zod/mini';
import { type Output, schema } from './schema.ts';
import { EmailAddress } from './email-address.ts';

/** Asks for a new address. It becomes the account's only when the link mailed to it is followed. */
export const RequestEmailChange = /* @__PURE__ */ schema(() =>
  z.strictObject({
    /** One plain address, at most 254 characters; trimmed, its domain put into lower-case ASCII. */
    newEmail: EmailAddress(),
  }),
);
/** Asks for a new address. */
export type RequestEmailChange = Output<typeof RequestEmailChange>;

/** What a mailed link carries: 43 characters of base64url, that is 256 bits. */
export const LinkToken = /* @__PURE__ */ schema(() =>
  z.strictObject({
    /** What stands behind `#token=` in the link; at most 512 characters are read. */
    token: z.string().check(z.minLength(1), z.maxLength(512)),
  }),
);
/** What a mailed link carries. */
export type LinkToken = Output<typeof LinkToken>;
