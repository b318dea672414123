// Takes the README's pictures of the example: `node --conditions=selvedge-source scripts/pictures.ts`.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRequestContext } from 'playwright';
import { chromium } from 'playwright';
import sharp from 'sharp';
import { buildExamplePage } from '../test/support/example-page.ts';
import { createExampleServer } from '../test/support/example-server.ts';
import { chromiumArgs, findChromium } from './browser.ts';
import { root } from './steps.ts';

const password = 'violet lanterns by the old harbour';
const address = 'maren.holt@example.com';
const width = 960;

/** Hills at dusk, in place of a photo of somebody. */
const hills =
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="640" height="640">
  <defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">
    <stop offset="0" stop-color="#3d5a80"/><stop offset=".55" stop-color="#e0a48a"/><stop offset="1" stop-color="#f4d9b0"/>
  </linearGradient></defs>
  <rect width="100" height="100" fill="url(#sky)"/>
  <circle cx="62" cy="46" r="11" fill="#fdf0d5"/>
  <path d="M0 66 22 48 40 62 58 50 80 66 100 56V100H0Z" fill="#8a6f88"/>
  <path d="M0 78 30 62 56 80 78 68 100 80V100H0Z" fill="#51506f"/>
  <path d="M0 90Q28 74 56 88T100 86V100H0Z" fill="#2b2d42"/>
</svg>`);

const page = buildExamplePage();
const server = await createExampleServer(page);
await server.start();
const executablePath = findChromium();
const browser = await chromium.launch({
  args: [...chromiumArgs],
  ...(executablePath === undefined ? {} : { executablePath }),
});

/** Somebody whose address is verified, with a profile and a picture. */
async function fillAccount(request: APIRequestContext): Promise<void> {
  const headers = { origin: server.origin };
  const call = async (method: string, path: string, data: unknown, type = 'application/json') => {
    const response = await request.fetch(`/api/auth${path}`, {
      method,
      data,
      headers: { ...headers, 'content-type': type },
    });
    if (!response.ok()) throw new Error(`${method} ${path}: ${await response.text()}`);
  };
  await call('POST', '/register', { email: 'maren@example.org', password, name: 'Maren Holt' });
  await call('POST', '/step-up', { purpose: 'requestEmailChange', password });
  await call('PUT', '/users/me/email', { newEmail: address });
  for (let token: string | undefined; token === undefined;) {
    const mail = (await server.mails()).find(({ to }) => to === address);
    token = mail && /#token=(\S+)/.exec(mail.text)?.[1];
    if (token) await call('POST', '/email/verification', { token });
  }
  const profile = { givenName: 'Maren', familyName: 'Holt', username: 'maren', language: 'en' };
  await call('PUT', '/users/me', profile);
  await call('PUT', '/users/me/avatar', await sharp(hills).jpeg().toBuffer(), 'image/jpeg');
}

try {
  const context = await browser.newContext({
    baseURL: server.origin,
    viewport: { width, height: 1600 },
    deviceScaleFactor: 2,
  });
  await fillAccount(context.request);
  const tab = await context.newPage();
  for (const colorScheme of ['light', 'dark'] as const) {
    await tab.emulateMedia({ colorScheme });
    await tab.goto('/');
    await tab.getByRole('heading', { name: 'Connected accounts' }).waitFor();
    await tab.locator('.selvedge-avatar img').evaluate((it: HTMLImageElement) => it.decode());
    const end = await tab.getByRole('heading', { name: 'Connected accounts' }).boundingBox();
    // Up to the line above that heading.
    const height = Math.round((end?.y ?? 900) - 33);
    const shot = await tab.screenshot({ clip: { x: 0, y: 0, width, height } });
    const name = colorScheme === 'light' ? 'settings.png' : 'settings-dark.png';
    await sharp(shot)
      .png({ palette: true, colours: 256, dither: 0.5, effort: 10 })
      .toFile(join(root, 'docs/pictures', name));
  }
} finally {
  await browser.close();
  await server.remove();
  rmSync(page, { recursive: true, force: true });
}
