import type { ByteReader, Extent } from './picture-bytes.ts';
import { larger, PictureBroken } from './picture-bytes.ts';

const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;
// Markers without a length: TEM, RST0-7, SOI.
const isBare = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
// SOF0-15 without DHT, JPG and DAC, which share the range.
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Whether an end-of-image marker follows; in coded data 0xFF is always stuffed, so it cannot be anything else. */
function endsAfter(reader: ByteReader, from: number): boolean {
  const { bytes } = reader;
  let at = bytes.indexOf(END_OF_IMAGE, from + 1);
  while (at !== -1 && bytes[at - 1] !== 0xff) at = bytes.indexOf(END_OF_IMAGE, at + 1);
  return at !== -1;
}

/** The largest frame header before the first scan. Segments are stepped over, so a thumbnail in one never counts. */
export function readJpeg(reader: ByteReader): Extent {
  let extent: Extent | null = null;
  let at = 2;
  for (;;) {
    // Decoders skip stray bytes between segments; so do we.
    while (reader.u8(at) !== 0xff) at += 1;
    while (reader.u8(at) === 0xff) at += 1;
    const marker = reader.u8(at);
    at += 1;
    if (marker === END_OF_IMAGE) throw new PictureBroken();
    if (marker === 0 || isBare(marker)) continue;
    const length = reader.u16(at);
    if (length < 2) throw new PictureBroken();
    reader.need(at, length);
    if (isFrame(marker)) {
      const frame = { height: reader.u16(at + 3), width: reader.u16(at + 5) };
      extent = extent === null ? frame : larger(extent, frame);
    }
    at += length;
    if (marker === START_OF_SCAN) break;
  }
  if (extent === null || !endsAfter(reader, at)) throw new PictureBroken();
  return extent;
}
