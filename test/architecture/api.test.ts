import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { findUndocumented, readEntry, writeReport } from '../../scripts/api/report.ts';

describe('the report of the public API', () => {
  const folder = mkdtempSync(join(tmpdir(), 'selvedge-api-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const write = (name: string, text: string): string => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };

  write(
    'person.d.ts',
    `/** Somebody. */
export interface Person {
    /** What to call them. */
    name: string;
    age: number;
}
interface Hidden { person: Person }
/** Finds one. */
export declare function findPerson(): Hidden;
export declare const limit: number;
`,
  );
  const index = write(
    'index.d.ts',
    `export { findPerson, limit as most } from './person.ts';\nexport type { Query } from 'elsewhere';\n`,
  );
  const people = write('people.d.ts', `export * from './person.ts';\n`);
  const first = readEntry('package', index);
  const second = readEntry('package/people', people);
  const all = [first, second];

  test('has what the entry exports, by any way, and what stands behind it', () => {
    const report = writeReport(first, all);
    expect(report).toContain('declare function findPerson(): Hidden;');
    expect(report).toContain('// as most\ndeclare const limit: number;');
    expect(report).toContain("`Query`: Query from 'elsewhere'");
    expect(report).toContain('interface Hidden { person: Person }');
    expect(report).not.toContain('Somebody');
  });

  test('names what another entry exports, and does not repeat it', () => {
    expect(writeReport(first, all)).toContain('- Person of package/people');
    expect(writeReport(second, all)).toContain('- `findPerson`: findPerson of package');
    expect(writeReport(second, all)).not.toContain('declare function findPerson');
  });

  test('finds exports and properties that say nothing about themselves', () => {
    expect(findUndocumented(first)).toEqual(['package: most has no docstring']);
    expect(findUndocumented(second)).toEqual([
      'package/people: Person.age has no docstring',
      'package/people: limit has no docstring',
    ]);
  });
});
