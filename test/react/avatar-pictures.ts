// Pictures and files for the tests of the avatar editor, and what a person does with them.
import { screen } from '@testing-library/react';
import { en } from 'selvedge/locales/en';
import { expect } from 'vitest';

/** Colours of the quarters of `quarters`, clockwise from the upper left. */
export const colours = ['#ff0000', '#00ff00', '#0000ff', '#ffffff'] as const;

/** A picture with four quarters in four colours. */
export function quarters(
  width: number,
  height: number,
  type = 'image/png',
  noise = false,
): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  const places = [
    [0, 0],
    [width / 2, 0],
    [width / 2, height / 2],
    [0, height / 2],
  ] as const;
  for (const [index, [x, y]] of places.entries()) {
    context.fillStyle = colours[index] ?? '';
    context.fillRect(x, y, width / 2, height / 2);
  }
  // A camera's picture is never plain, and a plain one decodes faster.
  if (noise) {
    const tile = new ImageData(500, 500);
    for (let at = 0; at < tile.data.length; at++) tile.data[at] = (at * 2_654_435_761) >>> 24;
    for (let at = 3; at < tile.data.length; at += 4) tile.data[at] = 40;
    const small = new OffscreenCanvas(500, 500);
    small.getContext('2d')?.putImageData(tile, 0, 0);
    for (let x = 0; x < width; x += 500) {
      for (let y = 0; y < height; y += 500) context.drawImage(small, x, y);
    }
  }
  return canvas.convertToBlob({ type, quality: 0.9 });
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  const pairs = hex.replaceAll(' ', '').match(/../g) ?? [];
  return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
}

/** The JPEG with an EXIF orientation, as a camera held in another way would write it. */
export async function oriented(jpeg: Blob, orientation: number): Promise<Blob> {
  const bytes = new Uint8Array(await jpeg.arrayBuffer());
  const exif = bytesOf(
    'ffe1 0022 457869660000 4d4d002a00000008 0001 0112000300000001' +
      `000${orientation}0000 00000000`,
  );
  return new Blob([bytes.slice(0, 2), exif, bytes.slice(2)], {
    type: 'image/jpeg',
  });
}

const gifFrame = '21f9040001000000 2c0000000002000200 00';

/** A GIF of 2 × 2 pixels whose first frame is red and whose second is blue. */
export const redThenBlue = new Blob(
  [
    bytesOf('474946383961 02000200 800000 ff0000 0000ff 21ff0b4e45545343415045322e30 0301000000'),
    bytesOf(`${gifFrame} 02 02 8451 00 ${gifFrame} 02 02 8c53 00 3b`),
  ],
  { type: 'image/gif' },
);

/** Begins as AVIF, and is nothing that a browser could show. */
export const strangeAvif = new Blob([`\0\0\0\u0018ftypavif\0\0\0\0mif1avif`, 'nothing'], {
  type: 'image/avif',
});

export const svg = new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>'], {
  type: 'image/svg+xml',
});

/** Names a colour by the nearest of the corners of the colour cube. */
function nearest(data: Uint8ClampedArray): string {
  const part = (value = 0): string => (value > 127 ? 'ff' : '00');
  return `#${part(data[0])}${part(data[1])}${part(data[2])}`;
}

/** The colours of a canvas near its four corners, clockwise from the upper left. */
export function cornersOf(canvas: OffscreenCanvas | HTMLCanvasElement): string[] {
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  const at = (x: number, y: number): string =>
    nearest(
      context.getImageData(Math.floor(x * canvas.width), Math.floor(y * canvas.height), 1, 1).data,
    );
  return [at(0.1, 0.1), at(0.9, 0.1), at(0.9, 0.9), at(0.1, 0.9)];
}

/** The size of a picture, and its colours near the corners. */
export async function look(
  picture: Blob,
): Promise<{ width: number; height: number; corners: string[] }> {
  const bitmap = await createImageBitmap(picture);
  const { width, height } = bitmap;
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  return { width, height, corners: cornersOf(canvas) };
}

export async function fileInput(): Promise<HTMLInputElement> {
  await screen.findByRole('button', { name: en.avatar.upload });
  return document.querySelector('input[type=file]') as HTMLInputElement;
}

export function carrying(...files: Blob[]): DataTransfer {
  const transfer = new DataTransfer();
  for (const [index, file] of files.entries()) {
    transfer.items.add(new File([file], `picture-${index}`, { type: file.type }));
  }
  return transfer;
}

/** As if a file was chosen in the browser's own dialog. */
export async function pick(file: Blob): Promise<void> {
  const input = await fileInput();
  input.files = carrying(file).files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

export const dialog = (): Promise<HTMLDialogElement> =>
  screen.findByRole<HTMLDialogElement>('dialog', { name: en.avatar.cropTitle });

/** Chooses a file and waits until it can be cropped. */
export async function pickAndOpen(file: Blob): Promise<void> {
  await pick(file);
  await screen.findByLabelText(en.avatar.zoom);
  await expect.poll(() => document.querySelector('.selvedge-crop-area')).not.toBeNull();
}

export const slider = (label: string): HTMLInputElement =>
  screen.getByLabelText<HTMLInputElement>(label);
