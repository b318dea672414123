import { median, note, reason, report } from './figure.ts';
import { installPeers, linkPackage, packageForm } from './package.ts';
import { startChild } from './server/child.ts';
import type { Child } from './server/child.ts';
import type { LoadOrder, LoadResult } from './server/load.ts';
import type { ServerDescription } from './server/measured.ts';
import { accountCount, sessionCount } from './server/people.ts';

const rounds = 5;
const warmUpSeconds = 0.5;
const countedSeconds = 3;

interface Contender {
  name: string;
  process: Child;
  server: ServerDescription;
  readRates: number[];
  writeRates: number[];
  /** Highest resident set size of the process while it was loaded, in MB. */
  peakMegabytes: number;
}

async function enter(name: string, file: string, execArgv: string[] = []): Promise<Contender> {
  const process = startChild(file, execArgv);
  const server = await process.ask<ServerDescription>();
  return { name, process, server, readRates: [], writeRates: [], peakMegabytes: 0 };
}

/** Reads back over HTTP that the last acknowledged write of every session is what the server now answers. */
async function checkStored(contender: Contender, lastNames: readonly string[]): Promise<void> {
  const { server, name } = contender;
  for (const [index, { cookie }] of server.sessions.entries()) {
    const url = `http://127.0.0.1:${server.port}${server.read.path}`;
    const answer = await fetch(url, { headers: { ...server.read.headers, Cookie: cookie } });
    const wanted = `"${lastNames[index]}"`;
    if (!(await answer.text()).includes(wanted)) {
      throw new Error(`${name} acknowledged ${wanted} and does not answer with it`);
    }
  }
}

async function loadOnce(
  load: Child,
  contender: Contender,
  kind: 'read' | 'write',
): Promise<number> {
  const order: LoadOrder = { server: contender.server, kind, warmUpSeconds, countedSeconds };
  const result = await load.ask<LoadResult>(order);
  if (result.wrong.length > 0) {
    throw new Error(
      `${contender.name} answered a ${kind} wrongly:\n${result.wrong.join('\n---\n')}`,
    );
  }
  if (kind === 'write') await checkStored(contender, result.lastNames);
  return result.requestsPerSecond;
}

async function measure(load: Child, contenders: readonly Contender[]): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of contenders) {
      contender.readRates.push(await loadOnce(load, contender, 'read'));
      contender.writeRates.push(await loadOnce(load, contender, 'write'));
    }
  }
  for (const contender of contenders) {
    const { peakBytes } = await contender.process.ask<{ peakBytes: number }>('peak');
    contender.peakMegabytes = peakBytes / 1e6;
  }
}

/** The median of the ratios of each round: a slow moment of the machine then meets both sides. */
function ratio(over: readonly number[], under: readonly number[]): number {
  return median(over.map((value, round) => value / (under[round] ?? Number.NaN)));
}

const rate = (rates: readonly number[]): string => `${Math.round(median(rates))}/s`;

/** Measures the server beside the floor and better-auth and prints its figures. */
export async function measureServer(): Promise<void> {
  installPeers();
  // An installation removes what it did not install.
  await linkPackage();
  const entered: Contender[] = [];
  const load = startChild('load.ts');
  let missing = '';
  try {
    const selvedge = await enter(
      'selvedge',
      'selvedge.ts',
      packageForm().conditions.map((name) => `--conditions=${name}`),
    ).catch((error: unknown) => {
      missing = reason(error);
      return null;
    });
    if (selvedge) entered.push(selvedge);
    const floor = await enter('bare Express', 'floor.ts');
    entered.push(floor);
    const peer = await enter('better-auth', 'better-auth.ts');
    entered.push(peer);
    console.log(
      `server: ${rounds} rounds of ${countedSeconds} s, ${sessionCount} connections, ${accountCount} accounts, node:sqlite, WAL, synchronous=FULL`,
    );
    await measure(load, entered);
    for (const contender of entered) {
      note(`${contender.name}: reads`, median(contender.readRates), '/s');
      note(`${contender.name}: writes`, median(contender.writeRates), '/s');
      note(`${contender.name}: peak memory`, contender.peakMegabytes, 'MB');
    }
    const line = (name: string, kind: 'readRates' | 'writeRates', other: Contender, bar: number) =>
      report({
        name,
        value: selvedge ? ratio(selvedge[kind], other[kind]) : null,
        unit: '×',
        bar: { atLeast: bar },
        detail: selvedge ? `${rate(selvedge[kind])} : ${rate(other[kind])}` : missing,
      });
    line('GET /users/me against bare Express', 'readRates', floor, 0.6);
    line('PUT /users/me against bare Express', 'writeRates', floor, 0.7);
    line('GET /users/me against better-auth get-session', 'readRates', peer, 5);
    line('PUT /users/me against better-auth update-user', 'writeRates', peer, 1.5);
    report({
      name: 'peak memory under that load against better-auth',
      value: selvedge ? selvedge.peakMegabytes / peer.peakMegabytes : null,
      unit: '×',
      bar: { atMost: 0.5 },
      detail: selvedge
        ? `${selvedge.peakMegabytes.toFixed(0)} MB : ${peer.peakMegabytes.toFixed(0)} MB`
        : missing,
    });
  } finally {
    load.stop();
    for (const contender of entered) contender.process.stop();
  }
}
