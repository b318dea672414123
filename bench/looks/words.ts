import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { lockReasons, profileFields } from '../../src/contract/account.ts';
import { clientErrorCodes, errorStatus, fieldCodes } from '../../src/contract/errors.ts';
import { characterTypes } from '../../src/contract/password-policy.ts';
import { stepUpMethods, stepUpPurposes } from '../../src/contract/step-up.ts';
import { english } from '../../src/words/interface/english.ts';
import { loadWords, locales } from '../../src/words/interface/load-words.ts';
import { enMails } from '../../src/words/mails/en/mails.ts';
import { mailWords } from '../../src/words/mails/every-language.ts';

const root = join(import.meta.dirname, '../..');

interface Source {
  path: string;
  text: string;
}

const read = (pattern: string): Source[] =>
  globSync(pattern, { cwd: root }).map((path) => ({
    path: path.replaceAll('\\', '/'),
    text: readFileSync(join(root, path), 'utf8').replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, ''),
  }));

/** A sentence is looked up by a code: these keys are used as long as the code that looks them up is there. */
interface Lookup {
  /** Where the sentences stand: `errors`, `activity.events`. */
  at: string;
  /** The file that looks them up, and what it says there. */
  file: string;
  says: string;
  /** What it may look up. Every one of them needs a sentence, unless another one stands in for it. */
  keys: readonly string[];
  /** Whether a key without a sentence has one that stands in for it. */
  fallback?: true;
}

const [password, ...otherMethods] = stepUpMethods;
const mayNeed = otherMethods.map((method) => `${method}Needs`);
const asked = otherMethods.map((method) => `${method}Ask`);
const newest = otherMethods.map((method) => `${method}Newest`);

/** Every text in quotes: what happened is named by the rules, wherever they are. */
const quoted = (sources: readonly Source[]): string[] =>
  sources.flatMap(({ text }) =>
    [...text.matchAll(/'([a-z]+(?:_[a-z]+)*)'/g)].map(([, it]) => it ?? ''),
  );

function listLookups(): Lookup[] {
  return [
    {
      at: 'errors',
      file: 'src/react/error-words.ts',
      says: 'words.errors as Record<string, Message>)[error.code]',
      keys: [...Object.keys(errorStatus), ...clientErrorCodes],
    },
    {
      at: 'fields',
      file: 'src/react/error-words.ts',
      says: 'words.fields as Record<string, Message>)[code]',
      keys: fieldCodes,
    },
    {
      at: 'locks',
      file: 'src/react/error-words.ts',
      says: "words.locks as Record<string, string>)[reason ?? '']",
      keys: lockReasons,
    },
    {
      at: 'profile',
      file: 'src/react/profile/profile-form.tsx',
      says: 'words.profile[name]',
      keys: profileFields,
    },
    {
      at: 'passwordChange',
      file: 'src/react/password-change/password-rules.ts',
      says: 'text[type]',
      keys: characterTypes,
    },
    {
      at: 'passwordRules',
      file: 'src/react/password-change/password-advice.tsx',
      says: 'text[code]',
      keys: fieldCodes.filter((code) => code.startsWith('password_')),
      fallback: true,
    },
    {
      at: 'passwordRules',
      file: 'src/react/password-change/password-strength.tsx',
      says: 'text[level]',
      keys: ['easy', 'fair', 'hard'],
    },
    {
      at: 'stepUp',
      file: 'src/react/step-up/step-up-prompt.tsx',
      says: 'text[challenge.purpose] ?? words.stepUp.other',
      keys: stepUpPurposes,
    },
    {
      at: 'stepUpMethods',
      file: 'src/react/step-up/step-up-others.tsx',
      says: 'text[kind]',
      keys: stepUpMethods,
    },
    {
      at: 'stepUpMethods',
      file: 'src/react/step-up/step-up-others.tsx',
      says: 'text[`${kind}Needs`]',
      keys: [`${password}Needs`, ...mayNeed],
    },
    {
      at: 'stepUpMethods',
      file: 'src/react/step-up/purpose-sentence.ts',
      says: 'text[name]',
      keys: [...asked, ...newest],
      fallback: true,
    },
    {
      at: 'stepUpMethods.purposes',
      file: 'src/react/step-up/purpose-sentence.ts',
      says: 'purposes[purpose] ?? text.purposes.other',
      keys: stepUpPurposes,
    },
    {
      at: 'activity.events',
      file: 'src/react/activity/activity.tsx',
      says: '.events',
      keys: [...new Set(quoted(read('src/server/**/*.ts')))],
      fallback: true,
    },
    {
      at: 'mails.securityNotice.kinds',
      file: 'src/server/mails/security-notice.ts',
      says: 'securityNotice.kinds[kind]',
      keys: [...new Set(quoted(read('src/server/mails/security-notice.ts')))],
      fallback: true,
    },
  ];
}

/** `other` is also what a list of sentences calls the one that stands in for the rest. */
const isPlural = (value: object): boolean =>
  'other' in value &&
  Object.keys(value).every((key) => ['zero', 'one', 'two', 'few', 'many', 'other'].includes(key));

/** All sentences by their paths: `profile.save`. */
function flatten(words: object, prefix = ''): Map<string, unknown> {
  const all = new Map<string, unknown>();
  for (const [key, value] of Object.entries(words)) {
    const path = prefix + key;
    if (typeof value === 'object' && value !== null && !isPlural(value))
      for (const [inner, sentence] of flatten(value, `${path}.`)) all.set(inner, sentence);
    else all.set(path, value);
  }
  return all;
}

