import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressBlock, canonicalAddress } from '../../src/server/operations/address-block.ts';

describe('the block that tries are counted for', () => {
  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['192.0.2.1:51234', '192.0.2.1'],
    [' 192.0.2.1 ', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::FFFF:c000:0201', '192.0.2.1'],
    ['0:0:0:0:0:ffff:192.0.2.1', '192.0.2.1'],
    ['[::ffff:192.0.2.1]:443', '192.0.2.1'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0DB8:0000:0000:ffff:ffff:ffff:ffff', '2001:db8:0:0::/64'],
    ['2001:db8:0:0:1::', '2001:db8:0:0::/64'],
    ['[2001:db8::1]', '2001:db8:0:0::/64'],
    ['[2001:db8::1]:8443', '2001:db8:0:0::/64'],
    ['"[2001:db8::1]:8443"', '2001:db8:0:0::/64'],
    ['2001:db8:0:1::1', '2001:db8:0:1::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['fe80::1%25', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::', '0:0:0:0::/64'],
  ])('of %s is %s', (text, block) => {
    expect(addressBlock(text)).toBe(block);
  });

  test.each([
    [''],
    ['unknown'],
    ['_hidden'],
    ['localhost'],
    ['192.0.2'],
    ['192.0.2.1.5'],
    ['192.0.2.256'],
    ['192.0.2.010'],
    ['0x7f.0.0.1'],
    ['2130706433'],
    ['192.0.2.1:port'],
    ['192.0.2.1, 192.0.2.2'],
    ['192.0.2.1\n'.repeat(2)],
    ['2001:db8::1::2'],
    ['2001:db8:1'],
    ['1:2:3:4:5:6:7:8:9'],
    ['1:2:3:4:5:6:7::8:9'],
    ['::ffff:192.0.2.1:1'],
    ['192.0.2.1::1'],
    ['2001:db8::g'],
    ['2001:db8::12345'],
    ['[2001:db8::1'],
    [`${' '.repeat(200)}192.0.2.1`],
    ['1'.repeat(100_000)],
  ])('of %j is none', (text) => {
    expect(addressBlock(text)).toBeNull();
    expect(canonicalAddress(text)).toBeNull();
  });

  test('is one for every spelling of every address of a /64, and another for its neighbour', () => {
    const short = fc.integer({ min: 0, max: 0xffff });
    const groups = fc.tuple(short, short, short, short, short, short, short, short);
    fc.assert(
      fc.property(groups, fc.ipV6(), fc.boolean(), (values, other, upper) => {
        if (values.slice(0, 5).every((value) => value === 0)) return;
        const texts = values.map((value) => value.toString(16));
        const padded = texts.map((text) => text.padStart(4, '0'));
        const block = addressBlock(texts.join(':'));
        const spelled = (upper ? padded.join(':').toUpperCase() : padded.join(':')) + '%en0';
        expect(addressBlock(spelled)).toBe(block);
        expect(addressBlock(`${texts.slice(0, 4).join(':')}:${padded.slice(4).join(':')}`)).toBe(
          block,
        );
        expect(addressBlock([...texts.slice(0, 4), '1', '2', '3', '4'].join(':'))).toBe(block);
        const neighbour = [...texts.slice(0, 3), ((values[3] + 1) & 0xffff).toString(16)];
        expect(addressBlock(`${neighbour.join(':')}::1`)).not.toBe(block);
        expect(addressBlock(other)).not.toBeNull();
      }),
    );
  });

  test('never throws, and answers nothing long', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        expect((addressBlock(text) ?? '').length).toBeLessThan(45);
      }),
    );
  });

  test('is the same for the form that addresses are compared in', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (text) => {
        const canonical = canonicalAddress(text) ?? '';
        expect(canonicalAddress(canonical)).toBe(canonical);
        expect(addressBlock(canonical)).toBe(addressBlock(text));
      }),
    );
  });
});
