// Takes each guard out of the sources in turn and runs the tests beside it: one of them has to turn red.
// `npm run proofs -- guards [text]` takes those whose name has the text.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { availableParallelism } from 'node:os';
import { guardedFiles } from '../test/proofs/guards.ts';
import type { LaneAnswer } from './guards-lane.ts';

interface Mutant {
  name: string;
  fileIndex: number;
  guardIndex: number;
}

// Without its guard a loop may never end: then nobody waits, and the lane is started anew.
const patienceSeconds = 60;

const mutants = guardedFiles.flatMap(({ file, guards }, fileIndex) =>
  guards.map(({ against }, guardIndex): Mutant => ({
    name: `${file}: ${against}`,
    fileIndex,
    guardIndex,
  })),
);
const wanted = process.argv[2] ?? '';
const waiting = mutants.filter(({ name }) => name.includes(wanted));
const count = waiting.length;
const survivors: string[] = [];
let held = 0;

async function startLane(): Promise<ChildProcess> {
  const lane = fork(join(import.meta.dirname, 'guards-lane.ts'), { execArgv: process.execArgv });
  await once(lane, 'message');
  return lane;
}

/** What the lane answers, or null when it has died or takes too long. */
function ask(lane: ChildProcess, mutant: Mutant): Promise<LaneAnswer | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => lane.kill('SIGKILL'), patienceSeconds * 1000);
    const settle = (answer: LaneAnswer | null): void => {
      clearTimeout(timer);
      lane.removeAllListeners();
      resolve(answer);
    };
    lane.once('message', (answer) => settle(answer as LaneAnswer));
    lane.once('exit', () => settle(null));
    lane.send(mutant);
  });
}

async function runLane(): Promise<void> {
  let lane = await startLane();
  for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
    const startedAt = performance.now();
    const answer = await ask(lane, mutant);
    if (answer === null) lane = await startLane();
    const { outcome, by } = answer ?? { outcome: 'red', by: 'the tests did not end' };
    if (outcome === 'red') held += 1;
    else survivors.push(`${mutant.name}${by && `: ${by}`}`);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(`${outcome === 'red' ? 'held' : 'NOT HELD'} ${mutant.name} (${seconds} s) ${by}`);
  }
  lane.kill();
}

await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, runLane));
console.log(`${held} of ${count} guards are held by a test`);
for (const name of survivors) console.log(`no test turned red without the guard in ${name}`);
process.exit(survivors.length === 0 && count > 0 ? 0 : 1);
