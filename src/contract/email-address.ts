import * as z from 'zod/mini';
import { schema } from './schema.ts';

/** RFC 5321 sizes: 64 for the part before the `@`, 254 for the whole, 63 for one label of the domain. */
export const emailLimits = { localPart: 64, total: 254, label: 63 } as const;

/** Letters, digits and the unquoted specials of RFC 5321, and letters of other scripts (RFC 6531). */
const localPart =
  /^[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const asciiDomain = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+([a-z][a-z0-9-]*[a-z0-9])$/;
// oxlint-disable-next-line no-control-regex -- ASCII is what is asked for
const ascii = /^[\u0000-\u007f]*$/;

/** The domain in ASCII (`bücher.example` → `xn--bcher-kva.example`), lower case; null when it is none. */
function asciiForm(domain: string): string | null {
  if (/[^\p{L}\p{N}\p{M}.-]/u.test(domain)) return null;
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return null;
  }
}

/**
 * The address as it is stored and mailed to: NFC, the domain in lower-case ASCII, the part before the `@` as typed.
 * Null when it is not one plain address: lists, quotes, comments, address literals, invisible characters and letters
 * that only look like ASCII after folding are refused.
 */
export function normalizeEmail(typed: string): string | null {
  const text = typed.trim().normalize('NFC');
  if (text.length > emailLimits.total || ascii.test(text) !== ascii.test(typed.trim())) return null;
  const at = text.indexOf('@');
  if (at < 1 || at !== text.lastIndexOf('@')) return null;
  const local = text.slice(0, at);
  if (local.length > emailLimits.localPart || !localPart.test(local)) return null;
  // An encoded word: some mail software decodes it, and delivers to the address that is hidden in it.
  if (local.includes('=?')) return null;
  // U+212A becomes "K", U+017F "s": such a twin of somebody's address is refused rather than matched.
  if (local.normalize('NFKC') !== local) return null;
  if (ascii.test(local.toLowerCase()) !== ascii.test(local)) return null;
  const domain = asciiForm(text.slice(at + 1));
  if (domain === null || !asciiDomain.test(domain)) return null;
  if (domain.split('.').some((label) => label.length > emailLimits.label)) return null;
  const address = `${local}@${domain}`;
  return address.length > emailLimits.total ? null : address;
}

/** What two addresses of one mailbox have in common: lower case, NFC. No provider's tricks (dots, plus) are undone. */
export function canonicalEmail(address: string): string {
  // Lower case can compose where upper case could not: "J" with a caron has no letter of its own, "j" has.
  return address.toLowerCase().normalize('NFC');
}

/** Enough of an address to recognise one's own: `n•••@example.com`. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@');
  return `${[...address][0] ?? ''}•••${address.slice(at)}`;
}

/** One email address. At most 254 characters; reported as `malformed` when it is none. */
export const EmailAddress = /* @__PURE__ */ schema(() =>
  z.pipe(
    z.string().check(
      z.trim(),
      z.minLength(1, { abort: true }),
      z.maxLength(emailLimits.total, { abort: true }),
      z.refine((text) => normalizeEmail(text) !== null, { error: 'malformed', abort: true }),
    ),
    z.transform((text: string) => normalizeEmail(text) ?? text),
  ),
);
