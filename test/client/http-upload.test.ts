import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AccountBackend } from '../../src/contract/backend.ts';
import { chromiumArgs, findChromium } from '../../scripts/browser.ts';
import { serve, type Served } from '../http/served.ts';

// XMLHttpRequest is a browser's: the backend is bundled, and a real page uploads to a real server.

async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('../../src/client/http-backend.ts', import.meta.url));
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'client', fileName: 'backend' } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (output === undefined || !('output' in output)) throw new Error('nothing was built');
  return output.output[0].code;
}

let browser: Browser;
let served: Served;
let page: Page;

beforeAll(async () => {
  const code = await bundle();
  served = await serve({
    before: (app) => {
      app.get(
        '/',
        (_request, response) =>
          void response.type('html').send('<script src="/backend.js"></script>'),
      );
      app.get('/backend.js', (_request, response) => void response.type('js').send(code));
      // Takes a little of the body and then nothing more.
      app.put('/stuck/users/me/avatar', (request) => void request.pause());
      app.put('/gone/users/me/avatar', (request) => void request.socket.destroy());
    },
  });
  const executablePath = findChromium();
  browser = await chromium.launch({
    args: [...chromiumArgs],
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  page = await browser.newPage();
  await page.goto(`${served.origin}/`);
  await page.evaluate(async () => {
    await fetch('/api/auth/register', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'ada@example.com', password: 'a quiet lighthouse keeper' }),
    });
  });
}, 60_000);

afterAll(async () => {
  await browser.close();
});

/** What the bundle leaves in the page. */
interface PageScope {
  client: { createHttpBackend(options?: { baseUrl: string }): AccountBackend };
}

interface Upload {
  baseUrl: string;
  bytes: number;
  abortAfter?: number;
}

/** Uploads a real picture, or as many bytes of nothing, from the page. */
function uploadFrom(upload: Upload) {
  return page.evaluate(async ({ baseUrl, bytes, abortAfter }) => {
    const { client } = globalThis as unknown as PageScope;
    const backend = client.createHttpBackend({ baseUrl });
    const canvas = new OffscreenCanvas(600, 400);
    canvas.getContext('2d')?.fillRect(10, 10, 50, 50);
    const picture = await canvas.convertToBlob({ type: 'image/png' });
    const image = bytes === 0 ? picture : new Blob([new Uint8Array(bytes)]);
    const controller = new AbortController();
    if (abortAfter !== undefined) setTimeout(() => controller.abort(), abortAfter);
    const fractions: number[] = [];
    try {
      const { account } = await backend.setAvatar(
        { image },
        { signal: controller.signal, onProgress: (fraction) => void fractions.push(fraction) },
      );
      return { url: account.avatar?.url ?? '', fractions, code: '', retryAfterSeconds: 0 };
    } catch (error) {
      const { code, retryAfterSeconds = 0 } = error as { code: string; retryAfterSeconds?: number };
      return { url: '', fractions, code, retryAfterSeconds };
    }
  }, upload);
}

describe('an upload from a page', () => {
  test('tells how much has left, and ends with the account', async () => {
    const { url, fractions, code } = await uploadFrom({ baseUrl: '/api/auth', bytes: 0 });
    expect(code).toBe('');
    expect(url).toMatch(/\.webp$/);
    expect(fractions.at(-1)).toBe(1);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
  });

  test('shows its picture to the page', async () => {
    const { url } = await uploadFrom({ baseUrl: '/api/auth', bytes: 0 });
    const width = await page.evaluate(async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      return image.naturalWidth;
    }, url);
    expect(width).toBe(512);
  });

  test('that is refused says why, also while bytes are still leaving', async () => {
    const none = await uploadFrom({ baseUrl: '/api/auth', bytes: 1000 });
    expect(none.code).toBe('unsupported_media_type');
    const large = await uploadFrom({ baseUrl: '/api/auth', bytes: 30_000_000 });
    expect(large.code).toBe('too_large');
  });

  test('can be cancelled on its way', async () => {
    const cancelled = await uploadFrom({ baseUrl: '/stuck', bytes: 20_000_000, abortAfter: 200 });
    expect(cancelled.code).toBe('aborted');
    expect(cancelled.fractions.at(-1) ?? 0).toBeLessThan(1);
  });

  test('that was cancelled beforehand never leaves', async () => {
    let requests = 0;
    page.on('request', () => (requests += 1));
    const code = await page.evaluate(async () => {
      const { client } = globalThis as unknown as PageScope;
      const image = new Blob(['x']);
      const signal = AbortSignal.abort();
      return client
        .createHttpBackend()
        .setAvatar({ image }, { signal })
        .catch((error: { code: string }) => error.code);
    });
    expect([code, requests]).toEqual(['aborted', 0]);
  });

  test('is offline when the connection breaks', async () => {
    expect((await uploadFrom({ baseUrl: '/gone', bytes: 5_000_000 })).code).toBe('offline');
  });
});
