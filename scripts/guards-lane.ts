// One lane of `scripts/guards.ts`: is told guards one after the other, takes each out of the sources while a file is loaded
// (no file is written), runs the tests beside it until one is red, and answers what came of it.
import { join } from 'node:path';
import { createVitest } from 'vitest/node';
import { type Guard, guardedFiles } from '../test/proofs/guards.ts';
import { root } from './steps.ts';

/** What a lane answers: a test turned red, none did, or a test file could not be loaded at all. */
export interface LaneAnswer {
  outcome: 'red' | 'green' | 'broken';
  /** The test that turned red, or what is broken. */
  by: string;
}

let missing: { path: string; guard: Guard } | null = null;

const takeOut = {
  name: 'take-out-a-guard',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    if (missing === null || id.split('?')[0] !== missing.path) return null;
    const { source, without = '' } = missing.guard;
    if (!code.includes(source)) throw new Error(`${missing.path} has no "${source}"`);
    // A function, as `$` means something in a text.
    return code.replace(source, () => without);
  },
};

const vitest = await createVitest(
  'test',
  {
    root,
    config: false,
    watch: false,
    reporters: [{}],
    pool: 'threads',
    maxWorkers: 1,
    bail: 1,
    testTimeout: 10_000,
    // Kept modules would be those of another run, with another guard missing.
    fsModuleCache: false,
  },
  {
    plugins: [takeOut],
    ssr: {
      resolve: { conditions: ['selvedge-source', 'module', 'node', 'development|production'] },
    },
  },
);
await vitest.standalone();
const project = vitest.getRootProject();

/** Runs the tests beside one guard without it. */
async function run(fileIndex: number, guardIndex: number): Promise<LaneAnswer> {
  const file = guardedFiles[fileIndex];
  const guard = file?.guards[guardIndex];
  if (file === undefined || guard === undefined) throw new Error('no such guard');
  missing = { path: join(root, 'src/server', file.file), guard };
  vitest.invalidateFile(missing.path);
  vitest.state.clearErrors();
  vitest.state.clearFiles(
    project,
    vitest.state.getFiles().map(({ filepath }) => filepath),
  );
  const tests = file.tests.map((test) => project.createSpecification(join(root, 'test', test)));
  const { testModules } = await vitest.runTestSpecifications(tests);
  vitest.invalidateFile(missing.path);
  for (const module of testModules) {
    const [error] = module.errors();
    if (error !== undefined)
      return { outcome: 'broken', by: `${module.moduleId}: ${error.message}` };
    for (const test of module.children.allTests('failed'))
      return { outcome: 'red', by: test.fullName };
  }
  return { outcome: 'green', by: '' };
}

process.on('message', (message: { fileIndex: number; guardIndex: number }) => {
  run(message.fileIndex, message.guardIndex).then(
    (answer) => process.send?.(answer),
    (error: unknown) => process.send?.({ outcome: 'broken', by: String(error) }),
  );
});
process.send?.('ready');