/** Forms that the language needs and the sentence lacks. */
function missingForms(sentence: unknown, language: string): string[] {
  if (typeof sentence !== 'object' || sentence === null) return [];
  const rules = new Intl.PluralRules(language);
  // Whole numbers as they occur: some languages have a form for millions or for fractions alone.
  const needed = new Set(Array.from({ length: 1000 }, (_, count) => rules.select(count)));
  return [...needed].filter((category) => !Object.hasOwn(sentence, category));
}

function compare(language: string, words: object, pattern: ReadonlyMap<string, unknown>): string[] {
  const own = flatten(words);
  const missing: string[] = [];
  for (const path of pattern.keys()) {
    const sentence = own.get(path);
    if (sentence === undefined || sentence === '') missing.push(`${language} ${path}`);
    for (const form of missingForms(sentence, language))
      missing.push(`${language} ${path}.${form}`);
  }
  for (const path of own.keys())
    if (!pattern.has(path)) missing.push(`${language} ${path}: not in English`);
  return missing;
}

/** The names under which a file knows a part of the words. */
function aliases(text: string, part: string): string[] {
  const names = [`words.${part}`, part];
  const patterns = [
    // const text = useFeatureWords('part', english) · const text = words.part as …
    new RegExp(`(\\w+)\\s*=\\s*useFeatureWords\\(\\s*'${part}'`, 'g'),
    new RegExp(`(\\w+)\\s*=\\s*(?:[\\w.()]+\\.)${part}\\b(?!\\s*[.(\\w])`, 'g'),
    // const { part: text } = words
    new RegExp(`\\b${part}:\\s*(\\w+)\\s*[,}]`, 'g'),
    // text: FurtherWords['part'] · type Text = FurtherWords['part'] … text: Text
    new RegExp(`(\\w+)\\??:\\s*\\w+\\['${part}'\\]`, 'g'),
  ];
  for (const pattern of patterns)
    for (const [, name] of text.matchAll(pattern)) if (name) names.push(name);
  for (const [, type] of text.matchAll(new RegExp(`type (\\w+) = \\w+\\['${part}'\\]`, 'g')))
    for (const [, name] of text.matchAll(new RegExp(`(\\w+)\\??:\\s*${type}\\b`, 'g')))
      if (name) names.push(name);
  return [...new Set(names)];
}

const escaped = (text: string): string => text.replace(/[.[\]$]/g, '\\$&');

/** Whether a file reads the sentence by its name. */
function reads({ text }: Source, path: string): boolean {
  const [part = '', ...rest] = path.split('.');
  if (!new RegExp(`\\b${part}\\b`).test(text)) return false;
  let names = aliases(text, part);
  for (const [depth, key] of rest.entries()) {
    const any = names.map(escaped).join('|');
    const access = new RegExp(`\\b(?:${any})\\??\\.${key}\\b`);
    const taken = new RegExp(
      `\\{[^{}]*\\b${key}\\b[^{}]*\\}\\s*=\\s*(?:\\w+\\.)*(?:${any}|useFeatureWords\\(\\s*'${part}')`,
    );
    if (!access.test(text) && !taken.test(text)) return false;
    if (depth === rest.length - 1) return true;
    // What is below it goes by further names.
    const bound = new RegExp(
      `(\\w+)(?::[^=;{}()]+)?\\s*=\\s*(?:\\w+\\.)*(?:${any})\\.${key}\\b(?!\\.)`,
      'g',
    );
    const below = [...text.matchAll(bound)].map(([, name]) => name ?? '');
    names = [...names.map((name) => `${name}.${key}`), key, ...below];
  }
  return true;
}

/** What is not as it should be with the words, sentence by sentence. */
export interface WordsReport {
  /** Languages that were compared. */
  languages: number;
  /** Sentences in English, mails included. */
  sentences: number;
  /** Language and path of what it lacks, or has and English has not; codes without a sentence. */
  missing: string[];
  /** Paths that nothing reads. */
  unused: string[];
}

/** Compares every language with English, and looks for sentences of English that nothing says. */
export async function checkWords(): Promise<WordsReport> {
  const { locale: _, ...said } = english;
  const interfacePattern = flatten(said);
  const { language: __, direction: ___, ...mailed } = enMails;
  const mailPattern = flatten(mailed);
  const missing: string[] = [];
  for (const language of locales) {
    const { locale: ____, ...own } = await loadWords(language);
    missing.push(...compare(language, own, interfacePattern));
  }
  for (const { language, direction: ____, ...own } of mailWords)
    missing.push(...compare(`mails ${language}`.replace('mails ', ''), { ...own }, mailPattern));
  const mailLanguages = new Set(mailWords.map(({ language }) => language));
  for (const language of locales)
    if (!mailLanguages.has(language)) missing.push(`${language}: no mails`);

  const lookups = listLookups();
  const lookedUp = new Set<string>();
  const all = new Map([
    ...interfacePattern,
    ...[...mailPattern].map(([path, sentence]) => [`mails.${path}`, sentence] as const),
  ]);
  for (const { at, file, says, keys, fallback } of lookups) {
    const { text = '' } = read(file)[0] ?? {};
    if (!text.includes(says)) missing.push(`${file} does not say ${says} any more`);
    for (const key of keys) {
      lookedUp.add(`${at}.${key}`);
      const known = [...all.keys()].some((path) => path === `${at}.${key}`);
      if (!known && !fallback) missing.push(`en ${at}.${key}`);
    }
  }

  const page = read('src/react/**/*.{ts,tsx}');
  const mails = read('src/server/mails/*.ts');
  const unused = [...all.keys()].filter((path) => {
    const parent = [...lookedUp].some((known) => path === known || path.startsWith(`${known}.`));
    if (parent) return false;
    return path.startsWith('mails.')
      ? !mails.some((source) => reads(source, path.slice('mails.'.length)))
      : !page.some((source) => reads(source, path));
  });
  return { languages: locales.length, sentences: all.size, missing, unused };
}
