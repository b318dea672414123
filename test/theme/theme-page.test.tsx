import '../../src/styles.css';
import { afterEach, describe, expect, test } from 'vitest';
import { createTheme, themePresets, themeRoles } from '../../src/theme.ts';
import type { ThemeRole, ThemeScheme, ThemeSeeds } from '../../src/theme.ts';
import { colorCube, countContrastFailures } from '../support/contrast-page.ts';

afterEach(() => {
  document.adoptedStyleSheets = [];
  document.body.replaceChildren();
  document.documentElement.removeAttribute('class');
});

function addSheet(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}

function add(parent: Element, attributes: Record<string, string> = {}): HTMLElement {
  const element = document.createElement('div');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  parent.append(element);
  return element;
}

const addRoot = (parent: Element = document.body): HTMLElement =>
  add(parent, { class: 'selvedge-root' });

/** The private variable in which the sheet keeps a role. */
const tokenOf: Partial<Record<ThemeRole, string>> = {
  'surface-raised': '--_raised',
  'surface-sunken': '--_sunken',
  'surface-hover': '--_hover',
  'text-muted': '--_muted',
  danger: '--_danger-fill',
};

/** Red, green and blue as painted on white, and on black: both tell a translucent colour from its mixtures. */
function painted(color: string): number[] {
  const sheet = document.createElement('canvas');
  [sheet.width, sheet.height] = [2, 1];
  const pen = sheet.getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('This browser has no canvas.');
  for (const [column, ground] of ['#fff', '#000'].entries()) {
    for (const layer of [ground, color]) {
      pen.fillStyle = layer;
      pen.fillRect(column, 0, 1, 1);
    }
  }
  const { data } = pen.getImageData(0, 0, 2, 1);
  return [...data];
}

