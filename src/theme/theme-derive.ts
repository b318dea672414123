import { layOver, luminanceOf, mixOklab, ratioOf, rgbOf, xyzOf } from './theme-color.ts';
import type { Rgb, Xyz } from './theme-color.ts';
import {
  groundOf,
  hoverOf,
  keepWithin,
  layerOn,
  limitOfLayers,
  limitOn,
  limitWith,
  raise,
  textOn,
} from './theme-limits.ts';
import type { Limit } from './theme-limits.ts';
import type { ThemeRole } from './theme-roles.ts';
import type { Asked, ReadSeeds } from './theme-seeds.ts';
import type { ThemeScheme } from './theme.ts';

/** A value of a role, and what was asked for where that was something else. */
export interface Derived {
  readonly color: Rgb;
  readonly alpha: number;
  /** What somebody asked for, also by a seed that this role follows. */
  readonly asked?: Rgb;
}

/** All colours of one scheme. */
export type DerivedColors = Readonly<Record<string, Derived>> & Partial<Record<ThemeRole, Derived>>;

/** What the sheet has where a host says nothing. */
const defaults: Readonly<Record<ThemeScheme, Readonly<Record<string, Rgb>>>> = {
  light: {
    surface: [255, 255, 255],
    danger: [0xc4, 0x22, 0x2b],
    success: [0x1a, 0x7f, 0x45],
    warning: [0x9a, 0x63, 0x00],
    backdrop: [20, 20, 24],
  },
  dark: {
    surface: [0x16, 0x16, 0x19],
    danger: [0xec, 0x52, 0x57],
    success: [0x4c, 0xc3, 0x8a],
    warning: [0xe2, 0xa3, 0x36],
    backdrop: [0, 0, 0],
  },
};

const nearBlack: Xyz = [0.0116, 0.0118, 0.0153];
const nearWhite: Xyz = [0.8016, 0.8406, 0.9366];

/** Derives the colours of one scheme, as the sheet does in a browser. */
export function deriveColors(
  scheme: ThemeScheme,
  asked: ReadonlyMap<ThemeRole, Asked>,
  {
    onBrand,
    contrast,
    controlContrast,
  }: Pick<ReadSeeds, 'onBrand' | 'contrast' | 'controlContrast'>,
): Record<ThemeColorRole, Derived> {
  const seed = (role: ThemeRole): Xyz =>
    xyzOf(asked.get(role)?.color ?? defaults[scheme][role] ?? [0, 0, 0]);
  const given = (role: ThemeRole): Xyz | undefined => {
    const own = asked.get(role);
    return own && xyzOf(own.color);
  };
  /** Keeps a colour within its limit, and remembers who asked for it: the role itself or a seed that it follows. */
  const kept = (color: Xyz, limit: Limit, ...askers: ThemeRole[]): Derived => {
    const asker = askers.find((role) => asked.has(role));
    const bytes = rgbOf(keepWithin(color, limit));
    const wanted = asker === undefined ? undefined : asked.get(asker)?.color;
    return wanted ? { color: bytes, alpha: 1, asked: wanted } : { color: bytes, alpha: 1 };
  };
  const plain = (color: Xyz, alpha = 1): Derived => ({ color: rgbOf(color), alpha });
  const own = (role: ThemeRole, otherwise: Derived): Derived => asked.get(role) ?? otherwise;

  const surface = seed('surface');
  const raised = kept(
    given('surface-raised') ?? raise(surface),
    limitWith(textOn(surface), contrast),
    'surface-raised',
  );
  const ground = groundOf(
    surface,
    asked.has('surface-raised') ? xyzOf(raised.color) : raise(surface),
  );
  const forText = limitOn(ground, contrast);
  const forEdge = limitOn(ground, controlContrast);
  const forLayer = limitOfLayers(ground);

  const wantedText = given('text') ?? (ground.dark ? nearWhite : nearBlack);
  const text = keepWithin(wantedText, forText);
  const muted = given('text-muted') ?? mixOklab(text, 0.66, surface);
  const control = given('border-control') ?? mixOklab(text, 0.4, surface);

  const brand = given('brand') ?? text;
  const policy = { auto: textOn(brand), light: textOn([0, 0, 0]), dark: textOn([1, 1, 1]) };
  const onFill = given('on-brand') ?? policy[onBrand];
  const forBrand = limitWith(onFill, contrast);
  const fill = keepWithin(brand, forBrand);

  const danger = seed('danger');
  const onDanger = given('on-danger') ?? textOn([0, 0, 0]);
  const forDanger = limitWith(onDanger, contrast);
  const dangerFill = keepWithin(danger, forDanger);
  const success = seed('success');
  const warning = seed('warning');
  const soft = (tone: Xyz): Derived => plain(keepWithin(tone, forLayer), 0.07);
  const layer = layerOn(ground);

  return {
    brand: kept(brand, forBrand, 'brand'),
    surface: plain(surface),
    text: kept(wantedText, forText, 'text'),
    danger: kept(danger, forDanger, 'danger'),
    'surface-raised': raised,
    'surface-sunken': plain(layer, 0.04),
    'surface-hover': plain(layer, 0.07),
    'text-muted': kept(muted, forText, 'text-muted'),
    border: own('border', plain(text, 0.12)),
    'border-strong': own('border-strong', plain(text, 0.24)),
    'border-control': kept(control, forEdge, 'border-control'),
    'brand-hover': plain(keepWithin(hoverOf(fill), forBrand)),
    'on-brand': plain(onFill),
    'brand-text': kept(given('brand-text') ?? brand, forText, 'brand-text', 'brand'),
    focus: kept(given('focus') ?? brand, forEdge, 'focus', 'brand'),
    'danger-hover': plain(keepWithin(hoverOf(dangerFill), forDanger)),
    'on-danger': plain(onDanger),
    'danger-text': kept(given('danger-text') ?? danger, forText, 'danger-text', 'danger'),
    'danger-edge': kept(danger, forEdge, 'danger'),
    'danger-soft': soft(danger),
    success: plain(success),
    'success-text': kept(given('success-text') ?? success, forText, 'success-text', 'success'),
    'success-soft': soft(success),
    warning: plain(warning),
    'warning-soft': soft(warning),
    backdrop: own('backdrop', {
      color: defaults[scheme]['backdrop'] ?? [0, 0, 0],
      alpha: scheme === 'light' ? 0.4 : 0.6,
    }),
  };
}

