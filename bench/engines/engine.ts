import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A browser that runs, with one window. */
export interface Engine {
  /** As the engine itself names it. */
  version: string;
  /** Opens an address and waits until it is loaded. */
  open(address: string): Promise<void>;
  /**
   * Runs the body of an async function in the page.
   *
   * @param body source text; what it returns comes back by way of JSON
   */
  run<Value>(body: string): Promise<Value>;
  close(): Promise<void>;
}

/** A browser that may be on this machine. */
export interface EngineKind {
  name: string;
  /** Says what to install, or nothing when all is there. */
  missing(): string | undefined;
  /** Starts it with a profile of its own. */
  start(): Promise<Engine>;
}

/** Whether a program can be found on the PATH. */
export const isInstalled = (program: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

/** What comes of the work, or an error when nothing has come of it for so long. */
export async function within<Value>(work: Promise<Value>, milliseconds: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the browser does not answer')), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** The source of a function that says what the body gave, or what it threw, as JSON. */
export const wrapped = (body: string): string =>
  `Promise.resolve().then(async () => { ${body} }).then(
    (value) => JSON.stringify({ value }), (error) => JSON.stringify({ thrown: String(error) }))`;

/** What the wrapped body gave. */
export function unwrapped(text: string): unknown {
  const { value, thrown } = JSON.parse(text) as { value?: unknown; thrown?: string };
  if (thrown !== undefined) throw new Error(thrown);
  return value;
}
