import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { isAccountError } from '../../src/contract/account-error.ts';
import { judgePicture } from '../../src/server/operations/picture.ts';
import {
  animation,
  cameraPhoto,
  film,
  jpegWithSegment,
  limits,
  picture,
  pictureFormats,
  pngThatSays,
  pngWithChunk,
  withBoxNumbers,
  xmp,
  zip,
} from '../support/pictures.ts';

/** The code of the refusal, or of its field; `taken` when there is none. */
function verdict(bytes: Uint8Array, own: Partial<typeof limits> = {}): string {
  try {
    judgePicture(bytes, { ...limits, ...own });
    return 'taken';
  } catch (error) {
    if (!isAccountError(error)) throw error;
    const [field] = error.errors;
    return field === undefined ? error.code : `${field.pointer}${field.code}`;
  }
}

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const append = (file: Uint8Array, more: Uint8Array | string): Uint8Array =>
  Buffer.concat([file, typeof more === 'string' ? Buffer.from(more) : more]);

describe('type and size come from the bytes', () => {
  test.each(pictureFormats)('%s', async (format) => {
    expect(judgePicture(await picture(format, 91, 61), limits)).toEqual({
      type: `image/${format}`,
      width: 91,
      height: 61,
    });
  });

  test('a photo from a camera, whose thumbnail does not count', () => {
    expect(judgePicture(cameraPhoto, limits)).toEqual({
      type: 'image/jpeg',
      width: 640,
      height: 360,
    });
  });

  test('lossless and transparent WebP, progressive JPEG, 16 bits, interlaced, CMYK', async () => {
    const base = sharp(await picture('png', 33, 22));
    const files = await Promise.all([
      base.clone().webp({ lossless: true }).toBuffer(),
      base.clone().ensureAlpha(0.5).webp().toBuffer(),
      base.clone().jpeg({ progressive: true }).toBuffer(),
      base.clone().toColourspace('rgb16').png({ progressive: true }).toBuffer(),
      base.clone().toColourspace('cmyk').jpeg().toBuffer(),
      base.clone().ensureAlpha(0.5).avif().toBuffer(),
    ]);
    for (const file of files) {
      expect(judgePicture(file, limits)).toMatchObject({ width: 33, height: 22 });
    }
  });

  test.each(['gif', 'webp'] as const)('an animated %s measures one frame', async (format) => {
    expect(judgePicture(await animation(format, 40, 30), limits)).toMatchObject({
      type: `image/${format}`,
      width: 40,
      height: 30,
    });
  });

  test('a frame that reaches over the screen of its GIF counts', async () => {
    const gif = Buffer.from(await picture('gif', 50, 40));
    gif.writeUInt16LE(1, 6);
    gif.writeUInt16LE(1, 8);
    expect(judgePicture(gif, limits)).toMatchObject({ width: 50, height: 40 });
  });
});

describe('what is no picture that is taken', () => {
  test.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['SVG behind an XML declaration', '<?xml version="1.0"?><svg/>'],
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['HEIC', '\0\0\0\u0018ftypheic\0\0\0\0mif1heic'],
    ['HEIC under its general brand', '\0\0\0\u0018ftypmif1\0\0\0\0mif1heic'],
    ['a film', '\0\0\0\u0018ftypmp42\0\0\0\0isommp42'],
    ['TIFF', 'II*\0\u0008\0\0\0'],
    ['BMP', 'BM\u0046\0\0\0\0\0\0\0'],
    ['PDF', '%PDF-1.7\n'],
    ['an icon', '\0\0\u0001\0\u0001\0'],
    ['a sound in the same container as WebP', 'RIFF\u0024\0\0\0WAVEfmt '],
    ['a text', 'hello'],
    ['one byte', '\u00ff'],
  ])('%s', (_name, text) => {
    expect(verdict(bytesOf(text))).toBe('unsupported_media_type');
  });

  test('no bytes at all are a broken picture', () => {
    expect(verdict(new Uint8Array())).toBe('image_broken');
  });
});

describe('limits', () => {
  test('takes as many bytes as allowed and not one more', async () => {
    const file = await picture('png');
    expect(verdict(file, { maxBytes: file.length })).toBe('taken');
    expect(verdict(file, { maxBytes: file.length - 1 })).toBe('too_large');
  });

  test.each(pictureFormats)(
    'counts the pixels of a %s before anything decodes it',
    async (format) => {
      const file = await picture(format, 100, 50);
      expect(verdict(file, { maxPixels: 5000 })).toBe('taken');
      expect(verdict(file, { maxPixels: 4999 })).toBe('image_too_many_pixels');
    },
  );

  test('says the maximum', () => {
    expect(() => judgePicture(pngThatSays(60_000, 60_000), limits)).toThrowError(
      expect.objectContaining({
        errors: [{ pointer: '', code: 'image_too_many_pixels', params: { maximum: 50_000_000 } }],
      }),
    );
  });

  test.each([
    [60_000, 60_000],
    [1, 0xffff_ffff],
    [0xffff_ffff, 0xffff_ffff],
    [0x1_0000, 0x1_0000],
  ])('refuses a bomb of %i × %i', (width, height) => {
    expect(verdict(pngThatSays(width, height))).toBe('image_too_many_pixels');
  });

  test('believes the coded picture where the container of an AVIF says less', async () => {
    const file = await picture('avif', 400, 300);
    const small = withBoxNumbers(file, 'ispe', [10, 10]);
    expect(judgePicture(small, limits)).toMatchObject({ width: 400, height: 300 });
    expect(verdict(small, { maxPixels: 1000 })).toBe('image_too_many_pixels');
    expect(verdict(withBoxNumbers(file, 'ispe', [60_000, 60_000]))).toBe('image_too_many_pixels');
  });

  test('believes the coded picture where the canvas of a WebP says less', async () => {
    const file = await sharp(await picture('png', 300, 200))
      .ensureAlpha(0.5)
      .webp()
      .toBuffer();
    const canvas = file.indexOf('VP8X') + 12;
    file.writeUIntLE(0, canvas, 3);
    file.writeUIntLE(0, canvas + 3, 3);
    expect(judgePicture(file, limits)).toMatchObject({ width: 300, height: 200 });
  });
});

