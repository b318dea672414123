import { themeRoles } from './theme-roles.ts';
import type { ThemeRole } from './theme-roles.ts';
import { askedHex } from './theme-seeds.ts';
import type { ReadSeeds } from './theme-seeds.ts';
import type { ThemeSeeds } from './theme.ts';

/** The condition of the sheet itself: build tools leave `light-dark()` alone inside it. */
const knowsSchemes = '@supports (color: light-dark(color(from red xyz-d65 x y z), red))';

const isRole = (role: string): role is ThemeRole => Object.hasOwn(themeRoles, role);

/** A sheet that sets what the theme says, and leaves to the sheet of the components what follows from it. */
export function cssOf({
  name,
  colors,
  shapes,
  onBrand,
  contrast,
  controlContrast,
}: ReadSeeds): string {
  const always: string[] = [];
  const schemed: string[] = [];
  for (const role of Object.keys(themeRoles).filter(isRole)) {
    const { variable } = themeRoles[role];
    const light = colors.light.get(role);
    const dark = colors.dark.get(role);
    const shape = shapes.get(role);
    if (shape !== undefined) always.push(`${variable}: ${shape};`);
    if (!light || !dark) continue;
    const [one, other] = [askedHex(light), askedHex(dark)];
    always.push(`${variable}: ${one};`);
    if (one !== other) schemed.push(`${variable}: light-dark(${one}, ${other});`);
  }
  if (onBrand !== 'auto') always.push(`--selvedge-on-brand-light: ${onBrand === 'light' ? 1 : 0};`);
  if (contrast !== 4.5) always.push(`--selvedge-contrast: ${contrast};`);
  if (controlContrast !== 3) always.push(`--selvedge-control-contrast: ${controlContrast};`);

  const rule = (lines: readonly string[], indent: string): string =>
    [
      `${indent}:where([data-selvedge-theme='${name}']) {`,
      ...lines.map((line) => `${indent}  ${line}`),
      `${indent}}`,
    ].join('\n');
  const parts = [rule(always, '')];
  if (schemed.length > 0) parts.push(`${knowsSchemes} {\n${rule(schemed, '  ')}\n}`);
  return `${parts.join('\n\n')}\n`;
}

function literal(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) {
    const json = JSON.stringify(value);
    return json.startsWith('"') && !json.includes("'") && !json.includes('\\')
      ? `'${json.slice(1, -1)}'`
      : json;
  }
  const inner = `${indent}  `;
  const lines = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .map(([key, entry]) => {
      const name = /^[a-z]+$/i.test(key) ? key : `'${key}'`;
      return `${inner}${name}: ${literal(entry, inner)},`;
    });
  return `{\n${lines.join('\n')}\n${indent}}`;
}

/** A module that makes the theme again. The seeds were read before, so that nothing but a value can stand in them. */
export function sourceOf(seeds: ThemeSeeds): string {
  const call = `createTheme(${literal(seeds, '')})`;
  return `import { createTheme } from 'selvedge/theme';\n\nexport const theme = ${call};\n`;
}
