import type { Message } from '../words/interface/message.ts';

/** A sentence with its values put in; plurals are chosen by `params.count`. */
export function format(
  message: Message,
  params: Record<string, string | number> = {},
  locale = 'en',
): string {
  const text =
    typeof message === 'string'
      ? message
      : (message[new Intl.PluralRules(locale).select(Number(params['count']))] ?? message.other);
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
