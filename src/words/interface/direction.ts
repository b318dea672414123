/** Languages written from right to left, for runtimes whose `Intl.Locale` does not know. */
const rightToLeft = /^(ar|arc|ckb|dv|fa|he|ku-Arab|ps|sd|ug|ur|yi)\b/i;

/** The direction of writing of a language. */
export function direction(locale: string): 'ltr' | 'rtl' {
  return rightToLeft.test(locale) ? 'rtl' : 'ltr';
}
