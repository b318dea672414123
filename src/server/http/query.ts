import { fieldError } from '../../contract/account-error.ts';

/** Most characters of a query; the longest that the contract takes is far below. */
const longest = 2048;

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return null;
  }
}

/** RFC 6901: `~` and `/` inside a name are escaped. */
const pointer = (name: string): string => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;

/**
 * The input of a read: one text per name, or undefined when the query has none. Throws `validation_failed` for a name
 * that comes twice, and for what cannot be decoded. What a name may be, the schema judges.
 */
export function parseQuery(query: string): Record<string, string> | undefined {
  if (query === '') return undefined;
  if (query.length > longest) throw fieldError('', 'malformed');
  const values = new Map<string, string>();
  for (const pair of query.split('&')) {
    const equals = pair.indexOf('=');
    const name = decode(equals < 0 ? pair : pair.slice(0, equals));
    if (!name) throw fieldError('', 'malformed');
    const value = equals < 0 ? '' : decode(pair.slice(equals + 1));
    if (value === null || values.has(name)) throw fieldError(pointer(name), 'malformed');
    values.set(name, value);
  }
  return Object.fromEntries(values);
}
