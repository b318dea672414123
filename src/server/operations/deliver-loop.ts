/** Something that is done again and again. */
export interface Loop {
  /** Begins with a turn at once; then one every so many seconds. Twice is no different from once. */
  start(): void;
  /** Asks for a turn at once, or for another one after the one under way. Nothing while the loop stands still. */
  wake(): void;
  /** Ends the loop. Resolves when the turn under way has ended. */
  stop(): Promise<void>;
}

/** A timer that does not keep a process alive, where there is such a thing. */
function unref(timer: ReturnType<typeof setTimeout>): void {
  if (typeof timer === 'object' && 'unref' in timer) timer.unref();
}

/**
 * Runs a turn every so many seconds, counted from the end of the one before.
 *
 * @param turn must not reject; `goesOn` turns false when the loop is to stop
 */
export function createLoop(
  turn: (goesOn: () => boolean) => Promise<void>,
  everySeconds: number,
): Loop {
  let running = false;
  let again = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turning: Promise<void> | null = null;

  function schedule(milliseconds: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      again = false;
      turning = turn(() => running).then(ended, ended);
    }, milliseconds);
    unref(timer);
  }
  function ended(): void {
    turning = null;
    if (running) schedule(again ? 0 : everySeconds * 1000);
  }
  function wake(): void {
    if (!running) return;
    if (turning === null) schedule(0);
    else again = true;
  }

  return {
    start() {
      if (running) return;
      running = true;
      wake();
    },
    wake,
    async stop() {
      running = false;
      clearTimeout(timer);
      await turning;
    },
  };
}
