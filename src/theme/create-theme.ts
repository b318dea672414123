import { hexOf, luminanceOf, ratioOf } from './theme-color.ts';
import type { Rgb } from './theme-color.ts';
import { deriveColors, groundsOf, pairsOf } from './theme-derive.ts';
import type { Derived, Pair, ThemeColorRole } from './theme-derive.ts';
import { designTokensOf } from './theme-design-tokens.ts';
import type { ThemeRole } from './theme-roles.ts';
import { deriveShapes } from './theme-shapes.ts';
import { readSeeds, schemes } from './theme-seeds.ts';
import type { ReadSeeds } from './theme-seeds.ts';
import { cssOf, sourceOf } from './theme-write.ts';
import type { Theme, ThemeContrast, ThemeCorrection, ThemeScheme, ThemeSeeds } from './theme.ts';

type Colors = Readonly<Record<ThemeColorRole, Derived>>;

/** What a fill has to go with, where everything else goes with the ground. */
const textOnFill: Partial<Record<ThemeColorRole, ThemeColorRole>> = {
  brand: 'on-brand',
  danger: 'on-danger',
  'surface-raised': 'text',
};

function worst(color: Rgb, grounds: readonly { name: string; y: number }[]): [number, string] {
  const y = luminanceOf(color);
  return grounds
    .map(({ name, y: under }): [number, string] => [ratioOf(y, under), name])
    .reduce((least, next) => (next[0] < least[0] ? next : least));
}

function correctionsOf(scheme: ThemeScheme, colors: Colors): ThemeCorrection[] {
  const grounds = groundsOf(colors);
  return (Object.entries(colors) as [ThemeColorRole, Derived][]).flatMap(([role, derived]) => {
    const { color, asked } = derived;
    if (!asked || hexOf(asked) === hexOf(color)) return [];
    const partner = textOnFill[role];
    const others = partner ? [{ name: partner, y: luminanceOf(colors[partner].color) }] : grounds;
    const [ratioBefore, against] = worst(asked, others);
    const [ratioAfter] = worst(color, others);
    const [wanted, used] = [hexOf(asked), hexOf(color)];
    return [{ role, scheme, wanted, used, ratioBefore, ratioAfter, against }];
  });
}

function contrastOf(scheme: ThemeScheme, colors: Colors, seeds: ReadSeeds): ThemeContrast[] {
  return pairsOf(colors).map(({ role, against, ratio, text }: Pair) => {
    const required = text ? seeds.contrast : seeds.controlContrast;
    return { scheme, role, against, ratio, required, ok: ratio >= required };
  });
}

/**
 * Derives a whole theme from a few seeds. Pure: the same seeds give the same theme, in a browser, on a server or in a build.
 *
 * @param seeds a name, and whichever of the eight seeds differ from the default look
 * @throws ThemeError naming the seed that is no colour, no length or no list of fonts
 */
export function createTheme(seeds: ThemeSeeds): Theme {
  const read = readSeeds(seeds);
  const colors: Record<ThemeScheme, Colors> = {
    light: deriveColors('light', read.colors.light, read),
    dark: deriveColors('dark', read.colors.dark, read),
  };
  const shapes = deriveShapes(read.shapes);
  const tokensIn = (scheme: ThemeScheme): Record<ThemeRole, string> => {
    const values = Object.entries(colors[scheme]).map(([role, { color, alpha }]) => [
      role,
      hexOf(color, alpha),
    ]);
    return { ...(Object.fromEntries(values) as Record<ThemeColorRole, string>), ...shapes };
  };
  const tokens = { light: tokensIn('light'), dark: tokensIn('dark') };
  return {
    name: read.name,
    tokens,
    corrections: schemes.flatMap((scheme) => correctionsOf(scheme, colors[scheme])),
    contrast: schemes.flatMap((scheme) => contrastOf(scheme, colors[scheme], read)),
    css: cssOf(read),
    ts: sourceOf(seeds),
    designTokens: designTokensOf(read.name, colors, tokens.light),
  };
}
