/**
 * What the host's error handling gets when something of the server's broke. Its text and stack tell nothing, because a
 * host may put them into its answer; what happened is the `cause`.
 */
export class AccountServerFailure extends Error {
  override name = 'AccountServerFailure';
  /** Read by Express and by others that turn errors into answers. */
  readonly status = 500;

  constructor(cause: unknown) {
    super('The account server failed; the cause of this error says why.', { cause });
    this.stack = `${this.name}: ${this.message}`;
  }
}
