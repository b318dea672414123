import { describe, expect, test } from 'vitest';
import { matchLocale, overrideWords, translateWords } from '../../src/locales.ts';
import { de } from '../../src/words/interface/de.ts';
import { en } from '../../src/words/interface/en.ts';
import { english } from '../../src/words/interface/english.ts';
import { format } from '../../src/words/interface/format.ts';
import type { CoreWordsIn, PluralIn } from '../../src/words/interface/locale.ts';
import { arXB, enXA } from '../../src/words/interface/pseudo.ts';
import { enMails } from '../../src/words/mails/en/mails.ts';
import type { FrameMailWords } from '../../src/words/mails/en/frame.ts';
import { enXAMails } from '../../src/words/mails/pseudo.ts';

describe('a sentence', () => {
  const codes = {
    one: '{count} kod',
    few: '{count} kody',
    many: '{count} kodów',
    other: '{count} kodu',
  };

  test.each([
    [1, '1 kod'],
    [3, '3 kody'],
    [12, '12 kodów'],
    [22, '22 kody'],
    [1.5, '1,5 kodu'],
  ])('takes the form that belongs to %d', (count, expected) => {
    expect(format(codes, { count }, 'pl')).toBe(expected);
  });

  test('writes its number as the language does', () => {
    expect(format('{count} bytes', { count: 12345 }, 'de')).toBe('12.345 bytes');
    expect(format('{count}', { count: 25 }, 'fa')).toBe('۲۵');
  });

  test('isolates a value that is written the other way, and leaves others as they are', () => {
    expect(format('Remove {name}', { name: 'Phone' }, 'en')).toBe('Remove Phone');
    expect(format('Remove {name}', { name: 'הטלפון' }, 'en')).toBe('Remove \u2068הטלפון\u2069');
    expect(format('הסרת {name}', { name: 'Phone' }, 'he')).toBe('הסרת \u2068Phone\u2069');
  });

  test('keeps a name in braces that has no value', () => {
    expect(format('Hello {name}', {}, 'en')).toBe('Hello {name}');
  });
});

describe('one sentence of others', () => {
  test('takes the place of the package’s, and the rest stays', () => {
    const words = overrideWords(de, {
      profile: { save: 'Sichern' },
      activity: { events: { signed_in: 'Da' } },
    });
    expect(words.profile.save).toBe('Sichern');
    expect(words.activity.events.signed_in).toBe('Da');
    expect(words.activity.events.signed_out).toBe(de.activity.events.signed_out);
    expect(de.profile.save).not.toBe('Sichern');
  });

  test('of a component that brings its own needs the whole of English', () => {
    // @ts-expect-error -- `en` does not know what Sessions says
    overrideWords(en, { sessions: { title: 'Devices' } });
    expect(overrideWords(english, { sessions: { title: 'Devices' } }).sessions.title).toBe(
      'Devices',
    );
  });

  test('that is unknown does not compile', () => {
    // @ts-expect-error -- there is no such sentence
    overrideWords(de, { profile: { keep: 'Behalten' } });
    // @ts-expect-error -- German needs the form for one
    const forms: PluralIn<'de'> = { other: '{count} Codes' };
    expect(forms).toEqual({ other: '{count} Codes' });
  });
});

describe('words from a catalogue of the host', () => {
  const asked: string[] = [];
  const words = translateWords(english, 'nl', (key, params, fallback) => {
    asked.push(key);
    return key === 'twoFactor.left' ? `nog ${params['count']}` : `<${fallback}>`;
  });

  test('are asked for by the place of each sentence', () => {
    expect(words.locale).toBe('nl');
    expect(words.profile.save).toBe('<Save>');
    expect(words.activity.events.signed_in).toBe('<Signed in>');
    expect(asked).toContain('profile.save');
    expect(asked).not.toContain('locale');
  });

  test('get their values when they are shown', () => {
    expect(format(words.twoFactor.left, { count: 3 }, 'nl')).toBe('nog 3');
    expect(format(words.profile.conflict, { value: 'Ada' }, 'nl')).toBe(
      '<Changed elsewhere to “Ada”.>',
    );
  });
});

describe('a language', () => {
  const known = ['en', 'pt-BR', 'zh-Hans', 'zh-Hant', 'de'] as const;

  test.each([
    [['de-AT'], 'de'],
    [['zh-TW'], 'zh-Hant'],
    [['zh-HK', 'en'], 'zh-Hant'],
    [['zh-CN'], 'zh-Hans'],
    [['pt-PT'], 'pt-BR'],
    [['EN-gb'], 'en'],
    [['tlh', 'de'], 'de'],
    [['sr-Latn', 'not a tag'], undefined],
    [[], undefined],
  ])('is found for %j', (wanted, found) => {
    expect(matchLocale(wanted, known)).toBe(found);
  });
});

describe('a language for trying out', () => {
  test('is longer, marked, and keeps its values', () => {
    expect(enXA.profile.save).toBe('[Sávé··]');
    expect(format(enXA.twoFactor.left, { count: 2 }, 'en-XA')).toMatch(/^\[2 çöðéš ļéfţ·+\]$/);
    expect(enXAMails.frame.greeting({ name: 'Ada' })).toContain('[Héļļö Áðá'.replace('Á', 'A'));
    expect(enXAMails.direction).toBe(enMails.direction);
  });

  test('is written from the right, word by word', () => {
    expect(arXB.profile.save).toBe('\u202ESave\u202C');
    expect(arXB.profile.conflict).toContain('{value}');
  });
});

test('a missing sentence does not compile', () => {
  const { footer: _, ...rest } = enMails.frame;
  // @ts-expect-error -- the footer is missing
  const frame: FrameMailWords = rest;
  expect(frame).not.toHaveProperty('footer');
  const { deleteAccount: __, ...others } = en;
  // @ts-expect-error -- the section is missing
  const core: CoreWordsIn<'de'> = others;
  expect(core).not.toHaveProperty('deleteAccount');
});
