import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programs, root } from '../../scripts/steps.ts';

/**
 * Builds the example's page as `npm start` does, into a new folder. In a process of its own: Vitest's says that it is
 * for tests, and React would be built for development.
 */
export function buildExamplePage(): string {
  const page = mkdtempSync(join(tmpdir(), 'selvedge-page-'));
  const example = join(root, 'examples/express-sqlite');
  const options = {
    config: join(example, 'vite.config.ts'),
    outDir: page,
    emptyOutDir: 'true',
    logLevel: 'warn',
  };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  execFileSync(process.execPath, [programs.vite, 'build', join(example, 'page'), ...args], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return page;
}
