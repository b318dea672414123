// Finds a Chromium for the tests; run as a program, it also gets one where there is none.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { programs, runNode } from './steps.ts';

const installed: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:/Program Files/Google/Chrome/Application/chrome.exe',
    'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
  ],
};

/** The path of a Chromium on this machine: `CHROMIUM_PATH`, Playwright's own, or the system's. */
export function findChromium(): string | undefined {
  const places = [
    process.env['CHROMIUM_PATH'],
    chromium.executablePath(),
    ...(installed[process.platform] ?? []),
  ];
  return places.find((path) => path !== undefined && existsSync(path));
}

/** What every Chromium of the tests is started with: works as root, and stays off the network. */
export const chromiumArgs: readonly string[] = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
];

function installFromDebian(): void {
  const root = process.getuid?.() === 0;
  if (!root || !existsSync('/etc/debian_version')) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]): void => {
    spawnSync('apt-get', ['-qq', ...args], { stdio: 'inherit', env });
  };
  apt('update');
  apt('install', '--yes', '--no-install-recommends', 'chromium');
}

function installFromPlaywright(): void {
  runNode([programs.playwright, 'install', 'chromium']);
}

if (import.meta.main) {
  for (const install of [installFromDebian, installFromPlaywright]) {
    if (findChromium() === undefined) install();
  }
  const path = findChromium();
  if (path === undefined) {
    console.error('No Chromium was found. Install one, or name it in CHROMIUM_PATH.');
    process.exit(1);
  }
  console.log(`Chromium: ${path}`);
}
