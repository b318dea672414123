// Packs the package as npm would, and uses it as a host would: publint, types in both ways of resolving
// them, and each entry loaded by plain Node.
import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { entries, manifest } from './entries.ts';
import { programs, root, runNode } from './steps.ts';

const host = join(root, '.cache/host');
const packed = join(host, 'node_modules', manifest.name);

function pack(): void {
  rmSync(host, { recursive: true, force: true });
  mkdirSync(join(host, 'node_modules'), { recursive: true });
  const shell = process.platform === 'win32';
  const run = (command: string, args: string[]): void => {
    const { status } = spawnSync(command, args, {
      cwd: host,
      shell,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status !== 0) throw new Error(`${command} ended with ${status}`);
  };
  run('npm', ['pack', '../..', '--ignore-scripts', '--silent', '--pack-destination', '.']);
  run('tar', ['-xzf', `${manifest.name}-${manifest.version}.tgz`]);
  renameSync(join(host, 'package'), packed);
}

function checkTypes(moduleResolution: 'nodenext' | 'bundler'): boolean {
  const compilerOptions = {
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    module: moduleResolution === 'nodenext' ? 'nodenext' : 'esnext',
    moduleResolution,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedSideEffectImports: true,
    resolveJsonModule: true,
    jsx: 'react-jsx',
    skipLibCheck: false,
    noEmit: true,
    types: ['node'],
  };
  const file = join(host, `tsconfig.${moduleResolution}.json`);
  writeFileSync(file, JSON.stringify({ compilerOptions, files: ['host.ts'] }));
  return runNode([programs.tsc, '-p', file]);
}

function loadEntries(): boolean {
  // The test kit can only be loaded inside a test run.
  const loadable = entries.filter(({ specifier }) => !specifier.endsWith('/testing'));
  const lines = loadable.map(({ specifier }) => `await import('${specifier}');`);
  const file = join(host, 'host.mjs');
  writeFileSync(file, lines.join('\n'));
  return runNode([file]);
}

pack();
writeFileSync(join(host, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
const imports = entries.map(
  ({ specifier }, index) => `import * as entry${index} from '${specifier}';`,
);
const used = `export const all = [${entries.map((_, index) => `entry${index}`).join(', ')}];`;
const others = [
  `import '${manifest.name}/styles.css';`,
  `import '${manifest.name}/themes/soft.css';`,
  `import '${manifest.name}/bridges/shadcn.css';`,
  `import tokens from '${manifest.name}/tokens.json' with { type: 'json' };`,
  `import openapi from '${manifest.name}/openapi.json' with { type: 'json' };`,
  'export const version: string = openapi.openapi;',
  'export const brand: string = tokens.light.brand.$value.hex;',
];
writeFileSync(join(host, 'host.ts'), [...imports, ...others, used].join('\n'));

const checks: [string, () => boolean][] = [
  ['publint', () => runNode([programs.publint, packed, '--strict'])],
  ['types, nodenext', () => checkTypes('nodenext')],
  ['types, bundler', () => checkTypes('bundler')],
  ['entries load in Node', loadEntries],
];

let well = true;
for (const [name, check] of checks) {
  const fine = check();
  console.log(`${fine ? 'ok  ' : 'FAIL'} ${name}`);
  well &&= fine;
}
process.exit(well ? 0 : 1);
