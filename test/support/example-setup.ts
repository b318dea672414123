import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';
import { chromiumArgs, findChromium } from '../../scripts/browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the example's page, built as `npm start` builds it. */
    examplePage: string;
    /** Where the one browser of all files is reached. */
    exampleBrowser: string;
  }
}

const example = fileURLToPath(new URL('../../examples/express-sqlite/', import.meta.url));

/** Before all end-to-end files: builds the example's page once, and starts one browser. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const page = mkdtempSync(join(tmpdir(), 'selvedge-page-'));
  // Vitest says "test", and React would be built for development.
  process.env['NODE_ENV'] = 'production';
  await build({
    configFile: join(example, 'vite.config.ts'),
    root: join(example, 'page'),
    mode: 'production',
    logLevel: 'warn',
    build: { outDir: page, emptyOutDir: true },
  });
  const executablePath = findChromium();
  const browser = await chromium.launchServer({
    args: [...chromiumArgs],
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  project.provide('examplePage', page);
  project.provide('exampleBrowser', browser.wsEndpoint());
  return async () => {
    await browser.close();
    rmSync(page, { recursive: true, force: true });
  };
}
