import type { Browser, Page } from 'playwright';

/** One task of a page's main thread. */
export interface Task {
  /** Begin in microseconds of the trace's clock. */
  startMicroseconds: number;
  /** Time the thread was at work in it, without the time in which other programs had the processor. */
  cpuMilliseconds: number;
  /** Time from its begin to its end. */
  wallMilliseconds: number;
}

/** What a trace says about the main thread of a page. */
export interface MainThread {
  tasks: Task[];
  /** Begin of each handled `keydown`, in microseconds of the trace's clock. */
  keydowns: number[];
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args?: {
    name?: string;
    data?: { type?: string; frames?: { url: string; processId?: number }[] };
  };
}

const categories = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];

/** Runs the steps under a trace of the browser and answers with what the page's main thread did meanwhile. */
export async function traceMainThread(
  browser: Browser,
  page: Page,
  steps: () => Promise<void>,
): Promise<MainThread> {
  await browser.startTracing(page, { categories });
  await steps();
  const buffer = await browser.stopTracing();
  const { traceEvents }: { traceEvents: TraceEvent[] } = JSON.parse(buffer.toString());
  // Chromium names the process of every open frame when the trace begins; a spare renderer is not among them.
  const processes = new Set(
    traceEvents
      .filter(({ name }) => name === 'TracingStartedInBrowser')
      .flatMap(({ args }) => args?.data?.frames ?? [])
      .filter(({ url }) => url === page.url())
      .map(({ processId }) => processId),
  );
  const main = traceEvents.find(
    ({ name, pid, args }) =>
      name === 'thread_name' && args?.name === 'CrRendererMain' && processes.has(pid),
  );
  if (!main) throw new Error('the trace holds no main thread of the page');
  const isMain = ({ pid, tid }: TraceEvent): boolean => pid === main.pid && tid === main.tid;
  const onMain = traceEvents.filter(isMain);
  const tasks = onMain
    .filter(({ name, ph }) => ph === 'X' && name === 'RunTask')
    .map(({ ts, dur = 0, tdur = dur }) => ({
      startMicroseconds: ts,
      cpuMilliseconds: tdur / 1000,
      wallMilliseconds: dur / 1000,
    }))
    .toSorted((a, b) => a.startMicroseconds - b.startMicroseconds);
  const keydowns = onMain
    .filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'keydown')
    .map(({ ts }) => ts)
    .toSorted((a, b) => a - b);
  return { tasks, keydowns };
}

/** Main-thread milliseconds of each keystroke: all tasks from the one that holds its `keydown` to the next such. */
export function keystrokeMilliseconds({ tasks, keydowns }: MainThread): number[] {
  const begins = keydowns.map((at) => tasks.findLastIndex((task) => task.startMicroseconds <= at));
  return begins.map((begin, index) =>
    tasks.slice(begin, begins[index + 1]).reduce((sum, task) => sum + task.cpuMilliseconds, 0),
  );
}
