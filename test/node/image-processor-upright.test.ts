import { describe, test } from 'vitest';
import { createImageProcessor } from '../../src/node.ts';
import type { ProcessedImage } from '../../src/server/ports/image-processor.ts';
import type { Colour } from '../support/picture-colours.ts';
import {
  blocks,
  blue,
  colours,
  corners,
  expectNear,
  green,
  red,
  yellow,
} from '../support/picture-colours.ts';
import { limits } from '../support/pictures.ts';

const { maxPixels } = limits;
const images = await createImageProcessor();

async function processed(bytes: Uint8Array): Promise<ProcessedImage> {
  const result = await images.process(bytes, { maxPixels });
  if (result === null) throw new Error('the picture was refused');
  return result;
}

describe('upright', () => {
  const upright: readonly (readonly Colour[])[] = [
    [red, green],
    [blue, yellow],
  ];
  // What the file stores, so that turned as EXIF says it becomes `upright`.
  const stored: Readonly<Record<number, readonly (readonly Colour[])[]>> = {
    1: upright,
    2: [
      [green, red],
      [yellow, blue],
    ],
    3: [
      [yellow, blue],
      [green, red],
    ],
    4: [
      [blue, yellow],
      [red, green],
    ],
    5: [
      [red, blue],
      [green, yellow],
    ],
    6: [
      [green, yellow],
      [red, blue],
    ],
    7: [
      [yellow, green],
      [blue, red],
    ],
    8: [
      [blue, red],
      [yellow, green],
    ],
  };

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('whatever the orientation: %i', async (orientation) => {
    const file = await blocks(stored[orientation]!)
      .withMetadata({ orientation })
      .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
      .toBuffer();
    for (const size of Object.values(await processed(file))) {
      const seen = await colours(size, corners);
      for (const [index, colour] of upright.flat().entries()) expectNear(seen[index]!, colour, 40);
    }
  });

  test.each([
    [5, [[red], [green], [green], [green], [blue]]],
    [6, [[red], [green], [green], [green], [blue]]],
    [6, Array.from({ length: 41 }, (_, index) => [index === 20 ? green : blue])],
  ])('a tall picture that is stored lying is cut in its centre: %i', async (orientation, rows) => {
    const lying = [rows.map(([colour]) => colour!)];
    const file = await blocks(lying, 24)
      .withMetadata({ orientation })
      .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
      .toBuffer();
    const { large } = await processed(file);
    for (const colour of await colours(large, corners)) expectNear(colour, green, 40);
  });
});
