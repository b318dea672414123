import type { Identified } from './actor.ts';

/** What a session is told by. */
export interface Asking {
  /** A header of the request by its lower-case name. */
  header(name: string): string | undefined;
  /** The address of whoever asks, as far as proxies are trusted; null when it is not known. */
  readonly address: string | null;
  /** The host's own request objects, which its `identify` is called with. */
  readonly raw: readonly unknown[];
}

/**
 * Who asks: the actor with the account; `ended` when there was a session that is over; null when there is none. An
 * unreadable session is none, never an error.
 */
export type Asked = Identified | 'ended' | null;

/** Finds the session of a request: the package's own cookie sessions, or those of a host. */
export interface Sessions {
  /** Rejects with an `AccountError` when the session is good and still nobody can be served (`not_found`). */
  find(asking: Asking): Promise<Asked>;
}
