import type { Origin } from '../../contract/sessions.ts';
import type { HttpRequest } from './exchange.ts';

/** Most characters of a header that are looked at. */
const longest = 512;

type Table = readonly (readonly [part: string, name: string])[];

/** Parts of `Sec-CH-UA`: the first that occurs names the browser. Chromium alone is named by `User-Agent`, too. */
const brands: Table = [
  ['"Microsoft Edge"', 'Edge'],
  ['"Opera', 'Opera'],
  ['"Samsung Internet"', 'Samsung Internet'],
  ['"Google Chrome"', 'Chrome'],
];

/** Parts of `User-Agent`. Those that pretend to be others as well come before these. */
const browsers: Table = [
  ['Edg/', 'Edge'],
  ['EdgA/', 'Edge'],
  ['EdgiOS/', 'Edge'],
  ['Edge/', 'Edge'],
  ['OPR/', 'Opera'],
  ['OPT/', 'Opera'],
  ['OPX/', 'Opera'],
  ['Opera/', 'Opera'],
  ['SamsungBrowser/', 'Samsung Internet'],
  ['FxiOS/', 'Firefox'],
  ['Firefox/', 'Firefox'],
  ['CriOS/', 'Chrome'],
  ['Chrome/', 'Chrome'],
];

const platforms: ReadonlyMap<string, string> = new Map([
  ['"Windows"', 'Windows'],
  ['"macOS"', 'macOS'],
  ['"iOS"', 'iOS'],
  ['"Android"', 'Android'],
  ['"Chrome OS"', 'ChromeOS'],
  ['"Chromium OS"', 'ChromeOS'],
  ['"Linux"', 'Linux'],
]);

const systems: Table = [
  ['iPad', 'iPadOS'],
  ['iPhone', 'iOS'],
  ['iPod', 'iOS'],
  ['Android', 'Android'],
  ['CrOS', 'ChromeOS'],
  ['Windows', 'Windows'],
  ['Macintosh', 'macOS'],
  ['Linux', 'Linux'],
];

/** Where Safari is; elsewhere a browser that says so means its engine. */
const apple: ReadonlySet<string | null> = new Set(['iPadOS', 'iOS', 'macOS']);

function findIn(table: Table, text: string): string | null {
  for (const [part, name] of table) if (text.includes(part)) return name;
  return null;
}

/**
 * Browser and system as people call them, out of tables of ours: nothing that a request says is ever repeated. Null
 * for what is not in them. What a browser says of itself proves nothing; it only helps people to recognise theirs.
 */
export function findBrowser(
  request: Pick<HttpRequest, 'header'>,
): Pick<Origin, 'browser' | 'system'> {
  const read = (name: string): string => (request.header(name) ?? '').slice(0, longest);
  const agent = read('user-agent');
  const system = platforms.get(read('sec-ch-ua-platform').trim()) ?? findIn(systems, agent);
  const browser = findIn(brands, read('sec-ch-ua')) ?? findIn(browsers, agent);
  if (browser !== null) return { browser, system };
  const safari = apple.has(system) && agent.includes('Version/') && agent.includes('Safari/');
  return { browser: safari ? 'Safari' : null, system };
}
