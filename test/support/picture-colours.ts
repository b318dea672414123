import type { Sharp } from 'sharp';
import sharp from 'sharp';
import { expect } from 'vitest';

/** Red, green, blue, and how opaque: 0 to 255. */
export type Colour = readonly number[];

/** The colours of a stored picture, at fractions of its edges. */
export async function colours(
  webp: Uint8Array,
  places: readonly (readonly [number, number])[],
): Promise<Colour[]> {
  const { data, info } = await sharp(webp)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return places.map(([x, y]) => {
    const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * 4;
    return [data[at]!, data[at + 1]!, data[at + 2]!, data[at + 3]!];
  });
}

/** Lossy coding moves a colour a little. */
export function expectNear(actual: Colour, expected: readonly number[], most = 24): void {
  for (const [index, value] of expected.entries()) {
    expect(Math.abs(actual[index]! - value)).toBeLessThanOrEqual(most);
  }
}

export const red: Colour = [255, 0, 0];
export const green: Colour = [0, 200, 0];
export const blue: Colour = [0, 0, 255];
export const yellow: Colour = [255, 220, 0];

/** Blocks of colour, row by row, each block `edge` pixels wide and high. */
export function blocks(rows: readonly (readonly Colour[])[], edge = 40): Sharp {
  const width = rows[0]!.length * edge;
  const data = Buffer.alloc(width * rows.length * edge * 3);
  for (let at = 0; at < data.length; at += 3) {
    const x = (at / 3) % width;
    const y = Math.floor(at / 3 / width);
    data.set(rows[Math.floor(y / edge)]![Math.floor(x / edge)]!, at);
  }
  return sharp(data, { raw: { width, height: rows.length * edge, channels: 3 } });
}

/** The middles of the four quarters. */
export const corners = [
  [0.25, 0.25],
  [0.75, 0.25],
  [0.25, 0.75],
  [0.75, 0.75],
] as const;
