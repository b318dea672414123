import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { partsPage, partsSource, readParts, writeParts } from '../../scripts/parts.ts';
import { root } from '../../scripts/steps.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

test('the page about the parts is what their declaration says (node scripts/parts.ts writes it)', () => {
  expect(read(partsPage)).toBe(writeParts(read(partsSource)));
});

test('there are fewer than eighty parts', () => {
  expect(readParts(read(partsSource)).length).toBeLessThan(80);
});

test('a part that nobody describes is refused', () => {
  const source =
    'export interface Parts {\n  /** A. */\n  one: HTMLDivElement;\n  two: HTMLDivElement;\n}';
  expect(() => readParts(source)).toThrow(/two/);
});
