import type { ByteReader, Extent } from './picture-bytes.ts';
import { larger, PictureBroken } from './picture-bytes.ts';

const FRAME_HEADER_BYTES = 16;

/** A key frame of VP8: tag, start code, then 14 bits each. */
function readLossy(reader: ByteReader, at: number): Extent {
  const isKeyFrame = (reader.u8(at) & 1) === 0;
  const hasStartCode =
    reader.u8(at + 3) === 0x9d && reader.u8(at + 4) === 0x01 && reader.u8(at + 5) === 0x2a;
  if (!isKeyFrame || !hasStartCode) throw new PictureBroken();
  return { width: reader.u16le(at + 6) & 0x3fff, height: reader.u16le(at + 8) & 0x3fff };
}

/** VP8L: a signature byte, then 14 bits each, less one. */
function readLossless(reader: ByteReader, at: number): Extent {
  if (reader.u8(at) !== 0x2f) throw new PictureBroken();
  const bits = reader.u32le(at + 1);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

/** The canvas, or the picture itself where that is larger than the canvas says. */
export function readWebp(reader: ByteReader): Extent {
  const end = 8 + reader.u32le(4);
  reader.need(0, end);
  let extent: Extent | null = null;
  let pictures = 0;
  let at = 12;
  while (at + 8 <= end) {
    const size = reader.u32le(at + 4);
    const data = at + 8;
    if (data + size > end) throw new PictureBroken();
    let found: Extent | null = null;
    if (reader.is(at, 'VP8X')) {
      found = { width: reader.u24le(data + 4) + 1, height: reader.u24le(data + 7) + 1 };
    } else if (reader.is(at, 'VP8 ')) {
      found = readLossy(reader, data);
      pictures += 1;
    } else if (reader.is(at, 'VP8L')) {
      found = readLossless(reader, data);
      pictures += 1;
    } else if (reader.is(at, 'ANMF')) {
      if (size < FRAME_HEADER_BYTES) throw new PictureBroken();
      found = { width: reader.u24le(data + 6) + 1, height: reader.u24le(data + 9) + 1 };
      pictures += 1;
    }
    if (found !== null) extent = extent === null ? found : larger(extent, found);
    at = data + size + (size % 2);
  }
  if (extent === null || pictures === 0) throw new PictureBroken();
  return extent;
}
