import type { ByteReader, Extent } from './picture-bytes.ts';
import { larger, PictureBroken } from './picture-bytes.ts';

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;

/** Bytes of the colour table that the flags announce. */
const tableBytes = (flags: number): number =>
  (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);

/** Where the chain of sub-blocks at `at` ends. */
function afterBlocks(reader: ByteReader, at: number): number {
  let next = at;
  for (let size = reader.u8(next); size !== 0; size = reader.u8(next)) next += size + 1;
  return next + 1;
}

/** The logical screen, widened by every frame that reaches over it, as decoders do. */
export function readGif(reader: ByteReader): Extent {
  let extent: Extent = { width: reader.u16le(6), height: reader.u16le(8) };
  let frames = 0;
  let at = 13 + tableBytes(reader.u8(10));
  // A file that ends without its trailer is common and harmless; one that ends inside a block is cut short.
  while (at < reader.length && reader.u8(at) !== TRAILER) {
    const kind = reader.u8(at);
    if (kind === EXTENSION) {
      at = afterBlocks(reader, at + 2);
    } else if (kind === IMAGE) {
      extent = larger(extent, {
        width: reader.u16le(at + 1) + reader.u16le(at + 5),
        height: reader.u16le(at + 3) + reader.u16le(at + 7),
      });
      at = afterBlocks(reader, at + 11 + tableBytes(reader.u8(at + 9)));
      frames += 1;
    } else {
      throw new PictureBroken();
    }
  }
  if (frames === 0) throw new PictureBroken();
  return extent;
}
