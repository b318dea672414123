import type { ByteReader, Extent } from './picture-bytes.ts';
import { larger, PictureBroken } from './picture-bytes.ts';

const SEQUENCE_HEADER = 1;
/** Units looked at in one extent. The sequence header comes first, after at most a delimiter and metadata. */
const MOST_UNITS = 16;

/** Reads numbers of any width, most significant bit first. */
interface Bits {
  take(count: number): number;
  skip(count: number): void;
}

function bitsFrom(reader: ByteReader, start: number): Bits {
  let position = 0;
  return {
    take(count) {
      let value = 0;
      for (let index = 0; index < count; index += 1) {
        const byte = reader.u8(start + (position >>> 3));
        value = value * 2 + ((byte >>> (7 - (position & 7))) & 1);
        position += 1;
      }
      return value;
    },
    skip(count) {
      position += count;
    },
  };
}

/** `uvlc()`: as many zeros as bits follow. */
function skipVariable(bits: Bits): void {
  let zeros = 0;
  while (bits.take(1) === 0) {
    zeros += 1;
    if (zeros >= 32) return;
  }
  bits.skip(zeros);
}

/** The operating points of a sequence that is not reduced to one still picture (AV1 §5.5.1). */
function skipOperatingPoints(bits: Bits): void {
  let delayBits = 0;
  const hasTiming = bits.take(1) === 1;
  if (hasTiming) {
    bits.skip(64);
    if (bits.take(1) === 1) skipVariable(bits);
    if (bits.take(1) === 1) {
      delayBits = bits.take(5) + 1;
      bits.skip(32 + 5 + 5);
    }
  }
  const hasDisplayDelay = bits.take(1) === 1;
  const points = bits.take(5) + 1;
  for (let point = 0; point < points; point += 1) {
    bits.skip(12);
    if (bits.take(5) > 7) bits.skip(1);
    if (delayBits > 0 && bits.take(1) === 1) bits.skip(2 * delayBits + 1);
    if (hasDisplayDelay && bits.take(1) === 1) bits.skip(4);
  }
}

/** The largest frame that the sequence may hold. */
function readSequenceHeader(reader: ByteReader, at: number): Extent {
  const bits = bitsFrom(reader, at);
  bits.skip(4);
  const isReduced = bits.take(1) === 1;
  if (isReduced) bits.skip(5);
  else skipOperatingPoints(bits);
  const widthBits = bits.take(4) + 1;
  const heightBits = bits.take(4) + 1;
  return { width: bits.take(widthBits) + 1, height: bits.take(heightBits) + 1 };
}

/** What the coded picture between two places announces, or null where it starts elsewhere. */
export function readAv1(reader: ByteReader, start: number, end: number): Extent | null {
  let extent: Extent | null = null;
  let at = start;
  for (let unit = 0; unit < MOST_UNITS && at < end; unit += 1) {
    const header = reader.u8(at);
    at += (header & 4) === 0 ? 1 : 2;
    let size = end - at;
    if ((header & 2) !== 0) {
      size = 0;
      for (let index = 0; ; index += 1) {
        if (index === 8) throw new PictureBroken();
        const byte = reader.u8(at);
        at += 1;
        size += (byte & 0x7f) * 2 ** (7 * index);
        if ((byte & 0x80) === 0) break;
      }
    }
    if (((header >>> 3) & 15) === SEQUENCE_HEADER) {
      const found = readSequenceHeader(reader, at);
      extent = extent === null ? found : larger(extent, found);
    }
    at += size;
  }
  return extent;
}
