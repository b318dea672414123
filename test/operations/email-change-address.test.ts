import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalEmail, normalizeEmail } from '../../src/contract/email-address.ts';

const accepted = (typed: string): string => canonicalEmail(normalizeEmail(typed) ?? 'refused');

describe('an address', () => {
  test('is one mailbox in any case, composition and form of its domain', () => {
    const spellings = [
      ['Ada@EXAMPLE.com', 'ada@example.COM'],
      ['josé@example.com', 'jose\u0301@example.com'],
      ['JOSE\u0301@example.com', 'josé@example.com'],
      // No upper-case letter of its own: composing has to come after lower case as well.
      ['J\u030C@example.com', '\u01F0@example.com'],
      ['a@bücher.example', 'a@xn--bcher-kva.example'],
    ] as const;
    for (const [one, other] of spellings) expect(accepted(one)).toBe(accepted(other));
    expect(accepted('a.da+x@example.com')).not.toBe(accepted('ada@example.com'));
  });

  test('that folds into somebody’s is refused or is another one', () => {
    for (const twin of [
      'mıke@example.com',
      '\u212Aate@example.com',
      'ſam@example.com',
      'straße@example.com',
      'İda@example.com',
    ]) {
      const plain = twin.replaceAll('ı', 'i').replaceAll('\u212A', 'k').replaceAll('ſ', 's');
      const folded = plain.replaceAll('ß', 'ss').replaceAll('İ', 'i');
      expect(accepted(twin)).not.toBe(folded);
    }
    expect(normalizeEmail('\u212Aate@example.com')).toBeNull();
    expect(normalizeEmail('ada\uFF20example.com')).toBeNull();
    expect(normalizeEmail('ada@exa\u200Bmple.com')).toBeNull();
  });

  test('is refused as a list, with quotes, comments, literals, line breaks and encoded words', () => {
    const bad = [
      'a@x.com,b@y.com',
      'a@x.com b@y.com',
      'a@x.com\nb@y.com',
      'a@x.com\r\nBcc: e@x.com',
      'a@b@c.com',
      '"a@evil.test x"@ok.test',
      '=?utf-8?q?a=40evil?=@ok.test',
      '<a>@b.com',
      'a(comment)@b.com',
      'a@[127.0.0.1]',
      'a@127.0.0.1',
      'g:a@b.com;',
      '@x.com:a@b.com',
      'a@localhost',
      'a@b..com',
      '.a@b.com',
      'a.@b.com',
      'a@-b.com',
      'a@b.com.',
      '',
      '@',
      'a@',
      '@b.com',
      'a@b%2ecom',
      `${'a'.repeat(65)}@example.com`,
      `a@${'b'.repeat(64)}.com`,
      `a@${'b.'.repeat(130)}com`,
    ];
    for (const typed of bad) {
      expect([typed, normalizeEmail(typed)]).toEqual([typed, null]);
    }
    expect(normalizeEmail(`${'a'.repeat(64)}@example.com`)).not.toBeNull();
  });

  test('that is accepted has one @ and nothing strange, and is its own normal form', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.emailAddress(),
      fc
        .tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), fc.domain())
        .map(([local, domain]) => `${local}@${domain}`),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const address = normalizeEmail(text);
        if (address === null) return;
        expect(address.split('@')).toHaveLength(2);
        expect(address).not.toMatch(/[\p{C}\p{Z}"(),:;<>[\]\\]/u);
        expect(address.length).toBeLessThanOrEqual(254);
        expect(normalizeEmail(address)).toBe(address);
        const canonical = canonicalEmail(address);
        expect(canonicalEmail(canonical)).toBe(canonical);
        expect(accepted(canonical)).toBe(canonical);
      }),
      { numRuns: 2000 },
    );
  });
});
