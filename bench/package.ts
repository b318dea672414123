import { existsSync, globSync, lstatSync, statSync } from 'node:fs';
import { mkdir, symlink, unlink } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const bench = import.meta.dirname;
const root = join(bench, '..');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

function run(command: string, args: readonly string[], folder: string): void {
  const { status } = spawnSync(command, args, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
}

/** Makes the package known to the files of this folder by its name, as it is to a host. */
export async function linkPackage(): Promise<void> {
  const link = join(bench, 'node_modules/selvedge');
  await mkdir(join(bench, 'node_modules'), { recursive: true });
  if (lstatSync(link, { throwIfNoEntry: false })) await unlink(link);
  await symlink(root, link, 'junction');
}

/** Installs the peers that are measured beside the package, once for each lock file. */
export function installPeers(): void {
  const stamp = join(bench, 'node_modules/.package-lock.json');
  const lock = join(bench, 'package-lock.json');
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('Installing the peers of the bench …');
  run(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], bench);
}

/** Whether the built package is there and no source is newer than it. */
function built(): boolean {
  const entry = join(root, 'dist/index.js');
  if (!existsSync(entry)) return false;
  const builtAt = statSync(entry).mtimeMs;
  return globSync('src/**/*', { cwd: root }).every(
    (file) => statSync(join(root, file)).mtimeMs <= builtAt,
  );
}

/** Which form of the package is measured: what is published, or, while it cannot be built, the sources. */
export interface PackageForm {
  name: 'built package' | 'sources';
  /** Conditions under which its `exports` are resolved, beside the usual ones. */
  conditions: string[];
}

let form: PackageForm | undefined;

/** Builds the package if the build is missing or older than a source, so that what is measured is what is published. */
export function packageForm(): PackageForm {
  if (form) return form;
  try {
    if (!built()) {
      console.log('Building the package …');
      run(npm, ['run', '--silent', 'build'], root);
    }
    form = { name: 'built package', conditions: [] };
  } catch (error) {
    console.log(`The sources are measured, because the build failed: ${String(error)}`);
    form = { name: 'sources', conditions: ['selvedge-source'] };
  }
  return form;
}
