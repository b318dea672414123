import { AccountError } from '../../contract/account-error.ts';
import type { FieldError } from '../../contract/errors.ts';

/** Most characters of a query; the longest that the contract takes is far below. */
const longest = 2048;

const malformed = (name: string): FieldError => ({
  pointer: name === '' ? '' : `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
  code: 'malformed',
  params: {},
});

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return null;
  }
}

/**
 * The input of a read: one text per name, or undefined when the query has none. Throws `validation_failed` for a name
 * that comes twice, and for what cannot be decoded. What a name may be, the schema judges.
 */
export function parseQuery(query: string): Record<string, string> | undefined {
  if (query === '') return undefined;
  const values = new Map<string, string>();
  const errors: FieldError[] = query.length > longest ? [malformed('')] : [];
  for (const pair of errors.length > 0 ? [] : query.split('&')) {
    const equals = pair.indexOf('=');
    const name = decode(equals < 0 ? pair : pair.slice(0, equals));
    const value = equals < 0 ? '' : decode(pair.slice(equals + 1));
    if (name === null || name === '') errors.push(malformed(''));
    else if (value === null || values.has(name)) errors.push(malformed(name));
    else values.set(name, value);
  }
  if (errors.length > 0) throw new AccountError('validation_failed', { errors });
  return Object.fromEntries(values);
}
