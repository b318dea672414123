import { median, note } from '../figure.ts';
import { packageForm } from '../package.ts';
import { startChild } from './child.ts';
import type { Child } from './child.ts';
import type { LoadOrder, LoadResult } from './load.ts';
import type { Questions, ServerDescription } from './measured.ts';
import type { KnownSession } from './people.ts';

/** How often the contenders take turns. */
export const rounds = 9;
const warmUpSeconds = 0.3;

/** How long the answers of one load are counted. */
export const countedSeconds = 1.5;

/** How many of the names that were written are read back after a round. */
const mostReadBack = 256;

/** A server that is measured, and how many requests a second it answered in each round. */
export interface Contender {
  name: string;
  process: Child;
  server: ServerDescription;
  read: number[];
  write: number[];
}

/** Starts a contender, `bench/server/<file>`, and waits until it listens. */
export async function enter(
  name: string,
  file: string,
  args: readonly string[] = [],
): Promise<Contender> {
  const conditions = packageForm().conditions.map((condition) => `--conditions=${condition}`);
  const process = startChild(file, args, conditions);
  const server = await process.ask<ServerDescription>();
  return { name, process, server, read: [], write: [] };
}

/** Asks a contender's process, not its server. */
export const ask = <Name extends keyof Questions>(
  { process }: Contender,
  question: Name,
): Promise<Questions[Name]> => process.ask<Questions[Name]>(question);

/** Reads an account over HTTP, as the load does. */
export async function readAccount(
  { server }: Contender,
  { cookie }: KnownSession,
): Promise<Response> {
  const headers = { ...server.read.headers, Cookie: cookie };
  return fetch(`http://127.0.0.1:${server.port}${server.read.path}`, { headers });
}

/** Reads back over HTTP that the last acknowledged write of a session is what the server now answers. */
async function checkStored(contender: Contender, lastNames: LoadResult['lastNames']) {
  const step = Math.max(1, Math.floor(lastNames.length / mostReadBack));
  for (let index = 0; index < lastNames.length; index += step) {
    const { session, name } = lastNames[index]!;
    const answer = await readAccount(contender, session);
    if (!(await answer.text()).includes(`"${name}"`)) {
      throw new Error(`${contender.name} acknowledged ${name} and does not answer with it`);
    }
  }
}

async function loadOnce(
  load: Child,
  contender: Contender,
  kind: LoadOrder['kind'],
): Promise<number> {
  const order: LoadOrder = { server: contender.server, kind, warmUpSeconds, countedSeconds };
  const result = await load.ask<LoadResult>(order);
  if (result.wrong.length > 0) {
    const answers = result.wrong.join('\n---\n');
    throw new Error(`${contender.name} answered a ${kind} wrongly:\n${answers}`);
  }
  if (kind === 'write') await checkStored(contender, result.lastNames);
  return result.requestsPerSecond;
}

/** Loads the contenders in turns with reads and writes, and notes what each of them answered. */
export async function measure(contenders: readonly Contender[]): Promise<void> {
  const load = startChild('load.ts');
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const kind of ['read', 'write'] as const) {
        for (const contender of contenders) {
          contender[kind].push(await loadOnce(load, contender, kind));
        }
      }
    }
  } finally {
    await load.stop();
  }
  for (const { name, read, write } of contenders) {
    note(`${name}: reads`, median(read), '/s', spread(read));
    note(`${name}: writes`, median(write), '/s', spread(write));
  }
}

/** The smallest and the largest of the rounds' values. */
export function spread(values: readonly number[]): string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const digits = high >= 100 ? 0 : 2;
  return `${low.toFixed(digits)} to ${high.toFixed(digits)}`;
}

/** Does the work with contenders that enter during it, and stops them all afterwards. */
export async function withContenders(
  work: (enterOne: typeof enter) => Promise<void>,
): Promise<void> {
  const entered: Contender[] = [];
  try {
    await work(async (...args) => {
      const contender = await enter(...args);
      entered.push(contender);
      return contender;
    });
  } finally {
    await Promise.all(entered.map(({ process }) => process.stop()));
  }
}
