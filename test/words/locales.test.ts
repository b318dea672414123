import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/steps.ts';
import { direction } from '../../src/words/interface/direction.ts';
import type { CompleteWords } from '../../src/words/interface/en.ts';
import { loadWords, locales } from '../../src/locales.ts';
import { english } from '../../src/words/interface/english.ts';
import { mailWords } from '../../src/locales/mails.ts';
import { enMails } from '../../src/words/mails/en/mails.ts';
import type { MailWords } from '../../src/words/mails/mail-words.ts';

interface Sentence {
  /** `/profile/save`; the forms of a plural stand below the sentence: `/errors/rate_limited/one`. */
  path: string;
  text: string;
}

const isPlural = (words: object): boolean =>
  Object.keys(words).every((key) => /^(zero|one|two|few|many|other)$/.test(key));

/** Every sentence, with what a function of the mails says about values that show where they went. */
function sentencesOf(words: object, path = ''): Sentence[] {
  return Object.entries(words as Record<string, unknown>).flatMap(([key, said]) => {
    const at = `${path}/${key}`;
    if (typeof said === 'string') return [{ path: at, text: said }];
    if (typeof said !== 'function') return sentencesOf(said as object, at);
    const shown = new Proxy({}, { get: (_, value) => `{${String(value)}}` });
    return [{ path: at, text: String((said as (values: object) => unknown)(shown)) }];
  });
}

/** The sentences whose forms depend on a number. */
function pluralsOf(words: object, path = ''): [string, object][] {
  return Object.entries(words as Record<string, unknown>).flatMap(([key, said]) => {
    if (typeof said !== 'object' || said === null) return [];
    const at = `${path}/${key}`;
    return isPlural(said) ? [[at, said] as [string, object]] : pluralsOf(said, at);
  });
}

const names = new Intl.DisplayNames('en', { type: 'language' });
const tags = globSync('src/words/mails/*.ts', { cwd: join(root) })
  .map((path) => basename(path, '.ts'))
  .filter((tag) => !['mail-words', 'pseudo', 'every-language'].includes(tag));

const languages = await Promise.all(
  tags.map(async (tag) => {
    const [page, mails] = (await Promise.all([
      import(`../../src/words/interface/${tag}.ts`),
      import(`../../src/words/mails/${tag}.ts`),
    ])) as [Record<string, CompleteWords>, Record<string, MailWords>];
    const [name = ''] = Object.keys(page);
    return { tag, name, words: page[name]!, mails: mails[`${name}Mails`]! };
  }),
);

test('every language is loaded by its tag, and its mails are among all mails', async () => {
  expect(tags.toSorted()).toEqual(locales.filter((tag) => tag !== 'en').toSorted());
  for (const locale of locales) expect((await loadWords(locale)).locale).toBe(locale);
  expect(mailWords.map(({ language }) => language).toSorted()).toEqual(locales.toSorted());
});

const values = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(String).toSorted();
/** A form of a plural may leave its number out where the form says it: "one", "two", "none". */
const numbers = /\{(count|minimum|maximum|atLeast)\}/g;
/** Without the form of a plural: the sentence that it is one of. */
const sentence = (path: string): string => path.replace(/\/(zero|one|two|few|many|other)$/, '');
const said = new Map(
  [...sentencesOf(english), ...sentencesOf(enMails).map(mail)].map(({ path, text }) => [
    path,
    text,
  ]),
);

function mail({ path, text }: Sentence): Sentence {
  return { path: `/mails${path}`, text };
}

function all({ words, mails }: { words: CompleteWords; mails: MailWords }): Sentence[] {
  return [...sentencesOf(words), ...sentencesOf(mails).map(mail)].filter(
    ({ path }) => !['/locale', '/mails/language', '/mails/direction'].includes(path),
  );
}

