import '../../src/styles.css';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import bootstrap from '../../src/bridges/bootstrap.css?inline';
import mui from '../../src/bridges/mui.css?inline';
import radix from '../../src/bridges/radix-themes.css?inline';
import shadcn from '../../src/bridges/shadcn.css?inline';
import { colorCube, countContrastFailures } from '../support/contrast-page.ts';

interface Host {
  name: string;
  sheet: string;
  /** Its variables as its package sets them, by scheme. */
  light: Record<string, string>;
  dark: Record<string, string>;
  /** Which of them is the colour of its brand. */
  brand: string;
  /** The variables that a root shows as they are. */
  kept: Record<string, string>;
}

const hosts: Host[] = [
  {
    name: 'shadcn/ui',
    sheet: shadcn,
    brand: '--primary',
    kept: { '--selvedge-border': '--border' },
    light: {
      '--radius': '0.625rem',
      '--background': 'oklch(1 0 0)',
      '--foreground': 'oklch(0.145 0 0)',
      '--card': 'oklch(1 0 0)',
      '--popover': 'oklch(1 0 0)',
      '--primary': 'oklch(0.205 0 0)',
      '--primary-foreground': 'oklch(0.985 0 0)',
      '--muted-foreground': 'oklch(0.556 0 0)',
      '--destructive': 'oklch(0.577 0.245 27.325)',
      '--border': 'oklch(0.922 0 0)',
      '--input': 'oklch(0.922 0 0)',
      '--ring': 'oklch(0.708 0 0)',
    },
    dark: {
      '--background': 'oklch(0.145 0 0)',
      '--foreground': 'oklch(0.985 0 0)',
      '--card': 'oklch(0.205 0 0)',
      '--popover': 'oklch(0.205 0 0)',
      '--primary': 'oklch(0.922 0 0)',
      '--primary-foreground': 'oklch(0.205 0 0)',
      '--muted-foreground': 'oklch(0.708 0 0)',
      '--destructive': 'oklch(0.704 0.191 22.216)',
      '--border': 'oklch(1 0 0 / 10%)',
      '--input': 'oklch(1 0 0 / 15%)',
      '--ring': 'oklch(0.556 0 0)',
    },
  },
  {
    name: 'MUI',
    sheet: mui,
    brand: '--mui-palette-primary-main',
    kept: { '--selvedge-border': '--mui-palette-divider' },
    light: {
      '--mui-spacing': '8px',
      '--mui-shape-borderRadius': '4px',
      '--mui-palette-primary-main': '#1976d2',
      '--mui-palette-primary-contrastText': '#fff',
      '--mui-palette-error-main': '#d32f2f',
      '--mui-palette-error-contrastText': '#fff',
      '--mui-palette-warning-main': '#ed6c02',
      '--mui-palette-success-main': '#2e7d32',
      '--mui-palette-divider': 'rgba(0, 0, 0, 0.12)',
      '--mui-palette-background-default': '#fff',
      '--mui-palette-background-paper': '#fff',
    },
    dark: {
      '--mui-palette-primary-main': '#90caf9',
      '--mui-palette-primary-contrastText': 'rgba(0, 0, 0, 0.87)',
      '--mui-palette-error-main': '#f44336',
      '--mui-palette-error-contrastText': '#fff',
      '--mui-palette-warning-main': '#ffa726',
      '--mui-palette-success-main': '#66bb6a',
      '--mui-palette-divider': 'rgba(255, 255, 255, 0.12)',
      '--mui-palette-background-default': '#121212',
      '--mui-palette-background-paper': '#121212',
    },
  },
  {
    name: 'Bootstrap',
    sheet: bootstrap,
    brand: '--bs-primary',
    kept: { '--selvedge-border': '--bs-border-color' },
    light: {
      '--bs-primary': '#0d6efd',
      '--bs-link-color': '#0d6efd',
      '--bs-danger': '#dc3545',
      '--bs-success': '#198754',
      '--bs-warning': '#ffc107',
      '--bs-body-bg': '#fff',
      '--bs-body-color': '#212529',
      '--bs-border-color': '#dee2e6',
      '--bs-border-radius': '0.375rem',
    },
    dark: {
      '--bs-link-color': '#6ea8fe',
      '--bs-body-bg': '#212529',
      '--bs-body-color': '#dee2e6',
      '--bs-border-color': '#495057',
    },
  },
  {
    name: 'Radix Themes',
    sheet: radix,
    brand: '--accent-9',
    kept: { '--selvedge-border': '--gray-6' },
    light: {
      '--accent-9': '#3e63dd',
      '--accent-contrast': '#fff',
      '--accent-11': '#3a5bc7',
      '--focus-8': '#8da4ef',
      '--color-background': 'white',
      '--color-panel-solid': 'white',
      '--gray-6': '#d9d9e0',
      '--gray-7': '#cdced6',
      '--gray-11': '#60646c',
      '--gray-12': '#1c2024',
      '--red-9': '#e5484d',
      '--red-11': '#ce2c31',
      '--green-9': '#30a46c',
      '--amber-9': '#ffc53d',
      '--radius-3': '6px',
      '--space-1': '4px',
    },
    dark: {
      '--accent-11': '#9eb1ff',
      '--focus-8': '#435db1',
      '--color-background': '#111113',
      '--color-panel-solid': '#18191b',
      '--gray-6': '#363a3f',
      '--gray-7': '#43484e',
      '--gray-11': '#b0b4ba',
      '--gray-12': '#edeef0',
      '--red-11': '#ff9592',
    },
  },
];

describe.each(hosts)('the bridge to $name', (host) => {
  beforeEach(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(host.sheet);
    document.adoptedStyleSheets = [sheet];
  });
  afterEach(() => {
    document.adoptedStyleSheets = [];
    document.body.replaceChildren();
  });

  const variablesIn = (scheme: 'light' | 'dark'): Record<string, string> =>
    scheme === 'light' ? host.light : { ...host.light, ...host.dark };

  test.each(['light', 'dark'] as const)(
    'holds contrast with the own colours of the host (%s)',
    (scheme) => {
      const variables = variablesIn(scheme);
      const brand = variables[host.brand] ?? '';
      const found = countContrastFailures({
        scheme,
        variables,
        varied: [host.brand],
        colors: [brand],
      });
      expect(found.examples).toEqual([]);
      expect(found.checked).toBeGreaterThan(100);
    },
  );

  // The scheme is the other one, as where a host switches by nothing that we know.
  test.each(['light', 'dark'] as const)('and with any other as its brand (%s)', (scheme) => {
    const found = countContrastFailures({
      scheme: scheme === 'light' ? 'dark' : 'light',
      variables: variablesIn(scheme),
      varied: [host.brand],
      colors: colorCube(4),
    });
    expect(found.examples).toEqual([]);
  });

  test('hands on what the host has', () => {
    const root = document.createElement('div');
    root.className = 'selvedge-root';
    for (const [name, value] of Object.entries(host.light)) root.style.setProperty(name, value);
    document.body.append(root);
    const style = getComputedStyle(root);
    expect(style.getPropertyValue('--selvedge-brand')).toBe(host.light[host.brand]);
    for (const [ours, theirs] of Object.entries(host.kept)) {
      expect(style.getPropertyValue(ours)).toBe(host.light[theirs]);
    }
  });
});
