import type { ThemeRole } from './theme-roles.ts';

/** The roles that hold no colour; they are the same in both schemes. */
export type ThemeShapeRole =
  | 'radius'
  | 'space'
  | 'font'
  | 'font-size'
  | 'control-height'
  | 'focus-width'
  | 'font-mono';

const inPixels = (length: string): number =>
  Number.parseFloat(length) * (length.endsWith('rem') ? 16 : 1);

/** Lengths and fonts, as the sheet has them where a theme says nothing. */
export function deriveShapes(
  own: ReadonlyMap<ThemeRole, string>,
): Readonly<Record<ThemeShapeRole, string>> {
  const space = own.get('space') ?? '0.25rem';
  const unit = space.endsWith('px') ? 'px' : 'rem';
  const height = Math.max(24, inPixels(space) * 9) / (unit === 'px' ? 1 : 16);
  return {
    radius: own.get('radius') ?? '0.4375rem',
    space,
    font: own.get('font') ?? 'inherit',
    'font-size': own.get('font-size') ?? '0.875rem',
    'control-height': own.get('control-height') ?? `${Number(height.toFixed(4))}${unit}`,
    'focus-width': own.get('focus-width') ?? '2px',
    'font-mono':
      own.get('font-mono') ?? "ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace",
  };
}
