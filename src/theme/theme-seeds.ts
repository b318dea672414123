import { hexOf, readColor } from './theme-color.ts';
import type { Rgb } from './theme-color.ts';
import { ThemeError } from './theme-error.ts';
import { themeRoles } from './theme-roles.ts';
import type { ThemeRole } from './theme-roles.ts';
import type { ThemeScheme, ThemeSeeds } from './theme.ts';

/** A colour that was asked for. */
export interface Asked {
  readonly color: Rgb;
  readonly alpha: number;
}

/** Seeds and overrides that were found to be what they should be. */
export interface ReadSeeds {
  readonly name: string;
  readonly colors: Readonly<Record<ThemeScheme, ReadonlyMap<ThemeRole, Asked>>>;
  /** Lengths and fonts, as CSS writes them. */
  readonly shapes: ReadonlyMap<ThemeRole, string>;
  readonly onBrand: 'auto' | 'light' | 'dark';
  readonly contrast: number;
  readonly controlContrast: number;
}

/** Both, in the order in which they are always told. */
export const schemes: readonly ThemeScheme[] = ['light', 'dark'];

const translucent: ReadonlySet<ThemeRole> = new Set(['border', 'border-strong', 'backdrop']);
const known = new Set(
  'name brand surface text danger radius space font fontSize onBrand contrast controlContrast roles'.split(
    ' ',
  ),
);
const length = /^(?:0|(?:\d{1,4}|\d{0,4}\.\d{1,6})(?:px|rem))$/;
const family =
  /^(?:'[^'"\\;{}<>()\n\r\f]{1,100}'|"[^'"\\;{}<>()\n\r\f]{1,100}"|[a-z_-][\w-]*(?: [a-z_-][\w-]*)*)$/i;

/** Whether a role is one that a theme may set under `roles`. */
function isOpen(role: string): role is ThemeRole {
  const facts = Object.entries(themeRoles).find(([name]) => name === role)?.[1];
  return facts !== undefined && !facts.seed && facts.variable !== null;
}

function readLength(field: string, value: unknown): string {
  const text = typeof value === 'string' ? value.trim() : '';
  if (!length.test(text)) throw new ThemeError(field, String(value), 'a length in px or rem');
  return text;
}

function readFonts(field: string, value: unknown): string {
  const names = typeof value === 'string' ? value.split(',').map((name) => name.trim()) : [];
  if (names.length === 0 || names.length > 20 || !names.every((name) => family.test(name))) {
    throw new ThemeError(field, String(value), 'a list of font families');
  }
  return names.join(', ');
}

function readNumber(field: string, value: unknown, least: number): number {
  const wrong = typeof value !== 'number' || !(value >= least && value <= 21);
  if (wrong) throw new ThemeError(field, String(value), `a contrast from ${least} to 21`);
  return value;
}

/**
 * Reads the seeds of a theme.
 *
 * @throws ThemeError naming the one that is not what it should be
 */
export function readSeeds(seeds: ThemeSeeds): ReadSeeds {
  for (const field of Object.keys(seeds)) {
    if (!known.has(field))
      throw new ThemeError(field, undefined, `a seed. There are ${[...known].join(', ')}`);
  }
  if (!/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/.test(String(seeds.name))) {
    throw new ThemeError('name', String(seeds.name), 'a name of small letters, digits and hyphens');
  }
  const light = new Map<ThemeRole, Asked>();
  const dark = new Map<ThemeRole, Asked>();
  const shapes = new Map<ThemeRole, string>();

  const read = (field: string, role: ThemeRole, value: unknown): void => {
    if (value === undefined) return;
    const { kind } = themeRoles[role];
    if (kind === 'length') shapes.set(role, readLength(field, value));
    else if (kind === 'fonts') shapes.set(role, readFonts(field, value));
    else if (typeof value === 'object' && value !== null) {
      const pair: { light?: unknown; dark?: unknown } = value;
      light.set(role, readColor(`${field}.light`, pair.light, translucent.has(role)));
      dark.set(role, readColor(`${field}.dark`, pair.dark, translucent.has(role)));
    } else {
      const asked = readColor(field, value, translucent.has(role));
      light.set(role, asked);
      dark.set(role, asked);
    }
  };

  read('brand', 'brand', seeds.brand);
  read('surface', 'surface', seeds.surface);
  read('text', 'text', seeds.text);
  read('danger', 'danger', seeds.danger);
  read('radius', 'radius', seeds.radius);
  read('space', 'space', seeds.space);
  read('font', 'font', seeds.font);
  read('fontSize', 'font-size', seeds.fontSize);
  for (const [role, value] of Object.entries(seeds.roles ?? {})) {
    if (!isOpen(role))
      throw new ThemeError(`roles.${role}`, undefined, 'a role that a theme may set');
    read(`roles.${role}`, role, value);
  }
  const { onBrand = 'auto', contrast = 4.5, controlContrast = 3 } = seeds;
  if (!['auto', 'light', 'dark'].includes(onBrand)) {
    throw new ThemeError('onBrand', onBrand, 'auto, light or dark');
  }
  return {
    name: seeds.name,
    colors: { light, dark },
    shapes,
    onBrand,
    contrast: readNumber('contrast', contrast, 4.5),
    controlContrast: readNumber('controlContrast', controlContrast, 3),
  };
}

/** An asked colour as CSS writes it. */
export const askedHex = ({ color, alpha }: Asked): string => hexOf(color, alpha);
