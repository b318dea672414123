import type { AccountError } from '../../contract/account-error.ts';
import type { Asking } from '../ports/sessions.ts';

/** The body of a request: its bytes, or the value that the host's own middleware made of them. */
export type RequestBody = { bytes: Uint8Array } | { value: unknown };

/** One request, free of any framework. */
export interface HttpRequest extends Asking {
  /** Upper case. */
  readonly method: string;
  /** Below the base path, without the query, exactly as received: never decoded, never normalised. */
  readonly path: string;
  /** What stands behind the question mark, exactly as received; empty when there is none. */
  readonly query: string;
  /**
   * The whole body, or null when the request has none. Rejects with `too_large` once it is longer than `maxBytes`,
   * `unreadable` when it breaks off.
   */
  readBody(maxBytes: number): Promise<RequestBody | null>;
}

/** One request on its way through: what was asked, and what became known of it. */
export interface Visit {
  /** As it came. */
  readonly request: HttpRequest;
  /** What stands in the path where its template has `{id}`; else null. */
  readonly id: string | null;
  /** Whose account it is about, as soon as that is known. For the log alone. */
  accountId: string | null;
  /** What it was refused with, or null. For the log alone. */
  refusal: AccountError | null;
}

/** One answer, free of any framework. */
export interface HttpAnswer {
  /** HTTP status code. */
  status: number;
  /** Lower-case names. `Set-Cookie` is not among them. */
  headers: Record<string, string>;
  /** Values of `Set-Cookie`, one header each. */
  cookies: readonly string[];
  /** Text goes out as UTF-8. Null sends none; with `HEAD`, the body is left out. */
  body: string | Uint8Array | null;
}
