import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';

import type { KnownSession } from './people.ts';

/** One kind of request that the load sends to a server. */
export interface RequestPlan {
  method: string;
  path: string;
  /** Headers beside `Host`, `Cookie` and those of the body. */
  headers: Record<string, string>;
  /** The body is JSON with one member, `name`, another text in every request. */
  sendsName: boolean;
}

/** What a measured server tells about itself once it listens. */
export interface ServerDescription {
  port: number;
  /** `Host` header of every request. */
  host: string;
  read: RequestPlan;
  write: RequestPlan;
  sessions: readonly KnownSession[];
}

/** What a measured server can be asked, and what it answers. */
export interface Questions {
  /** The highest resident set size of its process so far. */
  peak: { peakBytes: number };
  /** Nothing; from now on it watches how late its event loop is. */
  watchDelay: Record<string, never>;
  /** How late the event loop was since then, in milliseconds; it watches no longer. */
  delay: { p99: number; longest: number };
}

/** Starts listening on a free port of the loopback interface and answers with the port. */
export function listen(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

const endings: (() => Promise<void>)[] = [];

/** Does something before the process ends because its parent has no more use for it; what was named last comes first. */
export function atEnd(work: () => Promise<void>): void {
  endings.unshift(work);
}

async function end(): Promise<void> {
  try {
    for (const work of endings) await work();
  } finally {
    process.exit();
  }
}

/** Tells the parent process where to send the load, and from then on watches this process and answers `Questions`. */
export function announce(description: ServerDescription): void {
  let peakBytes = 0;
  const sample = (): void => {
    peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
  };
  setInterval(sample, 50).unref();
  const resolution = 10;
  const delays = monitorEventLoopDelay({ resolution });
  // What it counts is the time between two turns of a timer, so a loop that is never late has the timer's own.
  const late = (nanoseconds: number): number => nanoseconds / 1e6 - resolution;
  const answers: { [Name in keyof Questions]: () => Questions[Name] } = {
    peak: () => ({ peakBytes }),
    watchDelay() {
      delays.reset();
      delays.enable();
      return {};
    },
    delay() {
      delays.disable();
      return { p99: late(delays.percentile(99)), longest: late(delays.max) };
    },
  };
  process.on('message', (question: keyof Questions) => {
    sample();
    process.send?.(answers[question]());
  });
  process.on('disconnect', () => void end());
  if (process.send) process.send(description);
  else console.log(JSON.stringify(description, null, 2));
}

/** `announce` for a server that answers as selvedge does. */
export function announceAccounts(port: number, sessions: readonly KnownSession[]): void {
  const path = '/api/auth/users/me';
  const headers = { Origin: `http://localhost:${port}` };
  announce({
    port,
    host: `localhost:${port}`,
    read: { method: 'GET', path, headers: {}, sendsName: false },
    write: { method: 'PUT', path, headers, sendsName: true },
    sessions,
  });
}
