import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig } from 'vitest/config';
import { chromiumArgs, findChromium } from './scripts/browser.ts';
import viteConfig from './vite.config.ts';

const executablePath = findChromium();

// A fresh object for each project: vitest writes into it.
const browser = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [...chromiumArgs],
    },
  }),
  instances: [{ browser: 'chromium' as const }],
});

// The policy of a strict host. The nonce is for what Vite itself puts into the page, the policy
// `test-markup` for markup from a server; components get neither.
const policy = [
  "default-src 'self'",
  "script-src 'self' 'nonce-vitest'",
  "style-src 'self' 'nonce-vitest'",
  "img-src 'self' blob:",
  "connect-src 'self' ws:",
  "require-trusted-types-for 'script'",
  'trusted-types test-markup',
  "frame-ancestors 'self'",
];
const strictPage = {
  // Found while a test runs, one of them would give that page a second React.
  optimizeDeps: {
    include: [
      'react',
      'react/jsx-dev-runtime',
      'react-dom',
      'react-dom/client',
      'react-dom/server',
      '@tanstack/react-query',
      'react-hook-form',
      'react-easy-crop',
      'culori',
      'zod/mini',
      '@testing-library/react',
      'axe-core',
      '@guidepup/virtual-screen-reader',
      'radix-ui',
      '@base-ui/react/dialog',
      'react-aria-components',
    ],
  },
  html: { cspNonce: 'vitest' },
  server: { headers: { 'Content-Security-Policy': policy.join('; ') } },
};
const componentTests = {
  include: ['test/react/**/*.test.tsx'],
  setupFiles: ['test/support/strict-policy.ts', 'test/support/patience.ts'],
};

// How long a test waits for what it expects, and for itself, in milliseconds. Waiting ends with what is waited for: what is
// long here costs a test that passes nothing, and lets it pass on a machine that has much else to do.
const pollTimeout = 10_000;
const testTimeout = 60_000;

// Left to itself, a machine with two processors gets one.
const maxWorkers = 2;

// Pages that are open at the same time: they wait most of the time, so that there are more than processors.
const pages = 3;

// What takes seconds because it is real: pictures, password hashing, mail servers, files of a database, random stories, all colours.
const slowTests = [
  'test/client/http-backend-suite.test.ts',
  'test/node/image-processor.test.ts',
  'test/node/smtp-mailer.test.ts',
  'test/store/sql.test.ts',
  'test/store/sql-race.test.ts',
  'test/operations/model.test.ts',
  'test/theme/create-theme-contrast.test.ts',
];

const react18 = (name: string): string =>
  fileURLToPath(new URL(`test/react-18/node_modules/${name}`, import.meta.url));

export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      expect: { poll: { timeout: pollTimeout } },
      testTimeout,
      hookTimeout: testTimeout,
      projects: [
        {
          extends: true,
          test: {
            name: 'architecture',
            include: ['test/architecture/**/*.test.ts'],
            maxWorkers,
          },
        },
        {
          extends: true,
          test: {
            name: 'node',
            include: ['test/**/*.test.ts', 'test/ssr/**/*.test.tsx'],
            exclude: [
              'test/{architecture,e2e,proofs}/**',
              'test/store/postgres*.test.ts',
              '**/node_modules/**',
              ...slowTests,
            ],
            // Files share what they import, and nothing else: that is most of their time.
            isolate: false,
            maxWorkers,
          },
        },
        {
          extends: true,
          test: { name: 'slow', include: slowTests, maxWorkers },
        },
        {
          // The same rules once more, on a server of its own.
          extends: true,
          test: {
            name: 'postgres',
            include: ['test/store/postgres*.test.ts', 'test/operations/**/*.test.ts'],
            exclude: ['test/operations/picture*.test.ts'],
            globalSetup: ['test/support/postgres-setup.ts'],
            maxWorkers,
          },
        },
        {
          extends: true,
          ...strictPage,
          test: {
            ...componentTests,
            // What axe cannot see is a matter of the markup, which both versions of React make alike.
            include: [
              ...componentTests.include,
              'test/accessibility/**/*.test.tsx',
              'test/theme/**/*.test.tsx',
            ],
            name: 'browser',
            browser: browser(),
            // One browser at a time, with a few pages: each believes that it has the focus.
            sequence: { groupOrder: 1 },
            maxWorkers: pages,
          },
        },
        {
          extends: true,
          ...strictPage,
          resolve: { alias: { react: react18('react'), 'react-dom': react18('react-dom') } },
          test: {
            ...componentTests,
            // Colours and the cropper's arithmetic know no React.
            exclude: ['test/react/{ui-colours,avatar-cost}.test.tsx', '**/node_modules/**'],
            name: 'browser-18',
            browser: browser(),
            sequence: { groupOrder: 2 },
            maxWorkers: pages,
          },
        },
        {
          extends: true,
          plugins: [storybookTest({ configDir: '.storybook' })],
          test: {
            name: 'stories',
            browser: browser(),
            sequence: { groupOrder: 3 },
            maxWorkers: pages,
          },
        },
        {
          extends: true,
          test: {
            name: 'e2e',
            include: ['test/e2e/**/*.test.ts'],
            globalSetup: ['test/support/example-setup.ts'],
            sequence: { groupOrder: 4 },
            maxWorkers,
          },
        },
        {
          extends: true,
          test: {
            name: 'proofs',
            include: ['test/proofs/**/*.test.ts'],
            sequence: { groupOrder: 5 },
            maxWorkers,
            testTimeout: 600_000,
          },
        },
      ],
    },
  }),
);
