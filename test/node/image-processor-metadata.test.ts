import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { createImageProcessor } from '../../src/node.ts';
import type { ProcessedImage } from '../../src/server/ports/image-processor.ts';
import { blocks, colours, expectNear } from '../support/picture-colours.ts';
import {
  cameraPhoto,
  jpegWithSegment,
  limits,
  picture,
  pngWithChunk,
  xmp,
} from '../support/pictures.ts';

const { maxPixels } = limits;
const images = await createImageProcessor();

async function processed(bytes: Uint8Array): Promise<ProcessedImage> {
  const result = await images.process(bytes, { maxPixels });
  if (result === null) throw new Error('the picture was refused');
  return result;
}

/** Names of the chunks of a WebP file. */
function chunks(webp: Uint8Array): string[] {
  const bytes = Buffer.from(webp);
  const names: string[] = [];
  for (let at = 12; at + 8 <= bytes.length;) {
    names.push(bytes.toString('latin1', at, at + 4));
    const size = bytes.readUInt32LE(at + 4);
    at += 8 + size + (size % 2);
  }
  return names;
}

describe('metadata', () => {
  const traces = ['Exif', 'EXIF', 'Nokia', 'Lumia', 'ICCP', 'xmpmeta', 'secret'];

  async function expectClean(file: Uint8Array): Promise<void> {
    for (const stored of Object.values(await processed(file))) {
      expect(['VP8 ', 'VP8L', 'VP8X', 'ALPH']).toEqual(expect.arrayContaining(chunks(stored)));
      const {
        exif,
        icc,
        xmp: packet,
        iptc,
        comments,
        orientation,
      } = await sharp(stored).metadata();
      expect({ exif, icc, packet, iptc, comments, orientation }).toEqual({});
      const text = Buffer.from(stored).toString('latin1');
      expect(traces.filter((trace) => text.includes(trace))).toEqual([]);
    }
  }

  test("a camera's photo carries a GPS position, and nothing of it is stored", async () => {
    const before = Buffer.from(cameraPhoto).toString('latin1');
    expect(before).toContain('Exif\0\0MM\0*');
    expect(before).toContain('Lumia 820');
    // The tag that points to the GPS directory: 0x8825, one LONG.
    expect(before).toContain('\u0088\u0025\0\u0004\0\0\0\u0001');
    await expectClean(cameraPhoto);
  });

  test('EXIF, XMP, comments, text chunks and profiles of every kind of picture go', async () => {
    const exif = { IFD0: { Copyright: 'secret' }, IFD3: { GPSLatitudeRef: 'N' } };
    for (const format of ['jpeg', 'png', 'webp', 'avif'] as const) {
      const file = await sharp(await picture(format))
        .withExif(exif)
        .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">secret</x:xmpmeta>')
        .withIccProfile('p3')
        .toFormat(format)
        .toBuffer();
      const before = await sharp(file).metadata();
      expect(before).toMatchObject({
        exif: expect.anything(),
        xmp: expect.anything(),
        icc: expect.anything(),
      });
      await expectClean(file);
    }
    const comment = Buffer.from('secret');
    await expectClean(jpegWithSegment(await picture('jpeg'), 0xfe, comment));
    await expectClean(jpegWithSegment(await picture('jpeg'), 0xe1, xmp));
    await expectClean(pngWithChunk(await picture('png'), 'tEXt', Buffer.from('Comment\0secret')));
    await expectClean(Buffer.concat([await picture('jpeg'), comment]));
  });

  test('colours are those of the profile, as sRGB', async () => {
    // In the file the same colour has other numbers, by a good 20: sharp converts them to Display P3.
    const file = await blocks([[[100, 200, 100]]])
      .withIccProfile('p3', { attach: true })
      .png()
      .toBuffer();
    const [stored] = await colours((await processed(file)).large, [[0.5, 0.5]]);
    expectNear(stored!, [100, 200, 100], 8);
  });
});
