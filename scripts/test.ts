// Runs every check in order, each under a heading with its time; goes on after a failure, so that one
// run tells all. The last line counts the tests; a check that failed counts as one.
import { existsSync, mkdirSync, rmSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { programs, root, runNode } from './steps.ts';

interface Step {
  name: string;
  /** Programs, one after the other until one fails. */
  run: readonly (readonly string[])[];
  /** Part of `npm run test:quick`. */
  quick?: true;
  /** Its tests are counted one by one, not as one check. */
  counts?: true;
}

const reports = join(root, '.cache/test');
const vitest = (name: string, ...args: string[]): string[] => [
  programs.vitest,
  'run',
  ...args,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${join(reports, `${name}.json`)}`,
];

const steps: readonly Step[] = [
  { name: 'format', quick: true, run: [[programs.oxfmt, '--check']] },
  { name: 'lint', quick: true, run: [[programs.oxlint, '--type-aware', '--deny-warnings']] },
  {
    name: 'types',
    quick: true,
    run: [[programs.tsc], [programs.tsc, '-p', 'tsconfig.build.json', '--noEmit']],
  },
  {
    name: 'architecture',
    quick: true,
    counts: true,
    run: [vitest('architecture', '--project=architecture')],
  },
  { name: 'build', run: [['scripts/build.ts']] },
  { name: 'package', run: [['scripts/package.ts']] },
  { name: 'api', run: [['scripts/api.ts', '--check']] },
  { name: 'size', run: [['bench/run.ts', 'size']] },
  { name: 'browser', run: [['scripts/browser.ts']] },
  {
    name: 'tests',
    counts: true,
    run: [vitest('tests', '--project=!architecture', '--project=!proofs')],
  },
  { name: 'proofs', counts: true, run: [vitest('proofs', '--project=proofs')] },
  { name: 'guards', run: [['scripts/guards.ts']] },
  {
    name: 'stories',
    run: [[programs.storybook, 'build', '--output-dir', 'storybook-static', '--quiet']],
  },
];

const quickTests: Step = {
  name: 'tests',
  counts: true,
  run: [vitest('tests', '--project=node', '--no-isolate')],
};

interface Report {
  numPassedTests: number;
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] | null }[];
  }[];
}

interface Count {
  passed: number;
  /** A line or two for each test that failed. */
  failures: readonly string[];
}

const nothing: Count = { passed: 0, failures: [] };

/** One failure: where, which test, and the first line of what it said. */
function failure(file: string, test: string, message = ''): string {
  const said = stripVTControlCharacters(message).split('\n', 1)[0]?.slice(0, 200);
  return `${relative(root, file)} > ${test}\n     ${said}`;
}

/** Counts a vitest report; a file that could not even be loaded is one failure. */
function count(name: string): Count {
  const file = join(reports, `${name}.json`);
  if (!existsSync(file)) return nothing;
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const failures = report.testResults.flatMap((result) =>
    result.status === 'failed' && result.assertionResults.length === 0
      ? [failure(result.name, 'the file', result.message)]
      : result.assertionResults
          .filter((test) => test.status === 'failed')
          .map((test) => failure(result.name, test.fullName, test.failureMessages?.[0])),
  );
  return { passed: report.numPassedTests, failures };
}

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, only: { type: 'string', multiple: true } },
});

function chosen(): readonly Step[] {
  if (values.only !== undefined) return steps.filter((step) => values.only?.includes(step.name));
  return values.quick === true ? [...steps.filter((step) => step.quick), quickTests] : steps;
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

// Each rule on one store, and files that share what they import: that is an answer within a minute.
if (values.quick === true) process.env['TEST_QUICK'] = '1';

const startedAt = performance.now();
const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const lines: string[] = [];
const failures: string[] = [];
let passed = 0;

for (const step of chosen()) {
  console.log(`\n=== ${step.name} ===`);
  const stepStartedAt = performance.now();
  const well = step.run.every((program) => runNode(program));
  const counted = step.counts ? count(step.name) : nothing;
  passed += counted.passed;
  failures.push(...counted.failures);
  if (!well && counted.failures.length === 0) failures.push(step.name);
  const line = `${well ? 'ok  ' : 'FAIL'} ${step.name} (${seconds(stepStartedAt)})`;
  console.log(`--- ${line}`);
  lines.push(line);
}

// What failed stands last: of a long log, its end is what is read.
const failed = failures.map((text) => `FAIL ${text}\n`).join('');
console.log(
  `\n${lines.join('\n')}\nin ${seconds(startedAt)}\n\n${failed}${passed} passed, ${failures.length} failed`,
);
process.exit(failures.length === 0 ? 0 : 1);
