import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/steps.ts';
import { extraStyles } from '../../scripts/styles.ts';
import { defaultDesignTokens, themeFiles } from '../../scripts/themes.ts';
import { themePresets, themeRoles } from '../../src/theme.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

test('the sheets of the presets and the table of the guide are what createTheme makes', () => {
  // Otherwise: node scripts/themes.ts
  for (const [path, text] of themeFiles()) expect(read(path), path).toBe(text);
});

test('every preset has a sheet, and nothing else is beside them', () => {
  const sheets = globSync('*.css', { cwd: join(root, 'src/themes') });
  expect(sheets.toSorted()).toEqual(
    Object.keys(themePresets)
      .map((name) => `${name}.css`)
      .toSorted(),
  );
  expect(extraStyles().map(([path]) => path)).toEqual([
    'bridges/bootstrap.css',
    'bridges/mui.css',
    'bridges/radix-themes.css',
    'bridges/shadcn.css',
    'themes/contrast.css',
    'themes/sharp.css',
    'themes/soft.css',
  ]);
});

/** What decides how the others are derived; the guide explains each. */
const switches = [
  '--selvedge-scheme',
  '--selvedge-on-brand-light',
  '--selvedge-contrast',
  '--selvedge-control-contrast',
];

test('the roles are the variables that the sheet reads, no more and no less', () => {
  const sheets = globSync('src/react/**/*.css', { cwd: root }).map(read).join('\n');
  const used = new Set(
    sheets.match(/var\(\s*--selvedge-[a-z-]+/g)?.map((use) => use.replace(/^var\(\s*/, '')),
  );
  const known = Object.values(themeRoles).map(({ variable }) => variable);
  expect([...used].toSorted()).toEqual(
    [...known.filter((name) => name !== null), ...switches].toSorted(),
  );
  const guide = read('docs/theming.md');
  for (const name of switches) expect(guide).toContain(name);
});

test('bridges set nothing that the sheet does not read', () => {
  const known = new Set<string | null>([
    ...Object.values(themeRoles).map(({ variable }) => variable),
    ...switches,
  ]);
  const set = extraStyles().flatMap(([, sheet]) => sheet.match(/--selvedge-[a-z-]+(?=:)/g) ?? []);
  expect(set.length).toBeGreaterThan(40);
  expect(set.filter((name) => !known.has(name))).toEqual([]);
});

test('the design tokens of the default theme are those of its sheet', () => {
  const tokens = JSON.parse(defaultDesignTokens()) as Record<
    string,
    Record<string, { $value: { hex: string } }>
  >;
  const sheet = read('src/react/ui/tokens.css');
  for (const [role, variable] of [
    ['surface', 'surface'],
    ['danger-text', 'danger'],
    ['success', 'success'],
  ] as const) {
    expect(sheet).toContain(
      `--selvedge-${variable}, light-dark(${shorten(tokens['light']?.[role]?.$value.hex)}`,
    );
  }
});

const shorten = (hex = ''): string => hex.replace(/^#(.)\1(.)\2(.)\3$/, '#$1$2$3');
