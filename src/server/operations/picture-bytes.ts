/** The bytes end, or turn to nonsense, before the header has said what it must. */
export class PictureBroken extends Error {
  override name = 'PictureBroken';
}

/** Width and height in pixels, as the file stores them. */
export interface Extent {
  width: number;
  height: number;
}

/**
 * Reads numbers out of untrusted bytes. Every read outside of them throws `PictureBroken`, so that no parser has to
 * check a bound by hand.
 */
export class ByteReader {
  readonly bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.bytes.length;
  }

  /** Throws unless `count` bytes are there from `at` on. */
  need(at: number, count: number): void {
    if (!(at >= 0 && count >= 0 && at + count <= this.bytes.length)) throw new PictureBroken();
  }

  u8(at: number): number {
    this.need(at, 1);
    return this.#view.getUint8(at);
  }

  u16(at: number): number {
    this.need(at, 2);
    return this.#view.getUint16(at);
  }

  u32(at: number): number {
    this.need(at, 4);
    return this.#view.getUint32(at);
  }

  u16le(at: number): number {
    this.need(at, 2);
    return this.#view.getUint16(at, true);
  }

  u24le(at: number): number {
    return this.u16le(at) + this.u8(at + 2) * 0x1_00_00;
  }

  u32le(at: number): number {
    this.need(at, 4);
    return this.#view.getUint32(at, true);
  }

  /** Big-endian, `size` bytes: 0 (which reads as 0), 4 or 8. Above 2^53 it is inexact, and outside of any file. */
  unsigned(at: number, size: number): number {
    if (size === 0) return 0;
    if (size === 4) return this.u32(at);
    return this.u32(at) * 0x1_00_00_00_00 + this.u32(at + 4);
  }

  /** Whether these characters (ASCII) stand at `at`; false, too, where the bytes end before. */
  is(at: number, text: string): boolean {
    if (at < 0 || at + text.length > this.bytes.length) return false;
    for (let index = 0; index < text.length; index += 1) {
      if (this.bytes[at + index] !== text.charCodeAt(index)) return false;
    }
    return true;
  }
}

/** The extent that covers both in each direction. */
export function larger(a: Extent, b: Extent): Extent {
  return { width: Math.max(a.width, b.width), height: Math.max(a.height, b.height) };
}
