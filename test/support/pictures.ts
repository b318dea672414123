import { readFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** Limits of the contract, written out so that a change of theirs is noticed. */
export const limits = { maxBytes: 10_485_760, maxPixels: 50_000_000 };

export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif';
export const pictureFormats: readonly PictureFormat[] = ['jpeg', 'png', 'webp', 'gif', 'avif'];

/** A photo as a camera wrote its metadata: 640 × 360 px, with a GPS position. */
export const cameraPhoto: Uint8Array = readFileSync(
  new URL('pictures/starfish.jpg', import.meta.url),
);

/** A picture with some texture, so that it does not compress to nothing. */
export function picture(format: PictureFormat, width = 90, height = 60): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 };
  return sharp({ create: { width, height, channels: 3, background: '#888', noise } })
    .toFormat(format)
    .toBuffer();
}

/** Three frames, red, green and blue. */
export async function animation(format: 'gif' | 'webp', width = 40, height = 30): Promise<Buffer> {
  const frames = ['#f00', '#0f0', '#00f'].map((background) =>
    sharp({ create: { width, height, channels: 3, background } })
      .png()
      .toBuffer(),
  );
  return sharp(await Promise.all(frames), { join: { animated: true } })
    .toFormat(format, format === 'webp' ? { lossless: true } : {})
    .toBuffer();
}

function pngChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A PNG whose header says what it likes; its checksums are right. */
export function pngThatSays(width: number, height: number, pixels = Buffer.alloc(1000)): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(pixels)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A PNG with one more chunk behind its header. */
export function pngWithChunk(png: Uint8Array, type: string, data: Uint8Array): Buffer {
  const headerEnd = 8 + 25;
  return Buffer.concat([png.subarray(0, headerEnd), pngChunk(type, data), png.subarray(headerEnd)]);
}

/** A JPEG with one more segment at its start: 0xe1 is EXIF or XMP, 0xfe a comment. */
export function jpegWithSegment(jpeg: Uint8Array, marker: number, data: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, data, jpeg.subarray(2)]);
}

/** The picture with all places of one number (32 bits, big-endian) behind a name set to another. */
export function withBoxNumbers(file: Uint8Array, name: string, numbers: readonly number[]): Buffer {
  const changed = Buffer.from(file);
  for (let at = changed.indexOf(name); at !== -1; at = changed.indexOf(name, at + 1)) {
    for (const [index, number] of numbers.entries())
      changed.writeUInt32BE(number, at + 8 + index * 4);
  }
  return changed;
}

/** A ZIP archive with one empty file, and a comment at its end. */
export function zip(comment = ''): Buffer {
  const local = Buffer.alloc(30 + 1);
  local.write('PK\u0003\u0004', 0, 'latin1');
  local.writeUInt16LE(1, 26);
  local.write('a', 30);
  const entry = Buffer.alloc(46 + 1);
  entry.write('PK\u0001\u0002', 0, 'latin1');
  entry.writeUInt16LE(1, 28);
  entry.write('a', 46);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([local, entry, end, Buffer.from(comment)]);
}

/** The start of an ISO film as phones append it to a picture, with coded bytes in it. */
export function film(bytes = 20_000): Buffer {
  const type = Buffer.from('\0\0\0\u0018ftypmp42\0\0\0\0isommp42', 'latin1');
  const data = Buffer.alloc(bytes + 8);
  for (let at = 8; at < data.length; at += 1) data[at] = (at * 2_654_435_761) >>> 24;
  data.writeUInt32BE(data.length, 0);
  data.write('mdat', 4);
  return Buffer.concat([type, data]);
}

/** XMP as cameras and editors write it. */
export const xmp = Buffer.from(
  'http://ns.adobe.com/xap/1.0/\0<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>' +
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    '<rdf:Description rdf:about="" xmlns:GCamera="http://ns.google.com/photos/1.0/camera/" GCamera:MotionPhoto="1"/>' +
    '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>',
);
