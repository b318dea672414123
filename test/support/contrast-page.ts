// Measures contrast on a real page: every part that carries a colour stands in it, its computed colours are painted over
// each other as the browser does, and the bytes that come out are compared by WCAG's formula.

import { brandNames, brandRule, standBrand } from './contrast-brand.ts';
import type { Stand } from './contrast-brand.ts';

/** The colours of a cube with as many steps a side: 18 make 5,832 over the whole of sRGB. */
export function colorCube(steps: number): readonly string[] {
  const byte = (step: number): number => Math.round((step * 255) / (steps - 1));
  return Array.from({ length: steps ** 3 }, (_, at) => {
    const [red, green, blue] = [
      Math.floor(at / steps ** 2),
      Math.floor(at / steps) % steps,
      at % steps,
    ];
    return `rgb(${byte(red)} ${byte(green)} ${byte(blue)})`;
  });
}

/** What was found. */
export interface ContrastCount {
  /** Pairs of colours that were compared. */
  checked: number;
  /** How many of them were too near to each other. */
  failed: number;
  /** The first of those, in words. */
  examples: string[];
  /** The least ratio of text, and of controls and focus. */
  least: { text: number; edge: number };
}

/** What to measure. */
export interface ContrastOptions {
  /** Value of `color-scheme` around the parts. */
  scheme: 'light' | 'dark';
  /** Value of `data-selvedge-theme` around the parts. */
  theme?: string;
  /** Public variables that stay the same, with their names. */
  variables?: Readonly<Record<string, string>>;
  /** Public variables that take each of the colours at once; with the brand alone it goes three times as fast. */
  varied: readonly string[];
  /** What they take. */
  colors: readonly string[];
  /** What text and controls have to reach; WCAG AA unless something else is said. */
  least?: { text: number; edge: number };
}

type Property = 'color' | 'backgroundColor' | 'borderTopColor';

/** Tag, class, attributes, and under which names its colours are compared. */
type Part = readonly [
  tag: string,
  part: string,
  attributes: Readonly<Record<string, string>>,
  colors: Readonly<Partial<Record<Property, string>>>,
];

const brandParts: readonly Part[] = [
  [
    'button',
    'button',
    { 'data-variant': 'primary' },
    { color: 'on-brand', backgroundColor: 'brand', borderTopColor: 'brand-edge' },
  ],
  ['a', 'link', { href: '#a' }, { color: 'link' }],
  ['input', 'check', { type: 'checkbox', checked: '' }, { borderTopColor: 'check' }],
  // What only shows under a pointer or with the focus is read from its token.
  [
    'i',
    'probe',
    { color: '--_brand-hover', 'border-top-color': '--_focus' },
    { color: 'brand-hover', borderTopColor: 'ring' },
  ],
];

const otherParts: readonly Part[] = [
  ['p', 'help', {}, { color: 'help' }],
  ['p', 'error', {}, { color: 'error' }],
  ['span', 'badge', { 'data-tone': 'success' }, { color: 'success' }],
  [
    'button',
    'button',
    { 'data-variant': 'danger' },
    { color: 'on-danger', backgroundColor: 'danger', borderTopColor: 'danger-edge' },
  ],
  ['i', 'probe', { color: '--_danger-hover' }, { color: 'danger-hover' }],
  ['input', 'input', {}, { color: 'text', backgroundColor: 'surface', borderTopColor: 'control' }],
  ['input', 'input', { 'aria-invalid': 'true' }, { borderTopColor: 'wrong-control' }],
  ['div', 'dialog', {}, { backgroundColor: 'raised' }],
  ['div', 'notice', { 'data-tone': 'info' }, { backgroundColor: 'sunken' }],
  ['div', 'notice', { 'data-tone': 'danger' }, { backgroundColor: 'danger-soft' }],
  ['div', 'notice', { 'data-tone': 'success' }, { backgroundColor: 'success-soft' }],
  ['div', 'notice', { 'data-tone': 'warning' }, { backgroundColor: 'warning-soft' }],
  ['span', 'avatar', {}, { backgroundColor: 'hover' }],
];

const bases = ['surface', 'raised'];
const layers = ['sunken', 'danger-soft', 'success-soft', 'warning-soft', 'hover'];
const layered = bases.flatMap((base) =>
  layers.map((layer) => ({ name: `${layer} on ${base}`, base, layer })),
);
const grounds = [...bases, ...layered.map(({ name }) => name)];

/** Each pair that meets on the page: what is seen, on what, and whether it is text. */
const pairs: readonly (readonly [front: string, back: string, kind: 'text' | 'edge'])[] = [
  ['on-brand', 'brand', 'text'],
  ['on-brand', 'brand-hover', 'text'],
  ['on-danger', 'danger', 'text'],
  ['on-danger', 'danger-hover', 'text'],
  ...grounds.flatMap((ground) => [
    ...['text', 'help', 'link', 'error', 'success'].map(
      (front) => [front, ground, 'text'] as const,
    ),
    ...['control', 'wrong-control', 'check', 'brand-edge', 'danger-edge', 'ring'].map(
      (front) => [front, ground, 'edge'] as const,
    ),
  ]),
];

const namesOf = (parts: readonly Part[]): string[] =>
  parts.flatMap(([, , , colors]) => Object.values(colors));

