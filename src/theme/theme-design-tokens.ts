import { hexOf } from './theme-color.ts';
import type { Derived, ThemeColorRole } from './theme-derive.ts';
import { themeRoles } from './theme-roles.ts';
import type { ThemeRole } from './theme-roles.ts';
import type { DesignTokens, ThemeScheme } from './theme.ts';

type Colors = Readonly<Record<ThemeColorRole, Derived>>;

function colorToken(role: ThemeColorRole, { color, alpha }: Derived): DesignTokens {
  const components = color.map((byte) => Number((byte / 255).toFixed(5)));
  return {
    $value: { colorSpace: 'srgb', components, alpha, hex: hexOf(color) },
    $description: themeRoles[role].use,
  };
}

function shapeToken(role: ThemeRole, value: string): DesignTokens | null {
  const { kind, use } = themeRoles[role];
  if (kind === 'length') {
    const unit = value.endsWith('rem') ? 'rem' : 'px';
    const $value = { value: Number.parseFloat(value), unit };
    return { $type: 'dimension', $value, $description: use };
  }
  // The format has no word for the font of the page.
  if (value === 'inherit') return null;
  const $value = value.split(', ').map((name) => name.replaceAll(/^['"]|['"]$/g, ''));
  return { $type: 'fontFamily', $value, $description: use };
}

/**
 * The theme in the form of the Design Tokens Format Module 2025.10: the groups `light` and `dark` with the same colours
 * each, and the group `shape` with what both share.
 */
export function designTokensOf(
  name: string,
  colors: Readonly<Record<ThemeScheme, Colors>>,
  values: Readonly<Record<ThemeRole, string>>,
): DesignTokens {
  const group = (scheme: ThemeScheme): DesignTokens => ({
    $type: 'color',
    ...Object.fromEntries(
      (Object.entries(colors[scheme]) as [ThemeColorRole, Derived][]).map(([role, derived]) => [
        role,
        colorToken(role, derived),
      ]),
    ),
  });
  const shapes = (Object.entries(values) as [ThemeRole, string][])
    .filter(([role]) => themeRoles[role].kind !== 'color')
    .map(([role, value]) => [role, shapeToken(role, value)] as const)
    .filter(([, token]) => token !== null);
  return {
    $description: `Selvedge, theme ${name}`,
    light: group('light'),
    dark: group('dark'),
    shape: Object.fromEntries(shapes),
  };
}
