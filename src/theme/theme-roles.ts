/** What a role holds. */
export type ThemeRoleKind = 'color' | 'length' | 'fonts';

/** What is to know about one role. */
export interface ThemeRoleFacts {
  /** What it holds. */
  readonly kind: ThemeRoleKind;
  /** The public variable that sets it, or null for what only follows from others. */
  readonly variable: `--selvedge-${string}` | null;
  /** One of the eight that all others follow from. */
  readonly seed: boolean;
  /** Where it is seen. */
  readonly use: string;
}

const role = (
  kind: ThemeRoleKind,
  variable: ThemeRoleFacts['variable'],
  use: string,
  seed = false,
): ThemeRoleFacts => ({ kind, variable, seed, use });

/** Every role, seeds first, with what is to know about it. The table of the documentation is printed from it. */
export const themeRoles = {
  brand: role('color', '--selvedge-brand', 'Fill of the button that matters most.', true),
  surface: role('color', '--selvedge-surface', 'What everything stands on.', true),
  text: role('color', '--selvedge-text', 'Body text and headings.', true),
  danger: role('color', '--selvedge-danger', 'Fill of the button that destroys.', true),
  radius: role('length', '--selvedge-radius', 'Corners of controls.', true),
  space: role('length', '--selvedge-space', 'The unit of all distances.', true),
  font: role('fonts', '--selvedge-font', 'All text.', true),
  'font-size': role('length', '--selvedge-font-size', 'Body text; other sizes follow.', true),
  'surface-raised': role('color', '--selvedge-surface-raised', 'Dialogs.'),
  'surface-sunken': role('color', null, 'Notices without a tone, codes, read-only inputs.'),
  'surface-hover': role('color', null, 'Laid over what is under the pointer; skeletons.'),
  'text-muted': role('color', '--selvedge-text-muted', 'Help, leads, placeholders.'),
  border: role('color', '--selvedge-border', 'Lines between things.'),
  'border-strong': role('color', '--selvedge-border-strong', 'Edges of buttons and badges.'),
  'border-control': role('color', '--selvedge-border-control', 'Edges of inputs and boxes.'),
  'brand-hover': role('color', null, 'The brand fill under the pointer.'),
  'on-brand': role('color', '--selvedge-on-brand', 'Text on the brand fill.'),
  'brand-text': role('color', '--selvedge-brand-text', 'Links.'),
  focus: role('color', '--selvedge-focus', 'Focus rings, edges of the brand fill, progress.'),
  'danger-hover': role('color', null, 'The danger fill under the pointer.'),
  'on-danger': role('color', '--selvedge-on-danger', 'Text on the danger fill.'),
  'danger-text': role('color', '--selvedge-danger-text', 'Errors.'),
  'danger-edge': role('color', null, 'Edges of refused inputs and of the danger fill.'),
  'danger-soft': role('color', null, 'Laid under a notice of danger.'),
  success: role('color', '--selvedge-success', 'The colour of what went well.'),
  'success-text': role('color', '--selvedge-success-text', 'Words that say so.'),
  'success-soft': role('color', null, 'Laid under a notice of success.'),
  warning: role('color', '--selvedge-warning', 'The colour of what to look out for.'),
  'warning-soft': role('color', null, 'Laid under a notice of warning.'),
  backdrop: role('color', '--selvedge-backdrop', 'Laid over the page behind a dialog.'),
  'control-height': role('length', '--selvedge-control-height', 'Buttons and inputs.'),
  'focus-width': role('length', '--selvedge-focus-width', 'Focus rings.'),
  'font-mono': role('fonts', '--selvedge-font-mono', 'Codes and keys.'),
} as const satisfies Record<string, ThemeRoleFacts>;

/** The name of a role: its variable without `--selvedge-`. */
export type ThemeRole = keyof typeof themeRoles;
