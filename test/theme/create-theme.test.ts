import { describe, expect, test } from 'vitest';
import { createTheme, ThemeError, themePresets, themeRoles } from '../../src/theme.ts';
import type { ThemeSeeds } from '../../src/theme.ts';

const acme: ThemeSeeds = {
  name: 'acme',
  brand: { light: '#ffdd00', dark: 'oklch(0.8 0.15 160)' },
  surface: { light: '#fffdf8', dark: '#14201c' },
  radius: '0.75rem',
  font: "'Inter', sans-serif",
};

describe('a theme', () => {
  test('is the same for the same seeds, which stay as they are', () => {
    const seeds = structuredClone(acme);
    expect(createTheme(seeds)).toEqual(createTheme(acme));
    expect(seeds).toEqual(acme);
  });

  test('moves no colour by a digit that it does not say', () => {
    const parts = ['00', '33', '66', '99', 'cc', 'ff'];
    const colors = parts.flatMap((r) => parts.flatMap((g) => parts.map((b) => `#${r}${g}${b}`)));
    for (const brand of colors) {
      const { tokens, corrections } = createTheme({ name: 'acme', brand });
      const corrected = corrections.find((it) => it.role === 'brand' && it.scheme === 'light');
      expect(corrected?.wanted ?? tokens.light.brand).toBe(brand);
    }
  });

  test('has a value for every role in both schemes', () => {
    const { tokens } = createTheme(acme);
    for (const scheme of ['light', 'dark'] as const) {
      expect(Object.keys(tokens[scheme]).toSorted()).toEqual(Object.keys(themeRoles).toSorted());
      expect(Object.values(tokens[scheme]).every((value) => value !== '')).toBe(true);
    }
    expect(tokens.light.surface).toBe('#fffdf8');
    expect(tokens.dark.surface).toBe('#14201c');
    expect(tokens.dark.radius).toBe('0.75rem');
  });

  test('says what it moved, from what to what, and why', () => {
    const { corrections, tokens } = createTheme(acme);
    const link = corrections.find(
      ({ role, scheme }) => role === 'brand-text' && scheme === 'light',
    );
    expect(link).toMatchObject({ wanted: '#ffdd00', used: tokens.light['brand-text'] });
    expect(link?.ratioBefore).toBeLessThan(1.5);
    expect(link?.ratioAfter).toBeGreaterThanOrEqual(4.5);
    expect(link?.against).toMatch(/on surface/);
    expect(corrections.some(({ role }) => role === 'brand')).toBe(false);
    expect(
      createTheme({ name: 'quiet', brand: '#1d4ed8' }).corrections.filter(
        ({ scheme }) => scheme === 'light',
      ),
    ).toEqual([]);
  });

  test('takes its text from the surface when only that is given', () => {
    expect(createTheme({ name: 'night', surface: '#101014' }).tokens.light.text).toBe('#ececef');
    expect(createTheme({ name: 'day', surface: '#fafafa' }).tokens.dark.text).toBe('#1c1c20');
    expect(createTheme({ name: 'dusk', surface: '#757575' }).tokens.light.text).toBe('#ffffff');
  });

  test('keeps text away from the layers over a grey in the middle', () => {
    const { tokens } = createTheme({ name: 'dusk', surface: '#757575' });
    expect(tokens.light['surface-hover']).toBe('#00000012');
    expect(tokens.light['surface-raised']).toBe('#757575');
    expect(tokens.light['danger-soft']).toBe('#00000012');
  });

  test('fills the brand as far as its text asks', () => {
    const fill = (onBrand: 'auto' | 'light' | 'dark'): string[] => {
      const { tokens } = createTheme({ name: 'fill', brand: '#3b82f6', onBrand });
      return [tokens.light.brand, tokens.light['on-brand']];
    };
    expect(fill('auto')).toEqual(['#3b82f6', '#000000']);
    expect(fill('dark')).toEqual(['#3b82f6', '#000000']);
    expect(fill('light')).toEqual(['#3372da', '#ffffff']);
  });
});

describe('what is no seed', () => {
  const refused: [field: string, seeds: Record<string, unknown>][] = [
    ['brand', { brand: 'red;} body{display:none' }],
    ['brand', { brand: 'var(--primary)' }],
    ['brand', { brand: 12 }],
    ['brand', { brand: 'rgb(0 0 0 / 50%)' }],
    ['surface.dark', { surface: { light: '#fff' } }],
    ['surface.dark', { surface: { light: '#fff', dark: '}' } }],
    ['radius', { radius: '1rem; color: red' }],
    ['radius', { radius: '-1px' }],
    ['radius', { radius: '50%' }],
    ['space', { space: 'calc(1px)' }],
    ['font', { font: "x'; } * { color: red" }],
    ['font', { font: 'url(x)' }],
    ['font', { font: '"a\\22 }"' }],
    ['font', { font: "'</style>'" }],
    ['fontSize', { fontSize: '' }],
    ['name', { name: "a'] , * {" }],
    ['name', { name: 'A' }],
    ['onBrand', { onBrand: 'red' }],
    ['contrast', { contrast: 3 }],
    ['contrast', { contrast: Number.NaN }],
    ['controlContrast', { controlContrast: 22 }],
    ['roles.nothing', { roles: { nothing: 'red' } }],
    ['roles.brand-hover', { roles: { 'brand-hover': 'red' } }],
    ['roles.constructor', { roles: { constructor: 'red' } }],
    ['roles.focus', { roles: { focus: '#fff}' } }],
    ['roles.focus-width', { roles: { 'focus-width': '2px}' } }],
    ['colour', { colour: 'red' }],
  ];

  test.each(refused)('is refused by its name: %s in %o', (field, seeds) => {
    const make = (): unknown => createTheme({ name: 'a', ...seeds } as unknown as ThemeSeeds);
    expect(make).toThrow(ThemeError);
    expect(make).toThrow(expect.objectContaining({ field }));
  });
});

