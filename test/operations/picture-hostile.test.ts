import { array, assert, constantFrom, nat, oneof, property, record, uint8Array } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAccountError } from '../../src/contract/account-error.ts';
import { judgePicture } from '../../src/server/operations/picture.ts';
import { limits, picture, pictureFormats } from '../support/pictures.ts';

/** Generous, as several suites may share the machine: what it must catch takes minutes. */
const MOST_MILLISECONDS = 20_000;

function answers(bytes: Uint8Array): boolean {
  const start = performance.now();
  let fits = true;
  try {
    const { width, height } = judgePicture(bytes, limits);
    fits = width >= 1 && height >= 1 && width * height <= limits.maxPixels;
  } catch (error) {
    if (!isAccountError(error)) throw error;
  }
  return fits && performance.now() - start < MOST_MILLISECONDS;
}

const starts = [
  [0xff, 0xd8, 0xff],
  [...Buffer.from('\u0089PNG\r\n\u001a\n\0\0\0\rIHDR', 'latin1')],
  [...Buffer.from('GIF89a')],
  [...Buffer.from('RIFF\u00ff\0\0\0WEBPVP8X', 'latin1')],
  [...Buffer.from('\0\0\0\u0014ftypavif\0\0\0\0avif', 'latin1')],
];

describe('any bytes get an answer or a refusal', () => {
  test('random ones behind every signature', () => {
    assert(
      property(constantFrom(...starts), uint8Array({ maxLength: 600 }), (start, rest) =>
        answers(Uint8Array.from([...start, ...rest])),
      ),
      { numRuns: 3000 },
    );
  });

  test.each(pictureFormats)('a %s with bytes changed, taken out and put in', async (format) => {
    const file = await picture(format, 24, 16);
    // Headers are where the numbers are: half of the changes go there.
    const place = oneof(nat({ max: Math.min(400, file.length) }), nat(file.length));
    assert(
      property(
        array(record({ at: place, remove: nat(8), insert: uint8Array({ maxLength: 8 }) }), {
          minLength: 1,
          maxLength: 6,
        }),
        (changes) => {
          let bytes = [...file];
          for (const { at, remove, insert } of changes) {
            bytes = [...bytes.slice(0, at), ...insert, ...bytes.slice(at + remove)];
          }
          return answers(Uint8Array.from(bytes));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('ten megabytes that are made to keep a parser busy', () => {
  const most = limits.maxBytes;
  const behind = (start: readonly number[], fill: (bytes: Buffer) => void): Buffer => {
    const bytes = Buffer.alloc(most);
    fill(bytes);
    bytes.set(start, 0);
    return bytes;
  };

  function box(name: string, ...contents: readonly Uint8Array[]): Buffer {
    const content = Buffer.concat(contents);
    const head = Buffer.alloc(8);
    head.writeUInt32BE(content.length + 8, 0);
    head.write(name, 4);
    return Buffer.concat([head, content]);
  }

  test.each([
    ['nothing but fill bytes', 0, [0xff]],
    ['segments of no length', 0, [0xff, 0xe1, 0, 2]],
    ['stuffed bytes', 0, [0xff, 0]],
    ['tags', 0, [0x3c]],
    ['half tags', 0, [...Buffer.from('<!doctype htm')]],
    ['chunks of no length', 1, [0, 0, 0, 0]],
    ['empty extensions', 2, [0x21, 0, 0]],
    ['blocks of one byte', 2, [1]],
    ['chunks of no length in WebP', 3, [0]],
    ['boxes of no content', 4, [0, 0, 0, 8]],
    ['boxes that last to the end', 4, [0]],
  ])('%s', (_name, start, pattern) => {
    const bytes = behind(starts[start]!, (all) => all.fill(Uint8Array.from(pattern)));
    expect(answers(bytes)).toBe(true);
  });

  test('an AVIF whose table asks for extents of no bytes, and searches a crowded box for each', () => {
    const table = Buffer.alloc(4_000_000);
    table[0] = 1;
    table.writeUInt16BE(0xffff, 6);
    // Each item: id, method 1, data reference, 65,535 extents without a size.
    for (let at = 8; at + 8 <= table.length; at += 8) {
      table.set([0, 1, 0, 1, 0, 0, 0xff, 0xff], at);
    }
    const info = Buffer.concat([
      Buffer.from([0, 0, 0, 0, 0, 1]),
      box('infe', Buffer.from([2, 0, 0, 0, 0, 1, 0, 0]), Buffer.from('av01')),
    ]);
    const crowd = Buffer.alloc(4_000_000);
    for (let at = 0; at < crowd.length; at += 8) crowd.write('\0\0\0\u0008free', at, 'latin1');
    const size = Buffer.from([0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 9]);
    const file = Buffer.concat([
      Buffer.from(starts[4]!),
      box(
        'meta',
        Buffer.alloc(4),
        crowd,
        box('iinf', info),
        box('iloc', table),
        box('iprp', box('ipco', box('ispe', size))),
        box('idat', Buffer.alloc(8)),
      ),
    ]);
    expect(answers(file)).toBe(true);
  });
});
