import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The root of the project, with a separator at its end. */
export const root: string = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs a Node program of the project to its end, its output shown as it comes.
 *
 * @param args the program and what follows it, as after `node`
 * @param stdio `ignore` keeps what it says to itself
 * @returns whether it ended well
 */
export function runNode(args: readonly string[], stdio: 'inherit' | 'ignore' = 'inherit'): boolean {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio });
  return status === 0;
}

/** The programs of the packages that the steps call. Through `node`, so that Windows needs no shell. */
export const programs = {
  oxfmt: 'node_modules/oxfmt/bin/oxfmt',
  oxlint: 'node_modules/oxlint/bin/oxlint',
  playwright: 'node_modules/playwright/cli.js',
  publint: 'node_modules/publint/src/cli.js',
  storybook: 'node_modules/storybook/dist/bin/dispatcher.js',
  tsc: 'node_modules/typescript/bin/tsc',
  vite: 'node_modules/vite/bin/vite.js',
  vitest: 'node_modules/vitest/vitest.mjs',
} as const;