/** The roles that hold a colour. */
export type ThemeColorRole = Exclude<
  ThemeRole,
  'radius' | 'space' | 'font' | 'font-size' | 'control-height' | 'focus-width' | 'font-mono'
>;

/** One pair that meets on the page, and its contrast. */
export interface Pair {
  readonly role: ThemeColorRole;
  readonly against: string;
  readonly ratio: number;
  readonly text: boolean;
}

const layers = [
  'surface-sunken',
  'surface-hover',
  'danger-soft',
  'success-soft',
  'warning-soft',
] as const;
const bases = ['surface', 'surface-raised'] as const;
const texts = ['text', 'text-muted', 'brand-text', 'danger-text', 'success-text'] as const;
const edges = ['border-control', 'focus', 'danger-edge'] as const;
const fills = [
  ['on-brand', 'brand'],
  ['on-brand', 'brand-hover'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-hover'],
] as const;

/** Everything that text and controls really stand on, with its luminance. */
export function groundsOf(
  colors: Readonly<Record<ThemeColorRole, Derived>>,
): { readonly name: string; readonly y: number }[] {
  return bases.flatMap((base) => [
    { name: base, y: luminanceOf(colors[base].color) },
    ...layers.map((layer) => ({
      name: `${layer} on ${base}`,
      y: luminanceOf(layOver(colors[layer].color, colors[layer].alpha, colors[base].color)),
    })),
  ]);
}

/** Every pair of colours that meets on the page. */
export function pairsOf(colors: Readonly<Record<ThemeColorRole, Derived>>): Pair[] {
  const grounds = groundsOf(colors);
  const standing = (role: ThemeColorRole, text: boolean): Pair[] => {
    const y = luminanceOf(colors[role].color);
    return grounds.map((ground) => ({
      role,
      against: ground.name,
      ratio: ratioOf(y, ground.y),
      text,
    }));
  };
  return [
    ...texts.flatMap((role) => standing(role, true)),
    ...fills.map(([role, against]) => ({
      role,
      against,
      ratio: ratioOf(luminanceOf(colors[role].color), luminanceOf(colors[against].color)),
      text: true,
    })),
    ...edges.flatMap((role) => standing(role, false)),
  ];
}