describe('broken files', () => {
  test.each(pictureFormats)('a %s is broken wherever it is cut', async (format) => {
    const file = await picture(format, 30, 20);
    expect(verdict(file)).toBe('taken');
    // The last byte of a GIF is a trailer that many writers leave out.
    const whole = format === 'gif' ? file.length - 1 : file.length;
    for (let end = 16; end < whole; end += 1) {
      expect([end, verdict(file.subarray(0, end))]).toEqual([end, 'image_broken']);
    }
  });

  test.each([
    [0, 10],
    [10, 0],
  ])('%i × %i pixels are none', (width, height) => {
    expect(verdict(pngThatSays(width, height))).toBe('image_broken');
  });

  test('a signature with nothing behind it', () => {
    for (const start of [
      '\u00ff\u00d8\u00ff',
      '\u0089PNG\r\n\u001a\n',
      'GIF89a',
      'RIFF\0\0\0\0WEBP',
    ]) {
      expect(verdict(bytesOf(start))).toBe('image_broken');
    }
  });
});

describe('files that are something else as well', () => {
  test.each([
    '<script>alert(1)</script>',
    '<SCRIPT src=//evil.test></SCRIPT>',
    '<?php system($_GET[0]); ?>',
    '<!DOCTYPE html><p>hello</p>',
    '<html><body onload=alert(1)>',
    '<svg/onload=alert(1)>',
    '<svg onload=alert(1)>',
    '<script>',
  ])('markup behind the picture: %s', async (markup) => {
    for (const format of pictureFormats) {
      expect([format, verdict(append(await picture(format), markup))]).toEqual([
        format,
        'image_mixed',
      ]);
    }
  });

  test('markup inside of it: a comment, a text chunk, an EXIF segment, coded data', async () => {
    const markup = Buffer.from('<script>alert(document.domain)</script>');
    const jpeg = await picture('jpeg');
    expect(verdict(jpegWithSegment(jpeg, 0xfe, markup))).toBe('image_mixed');
    expect(verdict(jpegWithSegment(jpeg, 0xe1, markup))).toBe('image_mixed');
    expect(verdict(pngWithChunk(await picture('png'), 'tEXt', markup))).toBe('image_mixed');
    expect(verdict(pngWithChunk(await picture('png'), 'IDAT', markup))).toBe('image_mixed');
  });

  test('a PDF whose mark stands in the first 1,024 bytes', async () => {
    const jpeg = await picture('jpeg');
    expect(verdict(jpegWithSegment(jpeg, 0xfe, bytesOf('%PDF-1.4')))).toBe('image_mixed');
    const later = jpegWithSegment(jpeg, 0xfe, bytesOf(`${' '.repeat(1100)}%PDF-1.4`));
    expect(verdict(later)).toBe('taken');
  });

  test('an archive behind the picture, with a comment, or with bytes after it', async () => {
    const png = await picture('png');
    expect(verdict(append(png, zip()))).toBe('image_mixed');
    expect(verdict(append(png, zip('x'.repeat(0xffff))))).toBe('image_mixed');
    expect(verdict(append(append(png, zip()), 'more'))).toBe('image_mixed');
    expect(verdict(append(png, 'PK\u0005\u0006 is no archive by itself'))).toBe('taken');
  });
});

describe('what phones and editors do', () => {
  test('a film behind the photo, XMP, a second picture, padding', async () => {
    const jpeg = await picture('jpeg');
    expect(verdict(append(cameraPhoto, film()))).toBe('taken');
    expect(verdict(jpegWithSegment(jpeg, 0xe1, xmp))).toBe('taken');
    expect(verdict(append(jpeg, cameraPhoto))).toBe('taken');
    expect(verdict(append(jpeg, new Uint8Array(4096)))).toBe('taken');
    expect(verdict(append(await picture('png'), new Uint8Array(100)))).toBe('taken');
    expect(verdict(append(await picture('avif'), film()))).toBe('taken');
  });

  test('a text that speaks of tags without being one', async () => {
    const png = await picture('png');
    for (const text of ['a < b', '<svgfoo>', '<scripture>', '&lt;script&gt;', '<x:xmpmeta>']) {
      const file = pngWithChunk(png, 'tEXt', Buffer.from(`Title\0${text}`));
      expect([text, verdict(file)]).toEqual([text, 'taken']);
    }
  });

  test('coded data that holds the letters of a tag by chance', async () => {
    const png = await picture('png');
    const chance = Buffer.from([...Buffer.from('<svg '), 0x80, 0x03, 0xf1, 0, 0xff, 1, 2, 3]);
    expect(verdict(append(png, chance))).toBe('taken');
  });
});
