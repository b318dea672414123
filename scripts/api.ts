// Writes api/*.api.md from the built types, and the OpenAPI document; with --check it only says whether they are up to date.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findUndocumented, readEntry, writeReport } from './api/report.ts';
import { entries } from './entries.ts';
import { createOpenApi } from './openapi.ts';
import { programs, root, runNode } from './steps.ts';

const check = process.argv.includes('--check');
const folder = join(root, 'api');

// The check runs behind the build; a person who asks for the reports gets those of the present source.
if (!check && !runNode([programs.tsc, '-p', 'tsconfig.build.json'])) process.exit(1);

// Each language has what English has, under its own name; a test of the words holds that.
const isTranslation = (specifier: string): boolean =>
  /\/locales\/(?!en\b(?!-)|mails$)/.test(specifier);
const all = entries
  .filter(({ specifier }) => !isTranslation(specifier))
  .map(({ specifier, types }) => readEntry(specifier, join(root, types)));
const reports = new Map(
  all.map((entry) => [`${entry.specifier.replaceAll('/', '-')}.api.md`, writeReport(entry, all)]),
);
reports.set('openapi.json', `${JSON.stringify(createOpenApi(), null, 2)}\n`);

mkdirSync(folder, { recursive: true });
const strays = readdirSync(folder).filter((name) => !reports.has(name));
const problems = [...new Set(all.flatMap(findUndocumented))];

if (check) {
  const stored = (name: string): string =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '';
  const changed = [...reports].filter(([name, text]) => stored(name) !== text);
  for (const [name] of changed) problems.push(`api/${name} is not what the types say`);
  for (const name of strays) problems.push(`api/${name} belongs to no entry`);
  if (changed.length > 0)
    problems.push('Run `npm run api`, and read the diff before committing it.');
} else {
  for (const [name, text] of reports) writeFileSync(join(folder, name), text);
  for (const name of strays) rmSync(join(folder, name));
  console.log(`Wrote ${reports.size} reports to api/`);
}

for (const problem of problems) console.error(problem);
process.exit(check && problems.length > 0 ? 1 : 0);
