import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './steps.ts';

/** One key of `exports` behind which there is code. */
export interface Entry {
  /** As a host writes it: `selvedge/express`. */
  specifier: string;
  /** From the root: `src/express.ts`. */
  source: string;
  /** From the root: `dist/express.d.ts`. */
  types: string;
  /** From the root: `dist/express.js`. */
  code: string;
}

type Target = string | Record<string, string>;

interface Manifest {
  name: string;
  version: string;
  exports: Record<string, Target>;
}

/** `package.json`, as far as the scripts need it. */
export const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;

const conditions = (target: Target): Record<string, string> =>
  typeof target === 'string' ? { default: target } : target;

const fromRoot = (path: string | undefined): string => (path ?? '').replace(/^\.\//, '');

/** What a `*` of `exports` stands for: the paths of the files behind its source, without their ending. */
function starsOf(source: string): string[] {
  const [before = '', after = ''] = source.split('*');
  return globSync(`${before}**/*${after}`, { cwd: root })
    .map((path) => path.replaceAll('\\', '/').slice(before.length, -after.length))
    .toSorted();
}

/** The entries of the public API, in the order of `package.json`; each language is one of its own, and so are its mails. */
export const entries: readonly Entry[] = Object.entries(manifest.exports)
  .map(([key, target]) => ({
    specifier: manifest.name + key.slice(1),
    source: fromRoot(conditions(target)['selvedge-source']),
    types: fromRoot(conditions(target)['types']),
    code: fromRoot(conditions(target)['default']),
  }))
  .filter(({ code }) => code.endsWith('.js'))
  .flatMap((entry) => {
    if (!entry.specifier.includes('*')) return [entry];
    return starsOf(entry.source).map((star) => ({
      specifier: entry.specifier.replace('*', star),
      source: entry.source.replace('*', star),
      types: entry.types.replace('*', star),
      code: entry.code.replace('*', star),
    }));
  });
