import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

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
  sessions: {
    /** Value of the `Cookie` header. */
    cookie: string;
    /** Text that every right answer to a read with this cookie contains. */
    expectRead: string;
    /** Text that every right answer to a write with this cookie contains. */
    expectWrite: string;
  }[];
}

/** Starts listening on a free port of the loopback interface and answers with the port. */
export function listen(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/**
 * Tells the parent process where to send the load, and from then on watches the memory of this process: a message from
 * the parent is answered with the highest resident set size seen, in bytes.
 */
export function announce(description: ServerDescription): void {
  let peakBytes = 0;
  const sample = (): void => {
    peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
  };
  setInterval(sample, 50).unref();
  process.on('message', () => {
    sample();
    process.send?.({ peakBytes });
  });
  process.on('disconnect', () => process.exit());
  if (process.send) process.send(description);
  else console.log(JSON.stringify(description, null, 2));
}
