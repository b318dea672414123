import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { beforeAll, expect, test } from 'vitest';

/** Our sheet as it leaves the build of a host that changed no setting. */
let built = '';

beforeAll(async () => {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      rolldownOptions: { input: fileURLToPath(new URL('../../src/styles.css', import.meta.url)) },
    },
  });
  const files = [output].flat().flatMap((result) => ('output' in result ? result.output : []));
  const sheet = files.find(({ fileName }) => fileName.endsWith('.css'));
  built = sheet && 'source' in sheet ? String(sheet.source) : '';
});

/** The parts of a text between commas, or without what `:where(…)` holds; parentheses may be nested. */
function scan(text: string): { items: string[]; bare: string } {
  const items = [''];
  let bare = '';
  let depth = 0;
  let hidden = 0;
  for (const [at, letter] of [...text].entries()) {
    if (letter === '(' && hidden === 0 && text.slice(0, at).endsWith(':where')) hidden = depth + 1;
    if (letter === '(') depth += 1;
    if (hidden === 0) bare += letter;
    if (letter === ')') depth -= 1;
    if (depth < hidden) hidden = 0;
    if (letter === ',' && depth === 0) items.push('');
    else items.push(`${items.pop() ?? ''}${letter}`);
  }
  return { items, bare: bare.replaceAll(':where', '').trim() };
}

/** Every selector outside keyframes. */
function selectors(css: string): string[] {
  const rules = css
    .replaceAll(/@keyframes[^{]+\{(?:[^{}]+\{[^}]*\})*\}/g, '')
    .replaceAll(/@[a-z-]+[^{;]*[{;]/g, '');
  return [...rules.matchAll(/([^{}]+)\{[^}]*\}/g)].flatMap(([, list = '']) => scan(list).items);
}

test('every rule weighs one class of ours at most, so that two of a host always win', () => {
  const all = selectors(built);
  expect(all.length).toBeGreaterThan(50);
  // But native controls weigh two: a host's `input[type='text']` weighs more than one.
  const doubled = /^\.selvedge-(input|check|range)\.selvedge-\1(?=:|$)/;
  const heavy = all.filter(
    (selector) =>
      !/^(\.selvedge-[a-z-]+)?(:(?:before|after)|::[a-z-]+)?$/.test(
        scan(selector).bare.replace(doubled, '.selvedge-$1'),
      ),
  );
  expect(heavy).toEqual([]);
});

test('the scheme still follows the host after its build has lowered what it knows', () => {
  expect(built).toContain('light-dark(');
  expect(built).not.toContain('var(--lightningcss');
});

test('nothing reaches outside: no layer, no :root, no font, no import, no address', () => {
  expect(built).not.toMatch(/@layer|:root|@font-face|@import|url\(/);
});

test('names that are global carry our prefix', () => {
  const names = [...built.matchAll(/@keyframes ([\w-]+)/g)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !name?.startsWith('selvedge-'))).toEqual([]);
  const properties = [...built.matchAll(/@property ([\w-]+)/g)].map(([, name]) => name);
  expect(properties.length).toBeGreaterThan(0);
  expect(properties.filter((name) => !name?.startsWith('--selvedge_'))).toEqual([]);
});

test('no declaration names a side that right-to-left pages would have on the other', () => {
  expect(built).not.toMatch(/[{;](?:(?:margin|padding|border)-)?(?:left|right)\s*:/);
});

test('nothing is written in a form that Firefox or WebKit reads otherwise', () => {
  const folder = fileURLToPath(new URL('../../src', import.meta.url));
  const sources = globSync(`${folder}/react/**/*.css`).map((file) =>
    readFileSync(file, 'utf8').replaceAll(/\/\*.*?\*\//gs, ''),
  );
  expect(sources.length).toBeGreaterThan(5);
  for (const source of sources) {
    // Firefox 153 leaves a relative colour's alpha of 1 out where a registered property hands it on.
    expect(source).not.toMatch(/\/\s*1\s*[;)]/);
    // WebKit 2.50 knows no thickness in the shorthand, and draws no line at all.
    expect(source).not.toMatch(/text-decoration:[^;]*underline/);
  }
});

test('the sheet takes at most 9 kB gzip', () => {
  expect(gzipSync(built).length).toBeLessThanOrEqual(9 * 1000);
});
