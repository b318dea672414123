import { connect } from 'node:net';
import type { Socket } from 'node:net';

import type { RequestPlan, ServerDescription } from './measured.ts';
import type { KnownSession } from './people.ts';

/** Connections of the load; each takes its share of the sessions in turns. */
const connectionCount = 32;

/** An order to the load process: keep every connection busy for a while and count the answers. */
export interface LoadOrder {
  server: ServerDescription;
  kind: 'read' | 'write';
  /** Answers of the first seconds are not counted. */
  warmUpSeconds: number;
  /** How long answers are counted. */
  countedSeconds: number;
}

/** What a load found. */
export interface LoadResult {
  requestsPerSecond: number;
  /** Every answer was a 2xx and contained the text that the session expects. */
  answers: number;
  /** The first answers that were wrong, as received; empty when all were right. */
  wrong: string[];
  /** The name that was sent last with each session that had a turn; empty for reads. */
  lastNames: { session: KnownSession; name: string }[];
}

const headEnd = '\r\n\r\n';

/** Whole length of the answer at the start of the text in bytes, or null while its end has not arrived. */
function answerLength(text: string): number | null {
  const head = text.indexOf(headEnd);
  if (head < 0) return null;
  const length = /\r\ncontent-length: *(\d+)/i.exec(text.slice(0, head + 2));
  if (length) {
    const end = head + headEnd.length + Number(length[1]);
    return text.length >= end ? end : null;
  }
  const end = text.indexOf(`\r\n0${headEnd}`, head);
  return end < 0 ? null : end + 3 + headEnd.length;
}

function requestText(
  plan: RequestPlan,
  host: string,
): (session: KnownSession, name: string) => string {
  const lines = [`${plan.method} ${plan.path} HTTP/1.1`, `Host: ${host}`];
  for (const [name, value] of Object.entries(plan.headers)) lines.push(`${name}: ${value}`);
  const head = lines.join('\r\n');
  if (!plan.sendsName) return ({ cookie }) => `${head}\r\nCookie: ${cookie}${headEnd}`;
  return ({ cookie }, name) => {
    const body = JSON.stringify({ name });
    return `${head}\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}${headEnd}${body}`;
  };
}

/** Loads a server over keep-alive connections, each with one request under way at any time. */
async function load(order: LoadOrder): Promise<LoadResult> {
  const { server, kind } = order;
  const plan = server[kind];
  const startAt = performance.now() + order.warmUpSeconds * 1000;
  const endAt = startAt + order.countedSeconds * 1000;
  let answers = 0;
  const wrong: string[] = [];
  const lastNames = new Map<KnownSession, string>();
  const request = requestText(plan, server.host);
  // A name that an account has already is no change, and need not be written.
  const loadName = Date.now().toString(36);

  const run = (index: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const share = server.sessions.filter((_, number) => number % connectionCount === index);
      if (share.length === 0) return resolve();
      const socket: Socket = connect(server.port, '127.0.0.1');
      let received = '';
      let sent = 0;
      let expected = '';
      const send = (): void => {
        const session = share[sent % share.length]!;
        const name = `Name ${loadName} ${index} ${sent}`;
        sent += 1;
        expected = kind === 'read' ? session.expectRead : session.expectWrite;
        if (plan.sendsName) lastNames.set(session, name);
        socket.write(request(session, name), 'latin1');
      };
      socket.setNoDelay(true);
      socket.setEncoding('latin1');
      socket.on('connect', send);
      socket.on('error', reject);
      socket.on('end', () => reject(new Error(`connection ${index} was closed by the server`)));
      socket.on('data', (chunk: string) => {
        received += chunk;
        const length = answerLength(received);
        if (length === null) return;
        if (!received.startsWith('HTTP/1.1 2') || !received.includes(expected)) {
          if (wrong.length < 3) wrong.push(received);
        }
        const at = performance.now();
        if (at >= startAt && at < endAt) answers += 1;
        received = received.slice(length);
        if (at < endAt) return send();
        socket.removeAllListeners('end');
        socket.destroy();
        resolve();
      });
    });

  await Promise.all(Array.from({ length: connectionCount }, (_, index) => run(index)));
  return {
    requestsPerSecond: answers / order.countedSeconds,
    answers,
    wrong,
    lastNames: Array.from(lastNames, ([session, name]) => ({ session, name })),
  };
}

process.on('message', (order: LoadOrder) => {
  load(order).then(
    (result) => process.send?.(result),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit());
