/** A place in the sources that keeps somebody out. */
export interface Guard {
  /** What it keeps from happening. */
  against: string;
  /** Its text, which stands in its file exactly once. */
  source: string;
  /** What stands there once it is taken out; default: nothing. */
  without?: string;
}

/** The guards of one file. */
export interface GuardedFile {
  /** Below `src/server`. */
  file: string;
  /** Test files, below `test`, of which one turns red when one of these guards is missing. */
  tests: readonly string[];
  guards: readonly Guard[];
}
