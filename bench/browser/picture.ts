import type { Browser } from 'playwright';
import sharp from 'sharp';

import { traceMainThread } from './trace.ts';

/** A JPEG of 4,000 × 3,000 pixels with as much detail as a photograph. */
export function photograph(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  return sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#888', noise } })
    .blur(1.5)
    .jpeg({ quality: 88 })
    .toBuffer();
}

/** What one crop did to the page. */
export interface Crop {
  /** The longest task of the main thread meanwhile, by the clock. */
  longestTaskMilliseconds: number;
  /** From the call to the encoded picture. */
  totalMilliseconds: number;
  bytes: number;
  width: number;
  height: number;
}

/** Puts a photograph into a page that has set `globalThis.crop`, crops it once unthrottled, and watches the main thread. */
export async function cropOnce(browser: Browser, url: string, photo: Buffer): Promise<Crop> {
  const page = await browser.newPage();
  try {
    await page.goto(url);
    await page.setInputFiles('input', { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo });
    let result = { totalMilliseconds: 0, bytes: 0 };
    const { tasks } = await traceMainThread(browser, page, async () => {
      result = await page.evaluate(async () => {
        const { crop } = globalThis as unknown as { crop: (file: Blob) => Promise<Blob | null> };
        const file = document.querySelector('input')?.files?.[0];
        if (!file) throw new Error('the page holds no picture');
        const startAt = performance.now();
        const cropped = await crop(file);
        const totalMilliseconds = performance.now() - startAt;
        Object.assign(globalThis, { cropped });
        return { totalMilliseconds, bytes: cropped?.size ?? 0 };
      });
    });
    const { width, height } = await page.evaluate(async () => {
      const { cropped } = globalThis as unknown as { cropped: Blob };
      const bitmap = await createImageBitmap(cropped);
      return { width: bitmap.width, height: bitmap.height };
    });
    const longestTaskMilliseconds = Math.max(...tasks.map((task) => task.wallMilliseconds));
    return { longestTaskMilliseconds, ...result, width, height };
  } finally {
    await page.close();
  }
}
