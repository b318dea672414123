import type { ThemeColor, ThemeSeeds } from 'selvedge/theme';

/** What the fields of the studio hold: text as it was typed, empty for the default. */
export interface StudioFields {
  name: string;
  brand: string;
  brandDark: string;
  surface: string;
  surfaceDark: string;
  text: string;
  textDark: string;
  danger: string;
  dangerDark: string;
  radius: string;
  space: string;
  font: string;
  fontSize: string;
  onBrand: string;
}

/** Nothing chosen: the neutral look. */
export const noFields: StudioFields = {
  name: '',
  brand: '',
  brandDark: '',
  surface: '',
  surfaceDark: '',
  text: '',
  textDark: '',
  danger: '',
  dangerDark: '',
  radius: '',
  space: '',
  font: '',
  fontSize: '',
  onBrand: '',
};

const names = Object.keys(noFields) as (keyof StudioFields)[];

/** What an address says behind its `#`. */
export function readAddress(said: URLSearchParams): StudioFields {
  return Object.fromEntries(
    names.map((name) => [name, said.get(name) ?? '']),
  ) as unknown as StudioFields;
}

/** What is chosen, for behind the `#` of an address; nothing when all is as it was. */
export function writeAddress(fields: StudioFields, scheme: 'light' | 'dark'): string {
  const chosen = names.filter((name) => fields[name] !== '').map((name) => [name, fields[name]]);
  return new URLSearchParams(
    scheme === 'dark' ? [...chosen, ['scheme', scheme]] : chosen,
  ).toString();
}

const both = (light: string, dark: string): ThemeColor | undefined =>
  dark === '' ? light || undefined : { light: light || dark, dark };

/** Of what a page stands on, one for each scheme; the other one stays ours. */
const either = (light: string, dark: string, ours: { light: string; dark: string }) =>
  light === '' && dark === '' ? undefined : { light: light || ours.light, dark: dark || ours.dark };

/** The seeds that the fields are. */
export function toSeeds(fields: StudioFields): ThemeSeeds {
  const { radius, space, font, fontSize, onBrand } = fields;
  const seeds = {
    brand: both(fields.brand, fields.brandDark),
    surface: either(fields.surface, fields.surfaceDark, { light: '#ffffff', dark: '#161619' }),
    text: either(fields.text, fields.textDark, { light: '#1c1c20', dark: '#ececef' }),
    danger: both(fields.danger, fields.dangerDark),
    radius,
    space,
    font,
    fontSize,
    onBrand,
  };
  const given = Object.entries(seeds).filter(([, value]) => value !== undefined && value !== '');
  return {
    name: fields.name || 'mine',
    ...(Object.fromEntries(given) as Omit<ThemeSeeds, 'name'>),
  };
}

/** The field that a refused seed was typed into: of `surface.dark` that is `surfaceDark`. */
export function fieldOf(seed: string, fields: StudioFields): keyof StudioFields | undefined {
  const [name = '', scheme] = seed.split('.');
  const dark = `${name}Dark` as keyof StudioFields;
  if (scheme === 'dark' && fields[dark]) return dark;
  return names.find((one) => one === name);
}
