import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A process of the bench that speaks in messages: a measured server, or the load. */
export interface Child {
  /** Sends a message, or none, and waits for the next one. */
  ask: <Answer>(message?: unknown) => Promise<Answer>;
  /** Resolves when it has ended. */
  stop: () => Promise<void>;
}

/** Starts `bench/server/<file>` in a process of its own, in production mode. */
export function startChild(
  file: string,
  args: readonly string[] = [],
  execArgv: readonly string[] = [],
): Child {
  const child: ChildProcess = fork(join(import.meta.dirname, file), args, {
    execArgv: [...execArgv],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  return {
    ask: <Answer>(message?: unknown) =>
      new Promise<Answer>((resolve, reject) => {
        const ended = (code: number | null): void =>
          reject(new Error(`${file} ended with ${code} before it answered`));
        child.once('exit', ended);
        child.once('message', (answer) => {
          child.off('exit', ended);
          resolve(answer as Answer);
        });
        if (message !== undefined) child.send(message as object);
      }),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