describe('the sheet', () => {
  test('sets what was given, for its name alone', () => {
    const { css } = createTheme({
      ...acme,
      onBrand: 'light',
      roles: { focus: 'hsl(200 80% 40%)' },
    });
    expect(css).toMatchInlineSnapshot(`
      ":where([data-selvedge-theme='acme']) {
        --selvedge-brand: #ffdd00;
        --selvedge-surface: #fffdf8;
        --selvedge-radius: 0.75rem;
        --selvedge-font: 'Inter', sans-serif;
        --selvedge-focus: #1481b8;
        --selvedge-on-brand-light: 1;
      }

      @supports (color: light-dark(color(from red xyz-d65 x y z), red)) {
        :where([data-selvedge-theme='acme']) {
          --selvedge-brand: light-dark(#ffdd00, #52db9c);
          --selvedge-surface: light-dark(#fffdf8, #14201c);
        }
      }
      "
    `);
  });

  test('holds nothing but declarations of ours, whatever was given', () => {
    const { css } = createTheme({
      ...acme,
      ...themePresets.contrast,
      name: 'all',
      font: '"A b", serif',
    });
    const line =
      /^ {2,4}--selvedge-[a-z-]+: (?:light-dark\(#[0-9a-f]{6,8}, #[0-9a-f]{6,8}\)|#[0-9a-f]{6,8}|[\w."' ,-]+);$/;
    const frame =
      /^(?: {2})?(?::where\(\[data-selvedge-theme='all'\]\) \{|\})$|^@supports .* \{$|^$/;
    expect(css.split('\n').filter((text) => !line.test(text) && !frame.test(text))).toEqual([]);
  });
});

test('the module makes the same theme again', async () => {
  const seeds: ThemeSeeds = {
    ...acme,
    roles: { 'focus-width': '3px', focus: { light: '#123', dark: '#abc' } },
  };
  const { ts, ...theme } = createTheme(seeds);
  expect(ts).toContain("import { createTheme } from 'selvedge/theme';");
  const call = ts.slice(ts.indexOf('createTheme('), ts.lastIndexOf(';'));
  // oxlint-disable-next-line typescript/no-implied-eval -- it is the module that was just written
  const again = new Function('createTheme', `return ${call.slice(call.indexOf('createTheme({'))}`)(
    createTheme,
  ) as typeof theme;
  expect(again.css).toBe(theme.css);
  expect(again.tokens).toEqual(theme.tokens);
});

describe('the design tokens', () => {
  const { designTokens, tokens } = createTheme({ ...acme, space: '4px' });

  test('have the form of the format module: groups, tokens with a value and a type of their own or of the group', () => {
    const found: string[] = [];
    const walk = (group: Record<string, unknown>, path: string, inherited: unknown): void => {
      const type = group['$type'] ?? inherited;
      if ('$value' in group) {
        const value = group['$value'] as Record<string, unknown>;
        found.push(`${path}:${String(type)}`);
        if (type === 'color') {
          expect(value['colorSpace']).toBe('srgb');
          expect(value['components']).toHaveLength(3);
          expect(value['hex']).toMatch(/^#[0-9a-f]{6}$/);
          expect(value['alpha']).toBeGreaterThan(0);
        } else if (type === 'dimension') {
          expect(Number.isFinite(value['value'])).toBe(true);
          expect(['px', 'rem']).toContain(value['unit']);
        } else {
          expect(type).toBe('fontFamily');
          expect(Array.isArray(value)).toBe(true);
        }
        return;
      }
      for (const [name, inner] of Object.entries(group)) {
        expect(name).not.toMatch(/[{}.]/);
        if (!name.startsWith('$')) walk(inner as Record<string, unknown>, `${path}/${name}`, type);
      }
    };
    walk(designTokens, '', undefined);
    expect(found).toContain('/light/brand-text:color');
    expect(found).toContain('/dark/brand-text:color');
    expect(found).toContain('/shape/space:dimension');
    expect(found).toContain('/shape/font:fontFamily');
    expect(JSON.parse(JSON.stringify(designTokens))).toEqual(designTokens);
  });

  test('have the values of the theme', () => {
    const light = designTokens['light'] as Record<string, { $value: { hex: string } }>;
    expect(light['brand-text']?.$value.hex).toBe(tokens.light['brand-text']);
  });
});
