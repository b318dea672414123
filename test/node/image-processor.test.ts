import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { isAccountError } from '../../src/contract/account-error.ts';
import { createImageProcessor } from '../../src/node.ts';
import type { ProcessedImage } from '../../src/server/ports/image-processor.ts';
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
import { animation, limits, picture, pictureFormats } from '../support/pictures.ts';

const { maxPixels } = limits;
const images = await createImageProcessor();

async function processed(bytes: Uint8Array): Promise<ProcessedImage> {
  const result = await images.process(bytes, { maxPixels });
  if (result === null) throw new Error('the picture was refused');
  return result;
}

describe('what comes out', () => {
  test.each(pictureFormats)('a %s becomes two WebP files of 512 and 128 px', async (format) => {
    const { large, small } = await processed(await picture(format, 300, 200));
    expect(await sharp(large).metadata()).toMatchObject({
      format: 'webp',
      width: 512,
      height: 512,
    });
    expect(await sharp(small).metadata()).toMatchObject({
      format: 'webp',
      width: 128,
      height: 128,
    });
  });

  test('a small picture is scaled up, so that every stored one measures the same', async () => {
    const { large } = await processed(await picture('png', 3, 2));
    expect(await sharp(large).metadata()).toMatchObject({ width: 512, height: 512 });
  });

  test('the square is the centre, of wide pictures and of tall ones', async () => {
    const wide = await blocks([[red, green, green, blue]])
      .png()
      .toBuffer();
    const tall = await blocks([[red], [green], [green], [blue]])
      .png()
      .toBuffer();
    // Two blocks of four are one block too wide: each side loses one and a half.
    for (const file of [wide, tall]) {
      const { large } = await processed(file);
      for (const colour of await colours(large, corners)) expectNear(colour, green);
    }
  });

  test.each([
    ['wide', [Array.from({ length: 41 }, (_, index) => (index === 20 ? yellow : blue))]],
    ['tall', Array.from({ length: 41 }, (_, index) => [index === 20 ? yellow : blue])],
  ])('a strip that is 41 times as %s loses all but its middle', async (_name, rows) => {
    const { large } = await processed(await blocks(rows, 8).png().toBuffer());
    for (const colour of await colours(large, corners)) expectNear(colour, yellow);
  });

  test('a strip of one pixel by two million is no trouble', async () => {
    const strip = sharp({
      create: { width: 1, height: 2_000_000, channels: 3, background: '#f00' },
    });
    const { large } = await processed(await strip.png().toBuffer());
    expectNear((await colours(large, [[0.5, 0.5]]))[0]!, red);
  });
});

describe('odd but legal pictures', () => {
  test('transparency stays', async () => {
    const clear = { r: 255, g: 0, b: 0, alpha: 0 };
    const file = await sharp({ create: { width: 60, height: 60, channels: 4, background: clear } })
      .composite([
        {
          input: await blocks([[blue]], 30)
            .png()
            .toBuffer(),
          left: 0,
          top: 0,
        },
      ])
      .png()
      .toBuffer();
    for (const stored of Object.values(await processed(file))) {
      const [opaque, transparent] = await colours(stored, [corners[0], corners[3]]);
      expectNear(opaque!, [...blue, 255]);
      expect(transparent![3]).toBeLessThan(10);
    }
  });

  test('16 bits, greys, CMYK, progressive, interlaced, a palette', async () => {
    const base = blocks([[[180, 60, 60]]]);
    const png = sharp(await base.png().toBuffer());
    const grey = await png.clone().greyscale().png().toBuffer();
    const files: [string, Buffer, readonly number[]][] = [
      ['16 bits', await png.clone().toColourspace('rgb16').png().toBuffer(), [180, 60, 60]],
      ['progressive', await png.clone().jpeg({ progressive: true }).toBuffer(), [180, 60, 60]],
      ['interlaced', await png.clone().png({ progressive: true }).toBuffer(), [180, 60, 60]],
      ['palette', await png.clone().png({ palette: true }).toBuffer(), [180, 60, 60]],
      [
        'CMYK',
        await png.clone().toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer(),
        [180, 60, 60],
      ],
      [
        'grey',
        grey,
        [...(await sharp(grey).toColourspace('srgb').raw().toBuffer()).subarray(0, 1)],
      ],
      ['16-bit grey', await sharp(grey).toColourspace('grey16').png().toBuffer(), []],
    ];
    const [greyValue] = files[5]![2];
    for (const [name, file, expected] of files) {
      const wanted = expected.length === 3 ? expected : [greyValue!, greyValue!, greyValue!];
      const [colour] = await colours((await processed(file)).large, [[0.5, 0.5]]);
      expectNear(colour!, [...wanted, 255]);
      expect(name).not.toBe('');
    }
  });

  test.each(['gif', 'webp'] as const)('an animated %s gives its first frame', async (format) => {
    const { large } = await processed(await animation(format));
    expect((await sharp(large).metadata()).pages ?? 1).toBe(1);
    expectNear((await colours(large, [[0.5, 0.5]]))[0]!, red);
  });
});

describe('what cannot be decoded is answered with null', () => {
  test.each(pictureFormats)('a %s that is cut short', async (format) => {
    const file = await picture(format, 300, 200);
    for (const part of [0.02, 0.3, 0.6, 0.9, 0.99]) {
      const cut = file.subarray(0, Math.floor(file.length * part));
      expect([part, await images.process(cut, { maxPixels })]).toEqual([part, null]);
    }
  });

  test('bytes that are wrong inside, no bytes, and an SVG', async () => {
    const png = await picture('png', 300, 200);
    png.fill(0, 200, 4000);
    expect(await images.process(png, { maxPixels })).toBeNull();
    expect(await images.process(new Uint8Array(), { maxPixels })).toBeNull();
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    expect(await images.process(svg, { maxPixels })).toBeNull();
  });

  test('more pixels than allowed', async () => {
    const file = await picture('png', 100, 50);
    expect(await images.process(file, { maxPixels: 4999 })).toBeNull();
    expect(await images.process(file, { maxPixels: 5000 })).not.toBeNull();
  });
});

describe('load', () => {
  test('what finds no place to wait is told to come back, and the others finish', async () => {
    const busy = await createImageProcessor({ concurrency: 1, waiting: 1 });
    const file = await picture('jpeg', 800, 600);
    const all = await Promise.allSettled([1, 2, 3].map(() => busy.process(file, { maxPixels })));
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(all[2]).toMatchObject({ reason: { code: 'unavailable', retryAfterSeconds: 10 } });
    expect(await busy.process(file, { maxPixels })).not.toBeNull();
  });

  test('a picture that takes too long is no broken picture', async () => {
    const hasty = await createImageProcessor({ timeoutSeconds: 1 });
    const file = await sharp({
      create: { width: 7000, height: 7000, channels: 3, background: '#123' },
    })
      .avif({ effort: 0 })
      .toBuffer();
    const outcome = await hasty
      .process(file, { maxPixels })
      .then((answer) => (answer === null ? 'broken' : 'decoded'))
      .catch((error: unknown) => (isAccountError(error) ? error.code : error));
    // A fast machine decodes it in time.
    expect(['decoded', 'unavailable']).toContain(outcome);
  });
});
