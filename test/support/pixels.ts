// What an element looks like in the end, pixel by pixel.
import { page } from 'vitest/browser';
import type { Rgb } from './paint.ts';
import { contrast } from './paint.ts';

/** The picture of an element as it is on the screen. */
export async function picture(element: Element): Promise<ImageData> {
  const base64 = await page.screenshot({ element, save: false, base64: true });
  const text = typeof base64 === 'string' ? base64 : (base64 as { base64: string }).base64;
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser has no canvas.');
  pen.drawImage(bitmap, 0, 0);
  return pen.getImageData(0, 0, bitmap.width, bitmap.height);
}

const pixelAt = ({ data }: ImageData, at: number): Rgb => [
  data[at] ?? 0,
  data[at + 1] ?? 0,
  data[at + 2] ?? 0,
];

/** How many pixels stand out from the ground, 3:1 or more. */
export function inked(image: ImageData, ground: Rgb): number {
  let count = 0;
  for (let at = 0; at < image.data.length; at += 4) {
    if (contrast(pixelAt(image, at), ground) >= 3) count += 1;
  }
  return count;
}

/** How many pixels of two pictures of one size differ by 3:1 or more. */
export function changed(one: ImageData, other: ImageData): number {
  expectOneSize(one, other);
  let count = 0;
  for (let at = 0; at < one.data.length; at += 4) {
    if (contrast(pixelAt(one, at), pixelAt(other, at)) >= 3) count += 1;
  }
  return count;
}

function expectOneSize(one: ImageData, other: ImageData): void {
  if (one.width === other.width && one.height === other.height) return;
  throw new Error(`${one.width} × ${one.height} is not ${other.width} × ${other.height}`);
}
