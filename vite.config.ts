import { globSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defaultServerConditions, defineConfig } from 'vite';
import manifest from './package.json' with { type: 'json' };

const outside = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)];
const isOutside = (id: string): boolean =>
  id.startsWith('node:') || outside.some((name) => id === name || id.startsWith(`${name}/`));

// The files of the public API, taken from `exports`; each keeps its path, so that .js and .d.ts meet.
const sources = Object.values(manifest.exports)
  .map((target) => (typeof target === 'string' ? '' : target['selvedge-source']))
  .filter((source) => source.endsWith('.ts'))
  .flatMap((source) => globSync(source.replace('*', '**/*')))
  .map((source) => source.replaceAll('\\', '/'));
const entry = Object.fromEntries(
  sources.map((source) => [source.replace(/^src\/|\.ts$/g, ''), source]),
);

export default defineConfig({
  plugins: [react()],
  // Stories, tests and examples import the package by its name and run from its source.
  resolve: { conditions: ['selvedge-source', ...defaultClientConditions] },
  ssr: { resolve: { conditions: ['selvedge-source', ...defaultServerConditions] } },
  build: {
    lib: { entry, formats: ['es'] },
    target: 'es2022',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      external: isOutside,
      // Without it the 'use client' of a file would be lost.
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
});
