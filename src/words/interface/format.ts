import { direction } from './direction.ts';
import type { Message, Params } from './message.ts';

const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/;

/**
 * A sentence with its values put in. A number decides between the forms of a plural and is written as the language
 * writes it; a text whose direction may differ from the sentence's is isolated from it.
 */
export function format(message: Message, params: Params, locale: string): string {
  if (typeof message === 'function') return message(params);
  const number = Object.values(params).find((value) => typeof value === 'number');
  const sentence =
    typeof message === 'string'
      ? message
      : (message[new Intl.PluralRules(locale).select(number ?? 0)] ?? message.other);
  return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name] ?? whole;
    if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value);
    const mixed = direction(locale) === 'rtl' || rightToLeft.test(value);
    return mixed ? `\u2068${value}\u2069` : value;
  });
}
