import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judge, layers } from '../../scripts/lint/layers.ts';
import { programs, root } from '../../scripts/steps.ts';

/** File, what it holds, and what lint must say about it. */
const violations: [file: string, code: string, message: string][] = [
  [
    'src/contract/profile.ts',
    `export { save } from '../client/http.ts';`,
    'contract may not import client',
  ],
  ['src/contract/account.ts', `export { z } from 'zod';`, 'contract may not know the package zod'],
  [
    'src/words/interface/en/profile.ts',
    `export { a } from '../../../contract/account.ts';`,
    'words/interface may not import contract',
  ],
  [
    'src/client/http.ts',
    `export { useAccount } from '../react/use-account.ts';`,
    'client may not import react',
  ],
  [
    'src/react/use-account.ts',
    `export { operations } from '../server/operations/rules.ts';`,
    'react may not import server/operations',
  ],
  [
    'src/react/profile/profile-form.tsx',
    `export { mails } from '../../words/mails/en/profile.ts';`,
    'react may not import words/mails',
  ],
  [
    'src/react/profile/use-profile.ts',
    `export const load = () => import('../../memory/store.ts');`,
    'react may not import memory',
  ],
  [
    'src/react/ui/field.tsx',
    `export { AccountProvider } from '../../index.ts';`,
    'react may not import the entry src/index.ts',
  ],
  [
    'src/server/ports/mailer.ts',
    `export type Html = import('../mails/render.ts').Html;`,
    'server/ports may not import server/mails',
  ],
  [
    'src/server/operations/profile.ts',
    `import type { Kysely } from 'kysely';\nexport type Database = Kysely<object>;`,
    'server/operations may not know the package kysely',
  ],
  [
    'src/server/operations/avatar.ts',
    `export { createHash } from 'node:crypto';`,
    'server/operations also runs in a browser: no node:crypto',
  ],
  [
    'src/server/http/core.ts',
    `export { Router } from 'express';`,
    'server/http may not know the package express',
  ],
  [
    'src/server/http/handler.ts',
    `export { store } from '../sql/store.ts';`,
    'server/http may not import server/sql',
  ],
  [
    'src/server/sql/store.ts',
    `export * from '../operations/profile.ts';`,
    'server/sql may not import server/operations',
  ],
  [
    'src/server/sql/mailer.ts',
    `export { createTransport } from 'nodemailer';`,
    'server/sql may not know the package nodemailer',
  ],
  [
    'src/memory/local-backend.ts',
    `export { core } from '../server/http/core.ts';`,
    'memory may not import server/http',
  ],
  [
    'src/testing/describe-store.ts',
    `export { store } from '../memory/store.ts';`,
    'testing may not import memory',
  ],
  ['src/index.ts', `export { z } from 'zod/mini';`, 'an entry only hands on what the layers have'],
  [
    'src/server.ts',
    `export * from './memory.ts';`,
    'an entry may not import the entry src/memory.ts',
  ],
  ['src/utils/date.ts', `export * from '../contract/text.ts';`, 'is in no known layer'],
  [
    'src/react/use-bench.ts',
    `export * from '../../bench/figure.ts';`,
    'src may not reach out to bench/figure.ts',
  ],
  [
    'stories/profile.stories.tsx',
    `export { ProfileForm } from '../src/react/profile/profile-form.tsx';`,
    'import the package by its name',
  ],
  ['src/client/bytes.ts', `export const bytes = Buffer.from('a');`, "Unexpected use of 'Buffer'"],
  [
    'src/react/mode.ts',
    `export const mode = process.env['NODE_ENV'];`,
    "Unexpected use of 'process'",
  ],
  [
    'src/memory/everything.ts',
    `export const bytes = globalThis.Buffer;`,
    "'globalThis.Buffer' is restricted",
  ],
  [
    'src/contract/messages.ts',
    `import * as z from 'zod/mini';\nz.config({});\nexport const text = z.string();`,
    "'z.config' is restricted",
  ],
  [
    'src/react/use-profile-form.ts',
    `import type { UseFormReturn } from 'react-hook-form';\nexport const name = (form: UseFormReturn): unknown => form.watch('name');`,
    "'watch' is restricted",
  ],
  [
    'src/client/classic.ts',
    `import { Account } from '../contract/account.ts';\nexport type Held = Account;`,
    'consistent-type-imports',
  ],
  ['src/client/guess.ts', `export const guess = (value: any): unknown => value;`, 'any'],
  ['src/client/default.ts', `export default 1;`, 'no-default-export'],
  [
    'src/client/long.ts',
    Array.from({ length: 301 }, (_, index) => `export const a${index} = ${index};`).join('\n'),
    'max-lines',
  ],
];

const innocent: [file: string, specifier: string][] = [
  ['src/contract/profile.ts', 'zod/mini'],
  ['src/contract/profile.ts', './text.ts'],
  ['src/react/profile/profile-form.tsx', '../ui/field.tsx'],
  ['src/react/profile/profile-form.tsx', '../../contract/profile.ts'],
  ['src/react/use-operation-form.ts', '@hookform/resolvers/zod'],
  ['src/react/use-words.ts', '../words/interface/en.ts'],
  ['src/server/http/express.ts', './core.ts'],
  ['src/server/http/express.ts', 'express'],
  ['src/server/mails/render.ts', '../../words/mails/en/profile.ts'],
  ['src/server/sql/store.ts', 'node:sqlite'],
  ['src/memory/local-backend.ts', '../server/operations/profile.ts'],
  ['src/express.ts', './server/http/express.ts'],
  ['src/locales/de/mails.ts', '../../words/mails/de.ts'],
  ['stories/profile.stories.tsx', 'selvedge'],
  ['test/contract/text.test.ts', '../../src/contract/text.ts'],
];

interface Diagnostic {
  message: string;
  code: string;
  filename: string;
}

function lint(
  cwd: string,
  folders: string[],
): { diagnostics: Diagnostic[]; number_of_files: number } {
  const args = [join(root, programs.oxlint), '--format', 'json', ...folders];
  const { stdout } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  return JSON.parse(stdout) as ReturnType<typeof lint>;
}

describe('the direction of imports', () => {
  const folder = mkdtempSync(join(tmpdir(), 'selvedge-lint-'));
  let diagnostics: Diagnostic[] = [];

  beforeAll(() => {
    for (const path of ['.oxlintrc.json', 'scripts/lint', 'package.json']) {
      cpSync(join(root, path), join(folder, path), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    for (const [file, code] of violations) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), `${code}\n`);
    }
    diagnostics = lint(folder, ['src', 'stories']).diagnostics;
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(violations)('lint refuses what is planted in %s', (file, _code, message) => {
    const said = diagnostics
      .filter(({ filename }) => filename.replaceAll('\\', '/') === file)
      .map((diagnostic) => `${diagnostic.code} ${diagnostic.message}`);
    expect(said.join('\n')).toContain(message);
  });

  test.each(innocent)('%s may import %s', (file, specifier) => {
    expect(judge(file, specifier)).toBeNull();
  });

  test('each package is known to one layer alone', () => {
    const named = Object.values(layers).flatMap(({ packages }) => packages);
    expect(new Set(named).size).toBe(named.length);
  });

  test('the project itself keeps to it', () => {
    const own = lint(root, ['src', 'stories', 'examples', 'test']);
    expect(own.number_of_files).toBeGreaterThan(0);
    expect(own.diagnostics.filter(({ code }) => code === 'selvedge(layers)')).toEqual([]);
  });
});
