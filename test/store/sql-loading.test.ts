import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

test('is loaded without the database that a host does not use', () => {
  const entry = new URL('../../src/sql.ts', import.meta.url).href;
  const program = `
    import { registerHooks } from 'node:module';
    const asked = [];
    registerHooks({ resolve(name, context, next) { asked.push(name); return next(name, context); } });
    await import(${JSON.stringify(entry)});
    console.log(JSON.stringify([...new Set(asked)].filter((name) => !name.startsWith('.'))));`;
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  const args = ['--input-type=module', '--eval', program];
  const asked = JSON.parse(execFileSync(process.execPath, args, { cwd, encoding: 'utf8' }));
  expect(asked).toContain('kysely');
  expect(asked).not.toContain('pg');
  expect(asked).not.toContain('node:sqlite');
});