/** What English says there: a form of its own, else the one that is always there. */
const inEnglish = (path: string): string | undefined =>
  said.get(path) ?? said.get(`${sentence(path)}/other`) ?? said.get(sentence(path));

test.each(languages)(
  '$tag knows its tag, its name and its direction',
  ({ tag, name, words, mails }) => {
    expect(words.locale).toBe(tag);
    expect(mails.language).toBe(tag);
    expect(mails.direction).toBe(direction(tag));
    expect(name).toBe(tag.replace(/-(\w)/, (_, letter: string) => letter.toUpperCase()));
    expect(names.of(tag)).not.toBe(tag);
  },
);

test.each(languages)('$tag says everything, and nothing that is unknown', (language) => {
  const paths = new Set(all(language).map(({ path }) => sentence(path)));
  const known = new Set(
    [...said.keys()]
      .map(sentence)
      .filter((path) => !/^(\/locale|\/mails\/(language|direction))$/.test(path)),
  );
  expect([...paths].filter((path) => !known.has(path))).toEqual([]);
  expect([...known].filter((path) => !paths.has(path))).toEqual([]);
});

test.each(languages)('$tag puts the same values into every sentence', (language) => {
  const wrong = all(language).filter(({ path, text }) => {
    const wanted = values(inEnglish(path) ?? '');
    const exact = JSON.stringify(values(text)) === JSON.stringify(wanted);
    const withoutNumber =
      JSON.stringify(values(text)) ===
      JSON.stringify(values((inEnglish(path) ?? '').replace(numbers, '')));
    return !exact && !(/\/(zero|one|two)$/.test(path) && withoutNumber);
  });
  expect(wrong).toEqual([]);
});

test.each(languages)(
  '$tag has a form for every number, and no form that no number takes',
  ({ tag, words }) => {
    const rules = new Intl.PluralRules(tag);
    const taken = new Set(Array.from({ length: 1001 }, (_, number) => rules.select(number)));
    for (const [path, forms] of pluralsOf(words)) {
      const given = Object.keys(forms);
      expect([path, [...taken].filter((form) => !given.includes(form))]).toEqual([path, []]);
      const idle = given.filter(
        (form) => form !== 'other' && !taken.has(form as Intl.LDMLPluralRule),
      );
      expect([path, idle]).toEqual([path, []]);
    }
  },
);

test.each(languages)(
  '$tag has no stray blank, no exclamation mark and no straight quotation mark',
  (language) => {
    const wrong = all(language).filter(({ text }) =>
      /!|！|  |\n|^\s|\s$|^$|"|\.\.\.|\w'\w/.test(text),
    );
    expect(wrong).toEqual([]);
  },
);

/** Words that are the same in both languages. */
const shared =
  /^(QR|PIN|Passkeys?|Passkeys|Code|Zoom|Sessions?|Profil[e]?|Name|Status|OK|Download|[\s{}\w]{0,3})$/;

test.each(languages.filter(({ tag }) => tag !== 'en'))(
  '$tag leaves no sentence in English',
  (language) => {
    const same = all(language).filter(
      ({ path, text }) =>
        text === inEnglish(path) &&
        / /.test(text.replaceAll(/\{\w+\}/g, '').trim()) &&
        !shared.test(text),
    );
    expect(same).toEqual([]);
  },
);

test.each(
  languages.filter(({ tag }) =>
    ['ru', 'uk', 'ar', 'he', 'fa', 'ja', 'ko', 'zh-Hans', 'zh-Hant'].includes(tag),
  ),
)('$tag is written in its own script', (language) => {
  const foreign = all(language).filter(({ path, text }) => {
    if (path === '/twoFactor/file') return false;
    const rest = text.replaceAll(/\{\w+\}/g, '');
    return /\p{L}/u.test(rest) && !/[^\p{Script=Latin}\p{P}\p{S}\p{N}\p{Z}\p{M}]/u.test(rest);
  });
  expect(foreign).toEqual([]);
});
