/**
 * Languages by their own names, so that whoever looks for theirs can read it. Written out, because asking `Intl` for
 * dozens of languages takes longer than everything else that the page does at its start.
 */
const named =
  'ar العربية|cs Čeština|da Dansk|de Deutsch|en English|en-GB English (UK)|es Español|fa فارسی|fi Suomi|fr Français|hi हिन्दी|hu Magyar|id Indonesia|it Italiano|ja 日本語|ko 한국어|nb Norsk bokmål|nl Nederlands|pl Polski|pt Português|pt-BR Português (Brasil)|ro Română|ru Русский|sv Svenska|th ไทย|tr Türkçe|uk Українська|vi Tiếng Việt|zh-Hans 简体中文|zh-Hant 繁體中文';

const names: ReadonlyMap<string, string> = new Map(
  // At the first gap: a name may have gaps of its own.
  named.split('|').map((entry) => entry.split(/ (.*)/, 2) as [string, string]),
);

/** The tags of the list that a host gets when it names none. */
export const commonLanguages: readonly string[] = [...names.keys()];

/** A language of the list by its own name. */
export function listedName(tag: string): string | undefined {
  return names.get(tag);
}

/** Any language by its own name; the tag where nobody knows it. Slow the first time. */
export function autonym(tag: string): string {
  try {
    return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
