import type { MailTokens, MailLook } from '../ports/mail-look.ts';

/** What the HTML of a mail is made with: `#rrggbb`, px, and a list of families. */
export interface MailTheme {
  light: MailTokens;
  dark: MailTokens;
  /** Of the button, and of the card. */
  radius: number;
  cardRadius: number;
  fonts: string;
}

const systemFonts = "system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const shapes = { radius: '7px', font: 'inherit' };

/** The defaults of the page's tokens. */
const usual: NonNullable<MailLook['theme']>['tokens'] = {
  light: {
    surface: '#f4f4f5',
    'surface-raised': '#fff',
    text: '#1c1c20',
    'text-muted': '#5f5f68',
    border: '#e4e4e7',
    brand: '#1f1f24',
    'on-brand': '#fff',
    ...shapes,
  },
  dark: {
    surface: '#0f0f11',
    'surface-raised': '#1a1a1e',
    text: '#ececef',
    'text-muted': '#a5a5ad',
    border: '#2e2e34',
    brand: '#ececef',
    'on-brand': '#161619',
    ...shapes,
  },
};

/** A colour without its alpha, laid over another: mail programs know no translucent ones. */
function over(color: string, ground: string): string {
  if (color.length !== 9) return color;
  const part = (of: string, at: number): number => Number.parseInt(of.slice(at, at + 2), 16);
  const alpha = part(color, 7) / 255;
  const mixed = [1, 3, 5].map((at) =>
    Math.round(alpha * part(color, at) + (1 - alpha) * part(ground, at)),
  );
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

const opaque = (tokens: MailTokens): MailTokens => ({
  ...tokens,
  border: over(tokens.border, tokens['surface-raised']),
});

/** The looks of a theme, or ours. A rem is 16 px. */
export function mailTheme(look: MailLook | null): MailTheme {
  const { light, dark } = look?.theme?.tokens ?? usual;
  const radius = Number.parseFloat(light.radius) * (light.radius.endsWith('rem') ? 16 : 1);
  return {
    light: opaque(light),
    dark: opaque(dark),
    radius,
    cardRadius: Math.round((radius * 10) / 7),
    fonts: light.font === 'inherit' ? systemFonts : `${light.font},${systemFonts}`,
  };
}
