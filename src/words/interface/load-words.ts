import type { CompleteWords } from './en.ts';
import type { Locale } from './locale.ts';

const loaders: { [Language in Locale]: () => Promise<CompleteWords> } = {
  en: async () => (await import('./english.ts')).english,
  de: async () => (await import('./de.ts')).de,
  fr: async () => (await import('./fr.ts')).fr,
  es: async () => (await import('./es.ts')).es,
  it: async () => (await import('./it.ts')).it,
  nl: async () => (await import('./nl.ts')).nl,
  'pt-BR': async () => (await import('./pt-BR.ts')).ptBR,
  pl: async () => (await import('./pl.ts')).pl,
  cs: async () => (await import('./cs.ts')).cs,
  sv: async () => (await import('./sv.ts')).sv,
  da: async () => (await import('./da.ts')).da,
  fi: async () => (await import('./fi.ts')).fi,
  tr: async () => (await import('./tr.ts')).tr,
  uk: async () => (await import('./uk.ts')).uk,
  ru: async () => (await import('./ru.ts')).ru,
  ja: async () => (await import('./ja.ts')).ja,
  ko: async () => (await import('./ko.ts')).ko,
  'zh-Hans': async () => (await import('./zh-Hans.ts')).zhHans,
  'zh-Hant': async () => (await import('./zh-Hant.ts')).zhHant,
  ar: async () => (await import('./ar.ts')).ar,
  he: async () => (await import('./he.ts')).he,
  fa: async () => (await import('./fa.ts')).fa,
};

/** The languages that the package speaks, as BCP 47 tags. */
export const locales: readonly Locale[] = Object.keys(loaders) as Locale[];

/** Fetches what the package says in one language; a page downloads no other. Rejects when it cannot be fetched. */
export function loadWords(locale: Locale): Promise<CompleteWords> {
  return loaders[locale]();
}
