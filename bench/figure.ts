import { stripVTControlCharacters } from 'node:util';

/** A bar that a measured value must keep: no larger than `atMost`, or no smaller than `atLeast`. */
export type Bar = { atMost: number } | { atLeast: number };

/** One measured value and what it has to reach. */
export interface Figure {
  /** What was measured, and against what where it is a ratio. */
  name: string;
  /** The measured value, a median where there were rounds; null when it could not be measured. */
  value: number | null;
  /** The unit behind value and bar: `kB`, `×`, `ms`. */
  unit: string;
  bar: Bar;
  /** What the value was made of, or why there is none; printed behind the verdict. */
  detail?: string;
}

const nameWidth = 62;

const digits = (value: number): string =>
  value >= 1000 ? Math.round(value).toString() : value >= 100 ? value.toFixed(0) : value.toFixed(2);

const judge = (value: number, bar: Bar): boolean =>
  'atMost' in bar ? value <= bar.atMost : value >= bar.atLeast;

const line = (name: string, value: string, bar: string, verdict: string, detail = ''): void =>
  console.log(
    `${name.padEnd(nameWidth)} ${value.padStart(12)}  ${bar.padEnd(12)} ${verdict.padEnd(6)} ${detail}`.trimEnd(),
  );

/** Prints the line of a figure; a missed bar, or a value that is missing, makes the process exit non-zero. */
export function report(figure: Figure): void {
  const { name, value, unit, bar, detail } = figure;
  const barText = 'atMost' in bar ? `≤ ${bar.atMost} ${unit}` : `≥ ${bar.atLeast} ${unit}`;
  const ok = value !== null && Number.isFinite(value) && judge(value, bar);
  if (!ok) process.exitCode = 1;
  line(
    name,
    value === null ? 'none' : `${digits(value)} ${unit}`,
    barText,
    ok ? 'ok' : 'MISSED',
    detail,
  );
}

/** Prints a value that stands beside the figures and has no bar of its own: a floor, a peer. */
export function note(name: string, value: number, unit: string, detail?: string): void {
  line(name, `${digits(value)} ${unit}`, '', '', detail);
}

/** The middle of the values; of an even number of them the mean of the two middle ones. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Each round's ratio: a slow moment of the machine then meets both sides. */
export const ratios = (over: readonly number[], under: readonly number[]): number[] =>
  over.map((value, round) => value / (under[round] ?? Number.NaN));

/** The value below which the given share (0 to 1) of the values lies, interpolated between neighbours. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? Number.NaN;
  return low + (high - low) * (place - Math.floor(place));
}

/** Why something could not be measured, in one line for the detail of its figure. */
export function reason(error: unknown): string {
  const text = stripVTControlCharacters(error instanceof Error ? error.message : String(error));
  return `not built: ${text.replace(/\s+/g, ' ').slice(0, 160)}`;
}
