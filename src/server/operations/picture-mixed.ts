import { ByteReader } from './picture-bytes.ts';

const LESS_THAN = 0x3c;
const tags = ['script', '?php', '!doctype html', 'html', 'svg'];
/**
 * Bytes that must read as text behind a tag. Coded picture data holds `<svg` by chance once in some 500 MB, followed
 * by a delimiter and seven more characters of text once in some 10^13 bytes: no photo is refused for its pixels.
 */
const TEXT_BYTES = 8;
/** PDF readers accept the mark anywhere in here. */
const PDF_MARK_WITHIN_BYTES = 1024;
const ZIP_END_BYTES = 22;
const ZIP_COMMENT_MOST_BYTES = 0xffff;

const isDelimiter = (byte: number): boolean =>
  byte === 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0x3e || byte === 0x2f;
const isText = (byte: number): boolean =>
  (byte >= 0x20 && byte < 0x7f) || (byte >= 0x09 && byte <= 0x0d);

function isTag(bytes: Uint8Array, at: number, tag: string): boolean {
  for (let index = 0; index < tag.length; index += 1) {
    const byte = bytes[at + index] ?? 0;
    const lower = byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
    if (lower !== tag.charCodeAt(index)) return false;
  }
  const after = bytes.subarray(at + tag.length, at + tag.length + TEXT_BYTES);
  return (after[0] === undefined || isDelimiter(after[0])) && after.every(isText);
}

function hasMarkup(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(LESS_THAN); at !== -1; at = bytes.indexOf(LESS_THAN, at + 1)) {
    // Of a run of brackets only the last one can open a tag.
    while (bytes[at + 1] === LESS_THAN) at += 1;
    for (const tag of tags) if (isTag(bytes, at + 1, tag)) return true;
  }
  return false;
}

function hasPdfMark(reader: ByteReader): boolean {
  const last = Math.min(PDF_MARK_WITHIN_BYTES, reader.length);
  for (let at = 0; at < last; at += 1) if (reader.is(at, '%PDF-')) return true;
  return false;
}

/** An end-of-directory record whose comment ends with the file, or whose directory stands where it says. */
function hasZipEnd(reader: ByteReader): boolean {
  const first = Math.max(0, reader.length - ZIP_END_BYTES - ZIP_COMMENT_MOST_BYTES);
  for (let at = reader.length - ZIP_END_BYTES; at >= first; at -= 1) {
    if (!reader.is(at, 'PK\u0005\u0006')) continue;
    const directoryBytes = reader.u32le(at + 12);
    if (at + ZIP_END_BYTES + reader.u16le(at + 20) === reader.length) return true;
    if (directoryBytes > 0 && reader.is(at - directoryBytes, 'PK\u0001\u0002')) return true;
  }
  return false;
}

/**
 * Whether the file is something else as well: a page or script, a PDF, a ZIP archive. What phones append to or put
 * into a picture (a film, a second picture, XMP) is none of these.
 */
export function isMixed(bytes: Uint8Array): boolean {
  const reader = new ByteReader(bytes);
  return hasPdfMark(reader) || hasZipEnd(reader) || hasMarkup(bytes);
}
