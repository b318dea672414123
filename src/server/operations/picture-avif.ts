import type { ByteReader, Extent } from './picture-bytes.ts';
import { larger, PictureBroken } from './picture-bytes.ts';
import { readAv1 } from './picture-av1.ts';

/** A box of the ISO base media file format: where its content starts and ends. */
interface Box {
  at: number;
  end: number;
}

/** Extents that one file may name; a grid of 50 megapixels in tiles of 256 px has some 800. */
const MOST_EXTENTS = 10_000;

/** Whether the file type box names AVIF, as the brand or among the compatible ones. HEIC does not. */
export function isAvif(reader: ByteReader): boolean {
  if (!reader.is(4, 'ftyp')) return false;
  const end = Math.min(reader.u32(0), reader.length);
  for (let at = 8; at + 4 <= end; at += 4) {
    // Between the brand and the compatible ones stands a version.
    if (at !== 12 && (reader.is(at, 'avif') || reader.is(at, 'avis'))) return true;
  }
  return false;
}

/** The boxes of one kind between two places, in one pass. Bytes that are no box end it: phones append things. */
function boxes(reader: ByteReader, kind: string, within: Box): Box[] {
  const found: Box[] = [];
  let at = within.at;
  while (at + 8 <= within.end) {
    const size = reader.u32(at);
    const header = size === 1 ? 16 : 8;
    const length = size === 1 ? reader.unsigned(at + 8, 8) : size === 0 ? within.end - at : size;
    if (length < header || at + length > within.end) break;
    if (reader.is(at + 4, kind)) found.push({ at: at + header, end: at + length });
    at += length;
  }
  return found;
}

function box(reader: ByteReader, kind: string, within: Box): Box {
  const [first] = boxes(reader, kind, within);
  if (first === undefined) throw new PictureBroken();
  return first;
}

/** Ids of the items that are coded in AV1; the others are metadata. */
function codedItems(reader: ByteReader, meta: Box): Set<number> {
  const info = box(reader, 'iinf', meta);
  const countBytes = reader.u8(info.at) === 0 ? 2 : 4;
  const ids = new Set<number>();
  for (const entry of boxes(reader, 'infe', { at: info.at + 4 + countBytes, end: info.end })) {
    const wide = reader.u8(entry.at) >= 3;
    if (reader.is(entry.at + (wide ? 10 : 8), 'av01')) {
      ids.add(wide ? reader.u32(entry.at + 4) : reader.u16(entry.at + 4));
    }
  }
  return ids;
}

/** Where the bytes of the coded items are. */
function* locations(reader: ByteReader, meta: Box): Generator<Box> {
  const table = box(reader, 'iloc', meta);
  const coded = codedItems(reader, meta);
  const [inside] = boxes(reader, 'idat', meta);
  const version = reader.u8(table.at);
  const sizes = reader.u16(table.at + 4);
  const offsetSize = sizes >>> 12;
  const lengthSize = (sizes >>> 8) & 15;
  const baseSize = (sizes >>> 4) & 15;
  const indexSize = version === 0 ? 0 : sizes & 15;
  for (const size of [offsetSize, lengthSize, baseSize, indexSize]) {
    if (size !== 0 && size !== 4 && size !== 8) throw new PictureBroken();
  }
  const idBytes = version < 2 ? 2 : 4;
  const items = version < 2 ? reader.u16(table.at + 6) : reader.u32(table.at + 6);
  let at = table.at + 6 + idBytes;
  let extents = 0;
  for (let item = 0; item < items; item += 1) {
    const id = idBytes === 2 ? reader.u16(at) : reader.u32(at);
    at += idBytes;
    // 0: from the start of the file; 1: from the start of the item data box; 2: inside of another item.
    const method = version === 0 ? 0 : reader.u16(at) & 15;
    at += (version > 0 ? 2 : 0) + 2;
    const base = reader.unsigned(at, baseSize);
    const count = reader.u16(at + baseSize);
    at += baseSize + 2;
    // An extent of zero bytes would let a few bytes of table ask for endless work.
    extents += count;
    if (extents > MOST_EXTENTS) throw new PictureBroken();
    for (let extent = 0; extent < count; extent += 1) {
      at += indexSize;
      const offset = base + reader.unsigned(at, offsetSize);
      const length = reader.unsigned(at + offsetSize, lengthSize);
      at += offsetSize + lengthSize;
      if (!coded.has(id) || method > 1) continue;
      const from = method === 1 ? (inside?.at ?? reader.length) : 0;
      reader.need(from + offset, length);
      yield { at: from + offset, end: length === 0 ? reader.length : from + offset + length };
    }
  }
}

/**
 * The largest of all extents that the container names and that the coded pictures announce themselves: a tile says
 * less than the whole, and a container that lies would have the decoder set aside what the coded picture asks for.
 */
export function readAvif(reader: ByteReader): Extent {
  const file = { at: 0, end: reader.length };
  const found = box(reader, 'meta', file);
  const meta = { at: found.at + 4, end: found.end };
  const properties = box(reader, 'ipco', box(reader, 'iprp', meta));
  const named = boxes(reader, 'ispe', properties);
  if (named.length === 0) throw new PictureBroken();
  let extent: Extent = { width: 0, height: 0 };
  for (const { at } of named) {
    extent = larger(extent, { width: reader.u32(at + 4), height: reader.u32(at + 8) });
  }
  for (const { at, end } of locations(reader, meta)) {
    const announced = readAv1(reader, at, end);
    if (announced !== null) extent = larger(extent, announced);
  }
  return extent;
}
