import { buildPage, gzipKilobytes } from '../page.ts';
import type { BuiltPage } from '../page.ts';

/** What the languages of the package cost a page that loads them when they are wanted. */
export interface LocaleCost {
  /** Files of another language than English that load with the page. */
  early: string[];
  /** Bytes that such files make of the scripts that load with the page, before minification. */
  earlyBytes: number;
  /** How many languages have scripts of their own that wait, the largest in kB, gzip. */
  lazy: { languages: number; largest: number };
  /** What the calls that load them add to the initial scripts, in kB, gzip. */
  calls: number;
}

const ofLanguage = /\/words\/(?:interface|mails)\/([a-z]{2}(?:-[A-Za-z]+)?)(?:\.|\/)/;

/** The language that a module of the package belongs to; null for English, and for what is not a language. */
function languageOf(id: string): string | null {
  const language = ofLanguage.exec(id.replaceAll('\\', '/'))?.[1] ?? 'en';
  return language === 'en' ? null : language;
}

const scripts = (page: BuiltPage): number => gzipKilobytes(page.initial.map(({ code }) => code));

/** Builds the settings page with English alone, and with every language lazily, and looks into their chunks. */
export async function measureLocaleCost(): Promise<LocaleCost> {
  const plain = await buildPage('settings.html');
  const many = await buildPage('languages.html');
  const early: string[] = [];
  let earlyBytes = 0;
  for (const chunk of many.initial)
    for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
      if (languageOf(id) === null || renderedLength === 0) continue;
      early.push(id);
      earlyBytes += renderedLength;
    }
  const languages = new Map<string, number>();
  for (const chunk of many.lazy) {
    const own = new Set(chunk.moduleIds.map(languageOf).filter((language) => language !== null));
    for (const language of own)
      languages.set(language, (languages.get(language) ?? 0) + gzipKilobytes([chunk.code]));
  }
  return {
    early,
    earlyBytes,
    lazy: { languages: languages.size, largest: Math.max(0, ...languages.values()) },
    calls: scripts(many) - scripts(plain),
  };
}
