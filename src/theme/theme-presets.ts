import type { ThemeSeeds } from './theme.ts';

/** Rounder, warmer, with a little more air. */
const soft: ThemeSeeds = {
  name: 'soft',
  surface: { light: '#fffdfa', dark: '#1c1a18' },
  text: { light: '#2a2623', dark: '#ece7e1' },
  danger: { light: '#b53b32', dark: '#e4655a' },
  radius: '0.75rem',
  space: '0.28125rem',
  fontSize: '0.9375rem',
  roles: {
    border: { light: '#ece6df', dark: '#35312d' },
    'border-strong': { light: '#dcd4cb', dark: '#4b4540' },
    success: { light: '#2f7d50', dark: '#6fc99c' },
    warning: { light: '#96601a', dark: '#e0ab55' },
    backdrop: { light: 'rgb(42 38 35 / 35%)', dark: 'rgb(0 0 0 / 60%)' },
  },
};

/** Square, tight, with crisp lines. */
const sharp: ThemeSeeds = {
  name: 'sharp',
  surface: { light: '#ffffff', dark: '#0e0e10' },
  text: { light: '#0c0c0e', dark: '#f3f3f5' },
  danger: { light: '#c8102e', dark: '#fa4550' },
  radius: '0',
  space: '0.21875rem',
  roles: {
    border: { light: '#cfcfd4', dark: '#37373d' },
    'border-strong': { light: '#57575e', dark: '#8e8e97' },
    'border-control': { light: '#57575e', dark: '#8e8e97' },
    'control-height': '2rem',
  },
};

/** For whom little contrast is none: text at 7:1, lines as strong as text, a focus that cannot be missed. */
const contrast: ThemeSeeds = {
  name: 'contrast',
  surface: { light: '#ffffff', dark: '#000000' },
  text: { light: '#000000', dark: '#ffffff' },
  danger: { light: '#a1001b', dark: '#ff9b9b' },
  contrast: 7,
  controlContrast: 4.5,
  roles: {
    'text-muted': { light: '#2e2e2e', dark: '#dedede' },
    border: { light: '#5c5c5c', dark: '#a8a8a8' },
    'border-strong': { light: '#000000', dark: '#ffffff' },
    'border-control': { light: '#000000', dark: '#ffffff' },
    'on-danger': { light: '#ffffff', dark: '#000000' },
    success: { light: '#0a5a2a', dark: '#7fe0a8' },
    warning: { light: '#6b4300', dark: '#ffcf70' },
    backdrop: { light: 'rgb(0 0 0 / 60%)', dark: 'rgb(60 60 60 / 75%)' },
    'focus-width': '3px',
  },
};

/** The seeds of the themes that come with the package, each also as a sheet: `selvedge/themes/soft.css`. */
export const themePresets = { soft, sharp, contrast } as const;
