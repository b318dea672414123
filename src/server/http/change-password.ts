import type { HttpAnswer } from './exchange.ts';
import { redirectHeaders } from './headers.ts';

/**
 * Where password managers look for the page that changes a password, at the root of the origin. W3C: "A Well-Known URL for
 * Changing Passwords".
 */
export const changePasswordPath = '/.well-known/change-password';

/** Leads to the host's page, which comes from the configuration; nothing of the request goes along. */
export function answerChangePassword(page: string): HttpAnswer {
  return { status: 302, headers: { ...redirectHeaders, location: page }, cookies: [], body: null };
}
