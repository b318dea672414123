import { quantile, report } from '../figure.ts';
import { ask, readAccount, rounds, withContenders } from './contender.ts';
import type { Contender } from './contender.ts';
import { password } from './people.ts';
import type { KnownSession } from './people.ts';

const parallelChecks = 64;
const readers = 4;

/** What became of password checks that came all at once, and of the reads meanwhile. */
interface Outcome {
  checked: number;
  /** Answered 503; how many of them say when to come back. */
  refused: { retryAfter: string | null }[];
  /** Answers that are neither. */
  wrong: string[];
  /** Milliseconds that each right answer to a read took. */
  reads: number[];
  wrongReads: number;
}

async function check({ server }: Contender, session: KnownSession, outcome: Outcome) {
  const answer = await fetch(`http://127.0.0.1:${server.port}/api/auth/step-up`, {
    method: 'POST',
    headers: {
      ...server.write.headers,
      'Content-Type': 'application/json',
      Cookie: session.cookie,
    },
    body: JSON.stringify({ purpose: 'deleteAccount', password }),
  });
  const text = await answer.text();
  if (answer.status === 503)
    outcome.refused.push({ retryAfter: answer.headers.get('retry-after') });
  else if (answer.status === 200) outcome.checked += 1;
  else outcome.wrong.push(`${answer.status} ${text}`);
}

async function readUntil(
  contender: Contender,
  session: KnownSession,
  outcome: Outcome,
  isOver: () => boolean,
) {
  while (!isOver()) {
    const start = performance.now();
    const answer = await readAccount(contender, session);
    const right = answer.ok && (await answer.text()).includes(session.expectRead);
    if (right) outcome.reads.push(performance.now() - start);
    else outcome.wrongReads += 1;
  }
}

/** One password check with each of the sessions, all at once, and reads as long as they last. */
async function checkAtOnce(
  contender: Contender,
  sessions: readonly KnownSession[],
  outcome: Outcome,
): Promise<void> {
  let over = false;
  const checks = Promise.all(sessions.map((session) => check(contender, session, outcome)));
  const reading = contender.server.sessions
    .slice(-readers)
    .map((session) => readUntil(contender, session, outcome, () => over));
  await checks;
  over = true;
  await Promise.all(reading);
}

/** 64 password checks at once, at the cost that a password has by default: what becomes of everything else. */
export const measureChecks = (): Promise<void> =>
  withContenders(async (enter) => {
    console.log(`server with ${parallelChecks} password checks at once, ${rounds} times, SQLite`);
    const args = [`--sessions=${parallelChecks * rounds + readers}`];
    const selvedge = await enter('selvedge', 'selvedge.ts', args);
    const outcome: Outcome = { checked: 0, refused: [], wrong: [], reads: [], wrongReads: 0 };
    await ask(selvedge, 'watchDelay');
    for (let round = 0; round < rounds; round += 1) {
      const from = round * parallelChecks;
      await checkAtOnce(
        selvedge,
        selvedge.server.sessions.slice(from, from + parallelChecks),
        outcome,
      );
    }
    const delay = await ask(selvedge, 'delay');
    const { checked, refused, wrong, reads, wrongReads } = outcome;
    if (wrong.length > 0) throw new Error(`a check was answered wrongly: ${wrong[0]}`);
    report({
      name: 'event-loop delay during 64 password checks, p99',
      value: delay.p99,
      unit: 'ms',
      bar: { atMost: 50 },
      detail: `longest ${delay.longest.toFixed(0)} ms`,
    });
    report({
      name: 'reads answered meanwhile, of those asked',
      value: reads.length / (reads.length + wrongReads),
      unit: '×',
      bar: { atLeast: 1 },
      detail: `${reads.length} reads, median ${quantile(reads, 0.5).toFixed(0)} ms, p99 ${quantile(reads, 0.99).toFixed(0)} ms`,
    });
    const withHeader = refused.filter(({ retryAfter }) => Number(retryAfter) > 0).length;
    report({
      name: 'excess checks answered 503 with Retry-After, of those refused',
      // Without any refused one the bound was not seen.
      value: refused.length === 0 ? null : withHeader / refused.length,
      unit: '×',
      bar: { atLeast: 1 },
      detail: `of ${parallelChecks}: ${(checked / rounds).toFixed(0)} checked, ${(refused.length / rounds).toFixed(0)} refused`,
    });
  });