const rows = [...namesOf(brandParts), ...namesOf(otherParts), ...layered.map(({ name }) => name)];
const rowOf = new Map(rows.map((name, row) => [name, row]));
const batch = 256;

const linear = Array.from({ length: 256 }, (_, byte) => {
  const part = byte / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
});

/** Puts a part into the root; what comes back reads its colours anew at every call. */
function standPart(
  root: HTMLElement,
  [tag, part, attributes, colors]: Part,
): (() => [string, string])[] {
  const element = document.createElement(tag);
  element.className = `selvedge-${part}`;
  for (const [name, value] of Object.entries(attributes)) {
    if (value.startsWith('--')) element.style.setProperty(name, `var(${value})`);
    else element.setAttribute(name, value);
  }
  element.style.transition = 'none';
  root.append(element);
  const style = getComputedStyle(element);
  return (Object.entries(colors) as [Property, string][]).map(([property, name]) => () => [
    name,
    style[property],
  ]);
}

function newBrush(): CanvasRenderingContext2D {
  const sheet = document.createElement('canvas');
  sheet.width = batch;
  sheet.height = rows.length;
  const brush = sheet.getContext('2d', { willReadFrequently: true });
  if (!brush) throw new Error('This browser has no canvas.');
  return brush;
}

/** A root inside its host, which says what everything in it looks like. */
function standHost({ scheme, theme, variables = {} }: ContrastOptions): {
  host: HTMLElement;
  root: HTMLElement;
} {
  const host = document.createElement('div');
  host.style.colorScheme = scheme;
  if (theme !== undefined) host.dataset['selvedgeTheme'] = theme;
  for (const [name, value] of Object.entries(variables)) host.style.setProperty(name, value);
  const root = document.createElement('div');
  root.className = 'selvedge-root';
  // Widths change no colour, and a size container would be laid out before its styles are known.
  root.style.container = 'none';
  host.append(root);
  return { host, root };
}

function standParts(options: ContrastOptions, page: HTMLElement): Stand {
  const { host, root } = standHost(options);
  page.append(host);
  const reads = [...brandParts, ...otherParts].flatMap((part) => standPart(root, part));
  return { host, read: () => new Map(reads.map((read) => read())) };
}

/** Counts the pairs of one theme and scheme that are too near to each other. */
export function countContrastFailures(options: ContrastOptions): ContrastCount {
  const { varied, colors, least = { text: 4.5, edge: 3 } } = options;
  const brush = newBrush();
  const dab = (name: string, color: string, column: number, columns = 1): void => {
    brush.fillStyle = color;
    brush.fillRect(column, rowOf.get(name) ?? 0, columns, 1);
  };
  const lay = (shown: ReadonlyMap<string, string>, column: number, columns = 1): void => {
    for (const [name, color] of shown) dab(name, color, column, columns);
    if (!shown.has('surface')) return;
    for (const { name, base, layer } of layered) {
      dab(name, shown.get(base) ?? '', column, columns);
      dab(name, shown.get(layer) ?? '', column, columns);
    }
  };

  const page = document.createElement('div');
  document.body.append(page);
  // Many at once, so that the browser works out the styles of all of them in one go.
  const many = Array.from({ length: Math.min(batch, colors.length) });
  const brandOnly = varied.length === 1 && varied[0] === '--selvedge-brand';
  const sheet = new CSSStyleSheet();
  let stands: Stand[];
  if (brandOnly) {
    sheet.replaceSync(brandRule());
    document.adoptedStyleSheets.push(sheet);
    lay(standParts(options, page).read(), 0, batch);
    const { host, root } = standHost(options);
    page.append(host);
    stands = many.map(() => standBrand(root));
  } else {
    stands = many.map(() => standParts(options, page));
  }
  const seen = new Set(brandNames);
  const compared = pairs.filter(([front, back]) => !brandOnly || seen.has(front) || seen.has(back));
  const count: ContrastCount = {
    checked: 0,
    failed: 0,
    examples: [],
    least: { text: 21, edge: 21 },
  };

  for (let start = 0; start < colors.length; start += batch) {
    const some = colors.slice(start, start + batch);
    for (const [column, color] of some.entries()) {
      for (const name of varied) stands[column]?.host.style.setProperty(name, color);
    }
    for (const column of some.keys()) lay(stands[column]?.read() ?? new Map(), column);
    const { data } = brush.getImageData(0, 0, batch, rows.length);
    for (const [column, color] of some.entries())
      judge(data, column, color, compared, least, count);
  }
  page.remove();
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  return count;
}

function judge(
  data: Uint8ClampedArray,
  column: number,
  color: string,
  compared: typeof pairs,
  least: { text: number; edge: number },
  count: ContrastCount,
): void {
  const lights = rows.map((_, row) => {
    const at = (row * batch + column) * 4;
    const part = (offset: number): number => linear[data[at + offset] ?? 0] ?? 0;
    return 0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2);
  });
  for (const [front, back, kind] of compared) {
    const one = lights[rowOf.get(front) ?? 0] ?? 0;
    const other = lights[rowOf.get(back) ?? 0] ?? 0;
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    count.checked += 1;
    count.least[kind] = Math.min(count.least[kind], ratio);
    if (ratio >= least[kind]) continue;
    count.failed += 1;
    if (count.examples.length < 10) {
      count.examples.push(`${front} on ${back}: ${ratio.toFixed(3)} with ${color}`);
    }
  }
}
