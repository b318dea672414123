import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { entries, manifest } from '../../scripts/entries.ts';
import { root } from '../../scripts/steps.ts';

const slashes = (path: string): string => path.replaceAll('\\', '/');

test('every key of exports has one file directly in src, and every such file one key', () => {
  const files = globSync(['src/*.ts', 'src/locales/**/*.ts'], { cwd: root }).map(slashes);
  expect(entries.map(({ source }) => source).toSorted()).toEqual(files.toSorted());
});

test('what is built keeps the path of its source', () => {
  for (const { source, types, code } of entries) {
    const path = source.replace(/^src\/|\.ts$/g, '');
    expect([types, code]).toEqual([`dist/${path}.d.ts`, `dist/${path}.js`]);
  }
});

test('types come first among the conditions, so that TypeScript sees them', () => {
  const targets = Object.values(manifest.exports).filter((target) => typeof target === 'object');
  expect(new Set(targets.map((target) => Object.keys(target)[0]))).toEqual(new Set(['types']));
});

test('the sheet imports every style sheet of the components once', () => {
  const sheet = readFileSync(join(root, 'src/styles.css'), 'utf8');
  const imported = [...sheet.matchAll(/@import '\.\/(?<path>[^']+)'/g)].map(
    (match) => `src/${match.groups?.['path']}`,
  );
  const files = globSync('src/react/**/*.css', { cwd: root }).map(slashes);
  expect(imported.toSorted()).toEqual(files.toSorted());
});
