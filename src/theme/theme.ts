import type { ThemeRole } from './theme-roles.ts';

/** The two colour schemes; every theme has both. */
export type ThemeScheme = 'light' | 'dark';

/**
 * A colour as CSS writes it (`#0a7d5a`, `oklch(0.6 0.2 250)`, `rebeccapurple`), for both schemes or one for each.
 * No `var()`, no `currentcolor`, and opaque where it is something text stands on.
 */
export type ThemeColor = string | { readonly light: string; readonly dark: string };

/** What is made of eight values. All but the name may be left out. */
export interface ThemeSeeds {
  /** The value of `data-selvedge-theme` that turns the theme on: small letters, digits and hyphens, at most 64. */
  readonly name: string;
  /** Buttons that matter, links, focus. */
  readonly brand?: ThemeColor;
  /** What everything stands on: the background of the host's page or card. */
  readonly surface?: ThemeColor;
  /** Body text. Left out it is near black or near white, whichever the surface needs. */
  readonly text?: ThemeColor;
  /** What destroys, and what went wrong. */
  readonly danger?: ThemeColor;
  /** Corners of controls; bigger things take a multiple. A CSS length: `0.5rem`. */
  readonly radius?: string;
  /** The unit of all distances. A CSS length; `0.25rem` is the default, `0.2rem` is tight, `0.3rem` airy. */
  readonly space?: string;
  /** A CSS list of font families; `inherit`, the default, takes the page's. */
  readonly font?: string;
  /** Size of body text; all others follow. A CSS length. */
  readonly fontSize?: string;
  /**
   * Text on the brand colour: `'light'` is white on a fill that is darkened as far as needed, `'dark'` is black on one that
   * is lightened, and `'auto'`, the default, keeps the fill and takes whichever of the two can be read.
   */
  readonly onBrand?: 'auto' | 'light' | 'dark';
  /** Least contrast of text, 4.5 (WCAG AA) by default and at least; 7 is AAA. */
  readonly contrast?: number;
  /** Least contrast of controls and of the focus ring, 3 (WCAG AA) by default and at least. */
  readonly controlContrast?: number;
  /** Other roles than the derived ones. A colour that could not be read or seen is moved as far as needed. */
  readonly roles?: ThemeRoleOverrides;
}

/** Roles that a theme may set itself: the name without `--selvedge-`, and a colour, a length or a list of fonts. */
export type ThemeRoleOverrides = {
  readonly [
    role in
      | 'surface-raised'
      | 'text-muted'
      | 'border'
      | 'border-strong'
      | 'border-control'
      | 'brand-text'
      | 'on-brand'
      | 'focus'
      | 'danger-text'
      | 'on-danger'
      | 'success'
      | 'success-text'
      | 'warning'
      | 'backdrop'
  ]?: ThemeColor;
} & {
  readonly [role in 'control-height' | 'focus-width' | 'font-mono']?: string;
};

/** One colour that was asked for and could not be taken as it is. */
export interface ThemeCorrection {
  /** Whose colour it is. */
  readonly role: ThemeRole;
  /** The scheme it was in. */
  readonly scheme: ThemeScheme;
  /** What was asked for, as `#rrggbb`. */
  readonly wanted: string;
  /** What is shown in its place, as `#rrggbb`. */
  readonly used: string;
  /** Contrast of what was asked for, at its worst. */
  readonly ratioBefore: number;
  /** Contrast of what is used, at its worst. */
  readonly ratioAfter: number;
  /** The role on which it was at its worst. */
  readonly against: string;
}

/** The contrast of two roles that meet on the page. */
export interface ThemeContrast {
  /** The scheme it was measured in. */
  readonly scheme: ThemeScheme;
  /** What is read or seen. */
  readonly role: ThemeRole;
  /** What it stands on: a role, or several laid over each other, the lowest last: `hover on surface-raised`. */
  readonly against: string;
  /** From 1 to 21, of the 8-bit colours that reach the screen. */
  readonly ratio: number;
  /** What it must reach: the theme's `contrast` for text, its `controlContrast` for all else. */
  readonly required: number;
  /** Whether it does. False only where more than 4.5 was asked for than black or white can give on this surface. */
  readonly ok: boolean;
}

/** A group of tokens or a token, as the Design Tokens Format Module 2025.10 has them. */
export type DesignTokens = { readonly [name: string]: unknown };

/** Everything that follows from the seeds. */
export interface Theme {
  /** As in the seeds. */
  readonly name: string;
  /** Every role with its value, in each scheme: colours as `#rrggbb` or `#rrggbbaa`, the rest as CSS writes it. */
  readonly tokens: Readonly<Record<ThemeScheme, Readonly<Record<ThemeRole, string>>>>;
  /** What was moved so that it can be read or seen, the seeds first; empty when everything was fine. */
  readonly corrections: readonly ThemeCorrection[];
  /** Every pair of roles that meets on the page. */
  readonly contrast: readonly ThemeContrast[];
  /** A style sheet of one rule, for `[data-selvedge-theme='name']` on the root or any element around it. */
  readonly css: string;
  /** TypeScript that makes this theme: a module that exports the result of `createTheme`. */
  readonly ts: string;
  /** The same as Design Tokens 2025.10, ready for `JSON.stringify`. */
  readonly designTokens: DesignTokens;
}
