import type { ThemeColor, ThemeSeeds } from 'selvedge/theme';
import { themePresets } from 'selvedge/theme';
import type { StudioFields } from './studio-seeds.ts';
import { noFields } from './studio-seeds.ts';

/** A place to begin: what every field of the studio says then. */
export interface Beginning {
  title: string;
  fields: StudioFields;
  /** What the fields could not take of a preset, as a sentence; empty where they took all of it. */
  note: string;
}

const titleOf = (name: string): string => name[0]?.toUpperCase() + name.slice(1);

const lightOf = (colour: ThemeColor = ''): string =>
  typeof colour === 'string' ? colour : colour.light;
const darkOf = (colour: ThemeColor = ''): string => (typeof colour === 'string' ? '' : colour.dark);

/** The fields of a preset. Its name stays behind, because the sheet of that name is the whole preset. */
function fieldsOf(seeds: ThemeSeeds): StudioFields {
  const { brand, surface, text, danger, radius, space, font, fontSize, onBrand } = seeds;
  return {
    name: '',
    brand: lightOf(brand),
    brandDark: darkOf(brand),
    surface: lightOf(surface),
    surfaceDark: darkOf(surface),
    text: lightOf(text),
    textDark: darkOf(text),
    danger: lightOf(danger),
    dangerDark: darkOf(danger),
    radius: radius ?? '',
    space: space ?? '',
    font: font ?? '',
    fontSize: fontSize ?? '',
    onBrand: onBrand === undefined || onBrand === 'auto' ? '' : onBrand,
  };
}

/** What a preset has beside what there are fields for. */
function noteOf({ name, contrast, controlContrast, roles = {} }: ThemeSeeds): string {
  const left = [
    ...(contrast === undefined ? [] : [`contrast ${contrast}`]),
    ...(controlContrast === undefined ? [] : [`controlContrast ${controlContrast}`]),
    ...Object.keys(roles),
  ];
  return left.length === 0
    ? ''
    : `There is no field for all of ${titleOf(name)}. Left out: ${left.join(', ')}. The whole of it is selvedge/themes/${name}.css.`;
}

/** The presets, neutral first: that one is what there is without any seed. */
export const presetBeginnings: readonly Beginning[] = [
  { title: 'Neutral', fields: noFields, note: '' },
  ...Object.values(themePresets).map((seeds) => ({
    title: titleOf(seeds.name),
    fields: fieldsOf(seeds),
    note: noteOf(seeds),
  })),
];

const looks: Readonly<Record<string, Partial<StudioFields>>> = {
  Violet: { brand: '#6d3bf5', radius: '0.75rem' },
  Forest: { brand: '#1d6b4f', surface: '#fbfaf6', surfaceDark: '#12201a', radius: '0.25rem' },
  Amber: { brand: '#ffc400', radius: '1rem', space: '0.28rem' },
  Ink: { brand: '#0b57d0', radius: '0', space: '0.22rem', fontSize: '0.8125rem' },
};

/** Looks with a brand colour, of nothing but seeds. */
export const brandBeginnings: readonly Beginning[] = Object.entries(looks).map(([title, some]) => ({
  title,
  fields: { ...noFields, ...some },
  note: '',
}));
