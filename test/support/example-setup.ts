import { rmSync } from 'node:fs';
import { chromium } from 'playwright';
import type { TestProject } from 'vitest/node';
import { chromiumArgs, findChromium } from '../../scripts/browser.ts';
import { buildExamplePage } from './example-page.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the example's page, built as `npm start` builds it. */
    examplePage: string;
    /** Where the one browser of all files is reached. */
    exampleBrowser: string;
  }
}

/** Before all end-to-end files: builds the example's page once, and starts one browser. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const page = buildExamplePage();
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
