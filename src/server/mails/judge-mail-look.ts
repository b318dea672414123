import type { MailLook, MailTokens } from '../ports/mail-look.ts';

const color = [/^#[0-9a-f]{6}(?:[0-9a-f]{2})?$/i, 'a colour as #rrggbb'] as const;
// What could end the attribute or the rule that it stands in is none.
const kinds: Readonly<Record<keyof MailTokens, readonly [RegExp, string]>> = {
  surface: color,
  'surface-raised': color,
  text: color,
  'text-muted': color,
  border: color,
  brand: color,
  'on-brand': color,
  radius: [/^(?:0|(?:\d{1,4}|\d{0,4}\.\d{1,6})(?:px|rem))$/, 'a length in px or rem'],
  font: [/^[^\\;{}<>()\n\r\f]{1,2000}$/, 'a list of font families'],
};

function refuse(name: string, value: unknown, expected: string): never {
  throw new Error(`selvedge: mailLook.${name} is ${JSON.stringify(value)}; it takes ${expected}.`);
}

function judgeUrl(name: string, url: unknown, protocols: readonly string[]): void {
  const protocol = URL.parse(String(url))?.protocol ?? '';
  if (!protocols.includes(protocol))
    refuse(name, url, `an absolute URL with ${protocols.join(' or ')}`);
}

/** Throws a sentence for looks that would make a broken mail. */
export function judgeMailLook(look: MailLook): void {
  for (const name of Object.keys(look)) {
    if (['theme', 'logo', 'legal'].includes(name)) continue;
    throw new Error(
      `selvedge: there is no option "mailLook.${name}". There is: theme, logo, legal.`,
    );
  }
  for (const scheme of look.theme ? (['light', 'dark'] as const) : []) {
    const tokens = look.theme?.tokens?.[scheme];
    for (const [role, [form, expected]] of Object.entries(kinds)) {
      const value: unknown = tokens?.[role as keyof MailTokens];
      if (typeof value === 'string' && form.test(value)) continue;
      refuse(
        `theme.tokens.${scheme}.${role}`,
        value,
        `${expected}, as createTheme() of selvedge/theme gives it`,
      );
    }
  }
  if (look.logo) {
    const { url, width, height } = look.logo;
    // A mail program shows no picture that came unencrypted.
    judgeUrl('logo.url', url, ['https:']);
    for (const [name, size] of Object.entries({ width, height })) {
      if (Number.isInteger(size) && size >= 1 && size <= 480) continue;
      refuse(`logo.${name}`, size, 'a whole number of CSS px from 1 to 480');
    }
  }
  for (const [language, links] of Object.entries(look.legal ?? {})) {
    if (!Array.isArray(links)) refuse(`legal.${language}`, links, 'a list of links');
    for (const { label, href } of links) {
      judgeUrl(`legal.${language}`, href, ['https:', 'http:']);
      if (typeof label !== 'string' || label.trim() === '') {
        refuse(`legal.${language}`, label, 'a label for each link');
      }
    }
  }
}
