import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import react from '@vitejs/plugin-react';
import { build, defaultClientConditions } from 'vite';
import type { Plugin, Rolldown } from 'vite';

import { packageForm } from './package.ts';

/** What a production build of a page consists of. */
export interface BuiltPage {
  /** Scripts that load with the page: its entries and everything that they import statically. */
  initial: Rolldown.OutputChunk[];
  /** Scripts that load only when the page asks for them. */
  lazy: Rolldown.OutputChunk[];
  /** Style sheets and whatever else is not a script, by file name. */
  assets: Rolldown.OutputAsset[];
}

/** Vite's helper for lazy scripts, without what it does beside calling `import`. */
const withoutRuntime: Plugin = {
  name: 'without-runtime',
  enforce: 'pre',
  load: (id) =>
    id.includes('vite/preload-helper')
      ? 'export const __vitePreload = (load) => load();'
      : undefined,
};

/**
 * Builds a page of `bench/browser` for production, in memory.
 *
 * @param html the page, relative to `bench/browser`
 * @param options `runtime: false` leaves out the code of Vite's own that fetches lazy scripts
 * @param external package names that stay outside the build, with everything below them
 */
export async function buildPage(
  html: string,
  external: readonly string[] = [],
  { runtime = true }: { runtime?: boolean } = {},
): Promise<BuiltPage> {
  const root = join(import.meta.dirname, 'browser');
  const { conditions } = packageForm();
  const built = (await build({
    configFile: false,
    root,
    logLevel: 'error',
    mode: 'production',
    plugins: [react(), ...(runtime ? [] : [withoutRuntime])],
    resolve: {
      conditions: [...conditions, ...defaultClientConditions],
      dedupe: ['react', 'react-dom'],
    },
    build: {
      write: false,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: join(root, html),
        external: (id) => external.some((name) => id === name || id.startsWith(`${name}/`)),
      },
    },
  })) as Rolldown.RolldownOutput;
  const chunks = built.output.filter((file) => file.type === 'chunk');
  const assets = built.output.filter((file) => file.type === 'asset');
  const initial = new Set(chunks.filter((chunk) => chunk.isEntry));
  for (const chunk of initial) {
    for (const name of chunk.imports) {
      const imported = chunks.find((other) => other.fileName === name);
      if (imported) initial.add(imported);
    }
  }
  return { initial: [...initial], lazy: chunks.filter((chunk) => !initial.has(chunk)), assets };
}

/** Whether a module of the package is inside the chunk. */
export const holds = (chunk: Rolldown.OutputChunk, name: string): boolean =>
  chunk.moduleIds.some((id) => id.replaceAll('\\', '/').includes(`/node_modules/${name}/`));

/** Bytes of the text after gzip at its strongest, in kB of 1,000 bytes; every file is compressed on its own. */
export function gzipKilobytes(files: readonly (string | Uint8Array)[]): number {
  return files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0) / 1000;
}
