import { AccountError, fieldError } from '../../contract/account-error.ts';
import type { AvatarType } from '../../contract/avatar.ts';
import { isAvif, readAvif } from './picture-avif.ts';
import type { Extent } from './picture-bytes.ts';
import { ByteReader, PictureBroken } from './picture-bytes.ts';
import { readGif } from './picture-gif.ts';
import { readJpeg } from './picture-jpeg.ts';
import { isMixed } from './picture-mixed.ts';
import { readPng } from './picture-png.ts';
import { readWebp } from './picture-webp.ts';

/** What the bytes of a picture say about themselves. */
export interface JudgedPicture extends Extent {
  /** By content; what the request calls it does not count. */
  type: AvatarType;
}

/** What a picture may measure. */
export interface PictureLimits {
  /** Most bytes of the file. */
  maxBytes: number;
  /** Most pixels, width by height, that decoding it would set aside. */
  maxPixels: number;
}

const formats: readonly {
  type: AvatarType;
  fits: (reader: ByteReader) => boolean;
  read: (reader: ByteReader) => Extent;
}[] = [
  { type: 'image/jpeg', fits: (reader) => reader.is(0, '\u00ff\u00d8\u00ff'), read: readJpeg },
  { type: 'image/png', fits: (reader) => reader.is(0, '\u0089PNG\r\n\u001a\n'), read: readPng },
  {
    type: 'image/webp',
    fits: (reader) => reader.is(0, 'RIFF') && reader.is(8, 'WEBP'),
    read: readWebp,
  },
  {
    type: 'image/gif',
    fits: (reader) => reader.is(0, 'GIF87a') || reader.is(0, 'GIF89a'),
    read: readGif,
  },
  { type: 'image/avif', fits: isAvif, read: readAvif },
];

function readExtent(reader: ByteReader, read: (reader: ByteReader) => Extent): Extent {
  try {
    const extent = read(reader);
    if (extent.width > 0 && extent.height > 0) return extent;
  } catch (error) {
    if (!(error instanceof PictureBroken)) throw error;
  }
  throw fieldError('', 'image_broken');
}

/**
 * Judges a picture by its bytes alone, before anything decodes it. Width and height are those of the file, not yet
 * turned upright.
 *
 * Refuses with `too_large` (bytes), `unsupported_media_type` (none of the five kinds), or `validation_failed` about
 * the input as a whole: `image_broken` (empty, cut short, no readable header), `image_too_many_pixels` (with
 * `maximum`), `image_mixed` (a page, a script, a PDF or a ZIP archive as well).
 */
export function judgePicture(bytes: Uint8Array, limits: PictureLimits): JudgedPicture {
  if (bytes.length > limits.maxBytes) throw new AccountError('too_large');
  if (bytes.length === 0) throw fieldError('', 'image_broken');
  const reader = new ByteReader(bytes);
  const format = formats.find(({ fits }) => fits(reader));
  if (format === undefined) throw new AccountError('unsupported_media_type');
  const extent = readExtent(reader, format.read);
  if (extent.width * extent.height > limits.maxPixels) {
    throw fieldError('', 'image_too_many_pixels', { maximum: limits.maxPixels });
  }
  if (isMixed(bytes)) throw fieldError('', 'image_mixed');
  return { type: format.type, width: extent.width, height: extent.height };
}
