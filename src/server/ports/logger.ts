import type { Instant } from './account-store.ts';

/** What became of one request. It holds no secret, no input, no query and no address. */
export interface RequestRecord {
  /** `error` for what broke, `warn` for what the server could not do now, else `info`. */
  level: 'info' | 'warn' | 'error';
  /** When it was answered. */
  at: Instant;
  /** The operation, `health`, `ready` or `getAvatarBytes`; null for a method that the path does not take. */
  operation: string | null;
  /** Upper case; `OTHER` for one that HTTP's registry of everyday methods does not have. */
  method: string;
  /** The path as the table has it, below the base path: `/users/me/passkeys/{id}`. */
  route: string;
  /** HTTP status; 500 when something broke. */
  status: number;
  /** The `ErrorCode` of a refusal; `failed` when something broke; else null. */
  code: string | null;
  /** From its arrival to its answer, to a tenth. */
  durationMilliseconds: number;
  /** Whose session it came with, or whose it started; null when nobody's. */
  accountId: string | null;
  /** `X-Request-Id` where it is 1 to 128 letters, digits and `._-`; else minted. */
  requestId: string;
  /** What broke, in one line without links and secrets; else null. */
  reason: string | null;
}

/** Takes one record for each request. */
export interface Logger {
  /** Called after the answer was made. Whatever it throws is passed over. */
  log(record: RequestRecord): void;
}

/** An operation that begins. */
export type OperationStart = Pick<RequestRecord, 'operation' | 'method' | 'route' | 'requestId'>;

/** Called when the operation has ended. */
export type OperationEnd = (record: RequestRecord) => void;

/** What a host may watch. Nothing waits for it, and whatever it throws is passed over. */
export interface Hooks {
  /**
   * Called when an operation begins, in the asynchronous context of the request. A function that it answers is called at
   * its end: begin a span in the one, end it in the other.
   */
  onOperation?: (start: OperationStart) => OperationEnd | void;
}