/** The computed colour of a role inside a root. */
function shown(root: Element, role: ThemeRole): string {
  const probe = add(root);
  probe.style.color = `var(${tokenOf[role] ?? `--_${role}`})`;
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

const colorRoles = (Object.keys(themeRoles) as ThemeRole[]).filter(
  (role) => themeRoles[role].kind === 'color',
);

/** Roles whose colour in the browser is further from what the theme says than rounding explains. */
function differences(seeds: ThemeSeeds, scheme: ThemeScheme): string[] {
  const theme = createTheme(seeds);
  addSheet(theme.css);
  const host = add(document.body, { 'data-selvedge-theme': seeds.name });
  host.style.colorScheme = scheme;
  const root = addRoot(host);
  return colorRoles.flatMap((role) => {
    const [real, said] = [shown(root, role), theme.tokens[scheme][role]].map(painted);
    const far = real?.some((byte, at) => Math.abs(byte - (said?.[at] ?? 0)) > 1);
    return far ? [`${role} in ${scheme}: ${real?.join(' ')} for ${said?.join(' ')}`] : [];
  });
}

describe('what createTheme says is what the browser shows', () => {
  const samples: ThemeSeeds[] = [
    { name: 'neutral' },
    ...Object.values(themePresets),
    { name: 'grey', surface: '#777777', brand: '#3b82f6' },
    { name: 'dusk', surface: '#6f6f6f', text: '#999', brand: '#ff0000', danger: '#00ff00' },
    {
      name: 'olive',
      surface: { light: '#8a8a2a', dark: '#3a3a10' },
      brand: '#ffdd00',
      onBrand: 'light',
    },
    { name: 'pink', surface: '#ffd1dc', brand: '#00f', onBrand: 'dark', text: '#f06' },
    { name: 'wide', brand: 'color(display-p3 0 1 0)', surface: 'oklch(0.3 0.05 250)' },
    {
      name: 'own',
      roles: {
        'surface-raised': { light: '#eee', dark: '#333' },
        focus: '#ff0',
        'on-brand': '#f8e0a0',
        'on-danger': '#300',
        'text-muted': '#c0c0c0',
        'border-control': '#abc',
        'brand-text': '#0ff',
        'danger-text': '#f90',
        'success-text': '#9f9',
      },
    },
    { name: 'black', surface: '#000', brand: '#000', danger: '#000' },
    { name: 'white', surface: '#fff', brand: '#fff', danger: '#fff', onBrand: 'light' },
    {
      name: 'strong',
      contrast: 7,
      controlContrast: 4.5,
      brand: '#3b82f6',
      surface: { light: '#f4f4f4', dark: '#222' },
    },
  ];

  test.each(samples)('in the theme $name', (seeds) => {
    expect([...differences(seeds, 'light'), ...differences(seeds, 'dark')]).toEqual([]);
  });

  test('for 64 brand colours on 64 surfaces', () => {
    const surfaces = colorCube(4);
    const found = colorCube(4).flatMap((brand, at) =>
      differences(
        { name: `any-${at}`, brand, danger: brand, surface: surfaces[(at * 23) % 64] ?? '' },
        at % 2 ? 'dark' : 'light',
      ),
    );
    expect(found.slice(0, 10)).toEqual([]);
  }, 30_000);

  test('also in lengths', () => {
    addSheet(
      createTheme({ name: 'roomy', space: '5px', radius: '9px', roles: { 'focus-width': '4px' } })
        .css,
    );
    const input = document.createElement('input');
    input.className = 'selvedge-input';
    addRoot(add(document.body, { 'data-selvedge-theme': 'roomy' })).append(input);
    expect(createTheme({ name: 'roomy', space: '5px' }).tokens.light['control-height']).toBe(
      '45px',
    );
    expect(getComputedStyle(input)).toMatchObject({
      blockSize: '45px',
      borderTopLeftRadius: '9px',
    });
    input.focus();
    expect(getComputedStyle(input).outlineWidth).toBe('4px');
  });
});

describe('a live colour', () => {
  test.each([
    '#777777',
    '#6a6a6a',
    '#808080',
    '#ff0000',
    '#8a8a2a',
    '#2563eb',
    '#1e293b',
    '#f5f5f5',
  ])('stays legible on %s, though nobody but the sheet knows of either', (surface) => {
    const varied = [
      '--selvedge-brand',
      '--selvedge-danger',
      '--selvedge-success',
      '--selvedge-warning',
      '--selvedge-text',
    ];
    const found = countContrastFailures({
      scheme: 'light',
      varied,
      colors: colorCube(4),
      variables: { '--selvedge-surface': surface },
    });
    expect(found.examples).toEqual([]);
    expect(found.checked).toBeGreaterThan(5000);
  });

  test.each([
    ['white text', { '--selvedge-on-brand-light': '1' }],
    ['black text', { '--selvedge-on-brand-light': '0' }],
    ['text of its own colour', { '--selvedge-on-brand': '#ffe08a' }],
    [
      'translucent colours',
      {
        '--selvedge-on-brand': 'rgb(0 0 0 / 60%)',
        '--selvedge-border-control': 'rgb(255 255 255 / 15%)',
      },
    ],
    ['a dialog of another colour', { '--selvedge-surface-raised': '#e8eef8' }],
    [
      'focus, links and muted text of other colours',
      {
        '--selvedge-focus': '#ff0',
        '--selvedge-brand-text': '#0ff',
        '--selvedge-text-muted': '#ccc',
      },
    ],
  ])('stays legible with %s', (_, variables) => {
    const found = countContrastFailures({
      scheme: 'light',
      varied: ['--selvedge-brand'],
      colors: colorCube(6),
      variables,
    });
    expect(found.examples).toEqual([]);
  });
});

describe('a seed that is no colour, such as a slip in the settings of a tenant', () => {
  const slips = ['blu', '#12345', ' ', '0 0% 10%', 'url(x)'];
  test.each([
    ['brand', 'light'],
    ['brand', 'dark'],
    ['text', 'light'],
    ['text', 'dark'],
    ['danger', 'light'],
    ['danger', 'dark'],
    // In the dark nobody knows any more what everything stands on.
    ['surface', 'light'],
  ] as const)('leaves everything legible: %s, %s', (seed, scheme) => {
    const found = slips.flatMap(
      (slip) =>
        countContrastFailures({
          scheme,
          variables: { [`--selvedge-${seed}`]: slip },
          varied: ['--selvedge-success'],
          colors: ['#1a7f45'],
        }).examples,
    );
    expect(found).toEqual([]);
  });
});

test('two themes stand on one page, each in its own place, and one inside another', () => {
  for (const name of ['one', 'two'] as const) {
    addSheet(createTheme({ name, brand: name === 'one' ? '#c81e5a' : '#0a7d5a' }).css);
  }
  const outer = add(document.body, { 'data-selvedge-theme': 'one' });
  const beside = add(document.body, { 'data-selvedge-theme': 'two' });
  const inner = add(outer, { 'data-selvedge-theme': 'two' });
  const roots = [addRoot(outer), addRoot(beside), addRoot(inner), addRoot()];
  const own = add(document.body, { class: 'selvedge-root', 'data-selvedge-theme': 'one' });
  expect([...roots, own].map((root) => painted(shown(root, 'brand')).slice(0, 3))).toEqual([
    [200, 30, 90],
    [10, 125, 90],
    [10, 125, 90],
    [28, 28, 32],
    [200, 30, 90],
  ]);
});

describe('the switch of a host', () => {
  const isDark = (root: Element): boolean => (painted(shown(root, 'surface'))[0] ?? 0) < 128;

  test.each([
    ['class', 'dark', 'light'],
    ['class', 'dark-theme', 'light-theme'],
    ['class', 'radix-themes dark', 'radix-themes light'],
    ['data-theme', 'dark', 'light'],
    ['data-bs-theme', 'dark', 'light'],
    ['data-mui-color-scheme', 'dark', 'light'],
    ['data-mode', 'dark', 'light'],
    ['data-color-mode', 'dark', 'light'],
    ['data-mantine-color-scheme', 'dark', 'light'],
    ['data-joy-color-scheme', 'dark', 'light'],
    ['data-selvedge-scheme', 'dark', 'light'],
  ])('is followed from any element around: %s=%s, and back inside it', (name, dark, light) => {
    const night = add(document.body, { [name]: dark });
    const day = add(night, { [name]: light });
    const again = add(day, { [name]: dark });
    expect([night, day, again].map((host) => isDark(addRoot(host)))).toEqual([true, false, true]);
    const root = addRoot(night);
    root.setAttribute('data-selvedge-scheme', 'light');
    expect(isDark(root)).toBe(false);
    expect(getComputedStyle(root).colorScheme).toBe('light');
  });

  test('may be the colour scheme itself, or a variable of ours', () => {
    const night = add(document.body);
    night.style.colorScheme = 'dark';
    expect([isDark(addRoot(night)), isDark(addRoot())]).toEqual([true, false]);
    const own = add(document.body);
    own.style.setProperty('--selvedge-scheme', 'dark');
    expect(isDark(addRoot(own))).toBe(true);
  });

  test('changes nothing on the page outside', () => {
    const night = add(document.body, { class: 'dark' });
    expect(getComputedStyle(night).colorScheme).toBe('normal');
    expect(getComputedStyle(night).color).toBe('rgb(0, 0, 0)');
  });
});
