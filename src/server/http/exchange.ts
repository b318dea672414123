import type { Asking } from '../ports/sessions.ts';

/** The body of a request: its bytes, or the value that the host's own middleware made of them. */
export type RequestBody = { bytes: Uint8Array } | { value: unknown };

/** One request, free of any framework. */
export interface HttpRequest extends Asking {
  /** Upper case. */
  readonly method: string;
  /** Below the base path, without the query, exactly as received: never decoded, never normalised. */
  readonly path: string;
  /**
   * The whole body, or null when the request has none. Rejects with `too_large` once it is longer than `maxBytes`,
   * `unreadable` when it breaks off.
   */
  readBody(maxBytes: number): Promise<RequestBody | null>;
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
