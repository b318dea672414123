import type { ByteReader, Extent } from './picture-bytes.ts';
import { PictureBroken } from './picture-bytes.ts';

/** Length, type and checksum around the data of each chunk. */
const CHUNK_FRAME_BYTES = 12;

/** The header chunk; the others are walked to the end chunk, to see that the file is whole. */
export function readPng(reader: ByteReader): Extent {
  if (reader.u32(8) !== 13 || !reader.is(12, 'IHDR')) throw new PictureBroken();
  const extent = { width: reader.u32(16), height: reader.u32(20) };
  let at = 8;
  while (!reader.is(at + 4, 'IEND')) at += CHUNK_FRAME_BYTES + reader.u32(at);
  reader.need(at, CHUNK_FRAME_BYTES + reader.u32(at));
  return extent;
}
