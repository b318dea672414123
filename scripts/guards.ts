// Takes each guard out of the sources in turn and runs the tests beside it: one of them has to turn red. The text is taken
// out while a file is loaded; no file is written. `npm run proofs -- guards [text]` runs those whose name has the text.
import { join } from 'node:path';
import { startVitest, type TestModule } from 'vitest/node';
import { type Guard, type GuardedFile, guardedFiles } from '../test/proofs/guards.ts';
import { root } from './steps.ts';

/** One run of the tests beside a guard, without it; of those with nothing taken out when there is none. */
interface Mutant {
  name: string;
  file: string;
  guard: Guard | null;
  tests: readonly string[];
}

// Each has its own server of modules: more at a time would only take memory.
const atOnce = 12;

function mutantsOf({ file, tests, guards }: GuardedFile): Mutant[] {
  return guards.map((guard) => ({ name: `${file}: ${guard.against}`, file, guard, tests }));
}

/** Loads one file without the guard; throws when the guard is not in it. */
function takeOut({ file, guard }: Mutant) {
  const path = join(root, 'src/server', file);
  return {
    name: 'take-out-a-guard',
    enforce: 'pre' as const,
    transform(code: string, id: string) {
      if (guard === null || id.split('?')[0] !== path) return null;
      if (!code.includes(guard.source)) throw new Error(`${file} has no "${guard.source}"`);
      // A function, as `$` means something in a text.
      return code.replace(guard.source, () => guard.without ?? '');
    },
  };
}

/** The mutants that no test noticed. */
async function findSurvivors(mutants: readonly Mutant[]): Promise<Mutant[]> {
  const conditions = ['selvedge-source', 'module', 'node', 'development|production'];
  const vitest = await startVitest('test', [], {
    root,
    config: false,
    watch: false,
    reporters: [{}],
    projects: mutants.map((mutant, index) => ({
      root,
      plugins: [takeOut(mutant)],
      ssr: { resolve: { conditions } },
      test: {
        name: String(index),
        include: mutant.tests.map((file) => `test/${file}`),
        testTimeout: 60_000,
        // Kept modules would be those of another run, with another guard missing.
        fsModuleCache: false,
      },
    })),
  });
  const modules = vitest.state.getTestModules();
  const failed = modules.filter((module: TestModule) => !module.ok());
  const red = new Set(failed.map((module) => Number(module.project.name)));
  const ran = modules.length;
  const broken = modules.find((module) => module.errors().length > 0);
  await vitest.close();
  if (broken !== undefined) {
    const name = mutants[Number(broken.project.name)]?.name;
    throw new Error(`${broken.moduleId} cannot be loaded: ${name}`, { cause: broken.errors()[0] });
  }
  // A red test is what is wanted here.
  process.exitCode = 0;
  const expected = mutants.reduce((sum, { tests }) => sum + tests.length, 0);
  if (ran !== expected) throw new Error(`${ran} of ${expected} test files ran`);
  for (const module of mutants[0]?.guard === null ? failed : []) {
    for (const test of module.children.allTests('failed')) {
      const { errors = [] } = test.result();
      console.log(`red with nothing taken out: ${test.fullName}: ${errors[0]?.message}`);
    }
  }
  return mutants.filter((_, index) => !red.has(index));
}

const chosen = guardedFiles
  .flatMap(mutantsOf)
  .filter(({ name }) => name.includes(process.argv[2] ?? ''));
const startedAt = performance.now();
const tests = [...new Set(chosen.flatMap((mutant) => mutant.tests))];
const [green] = await findSurvivors([{ name: 'nothing', file: '', guard: null, tests }]);
if (green === undefined) throw new Error('a test is red with nothing taken out');
const survivors: Mutant[] = [];
for (let from = 0; from < chosen.length; from += atOnce) {
  survivors.push(...(await findSurvivors(chosen.slice(from, from + atOnce))));
  const done = Math.min(from + atOnce, chosen.length);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  console.log(`${done - survivors.length} of ${done} guards are held by a test (${seconds} s)`);
}
for (const { name } of survivors) console.log(`no test turned red without the guard in ${name}`);
process.exit(survivors.length === 0 && chosen.length > 0 ? 0 : 1);
