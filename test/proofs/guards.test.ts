import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { guardedFiles } from './guards.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// That a test turns red without each of them is the step `guards` of `npm test`.
describe('the list of guards', () => {
  test.each(guardedFiles)('names what stands in $file, once each', ({ file, guards }) => {
    const text = readFileSync(at(`../../src/server/${file}`), 'utf8');
    const counts = guards.map(({ source }) => [source, text.split(source).length - 1]);
    expect(counts).toEqual(guards.map(({ source }) => [source, 1]));
  });

  test('names tests that are there', () => {
    const tests = guardedFiles.flatMap((one) => one.tests);
    expect(tests.filter((file) => !existsSync(at(`../${file}`)))).toEqual([]);
  });

  test('has at least 100 guards, and no file without a test', () => {
    expect(guardedFiles.flatMap(({ guards }) => guards).length).toBeGreaterThanOrEqual(100);
    expect(guardedFiles.filter(({ tests }) => tests.length === 0)).toEqual([]);
  });
});
