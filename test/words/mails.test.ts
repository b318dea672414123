import { expect, test } from 'vitest';
import { deMails } from '../../src/words/mails/de/mails.ts';
import { enMails } from '../../src/words/mails/en/mails.ts';
import type { FrameMailWords } from '../../src/words/mails/en/frame.ts';

/** Every sentence by its path, said about values that show where they went. */
function sentences(words: object, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, word] of Object.entries(words) as [string, unknown][]) {
    const name = `${path}/${key}`;
    if (typeof word === 'string') found.set(name, word);
    else if (typeof word === 'function') {
      const shown = new Proxy({}, { get: (_, value) => `{${String(value)}}` });
      found.set(name, String((word as (values: object) => string)(shown)));
    } else for (const [inner, text] of sentences(word as object, name)) found.set(inner, text);
  }
  return found;
}

const english = sentences(enMails);
const german = sentences(deMails);
const values = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(String).toSorted();

test('German says everything that English says', () => {
  expect([...german.keys()]).toEqual([...english.keys()]);
});

test.each([...english].filter(([name]) => name !== '/direction'))(
  'German has its own words for %s, with the same values',
  (name, text) => {
    expect(german.get(name)).not.toBe(text);
    expect(values(german.get(name)!)).toEqual(values(text));
  },
);

test('no sentence has an exclamation mark, a doubled blank or a blank at an end', () => {
  for (const text of [...english.values(), ...german.values()]) {
    expect(text).not.toMatch(/!|\s\s|^\s|\s$|^$/);
  }
});

test('a missing sentence does not compile', () => {
  const { footer: _, ...rest } = deMails.frame;
  // @ts-expect-error -- the footer is missing
  const frame: FrameMailWords = rest;
  expect(frame).not.toHaveProperty('footer');
});
