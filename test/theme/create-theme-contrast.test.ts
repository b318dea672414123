import { describe, expect, test } from 'vitest';
import { createTheme } from '../../src/theme.ts';
import { hexOf } from '../../src/theme/theme-color.ts';
import type { Rgb } from '../../src/theme/theme-color.ts';
import { deriveColors, pairsOf } from '../../src/theme/theme-derive.ts';
import type { ThemeRole, ThemeScheme } from '../../src/theme.ts';

function cubeOf(steps: number): Rgb[] {
  const byte = (step: number): number => Math.round((step * 255) / (steps - 1));
  return Array.from({ length: steps ** 3 }, (_, at) => [
    byte(Math.floor(at / steps ** 2)),
    byte(Math.floor(at / steps) % steps),
    byte(at % steps),
  ]);
}

/** 40 greys, most of them in the middle where only black or white can be read, and 27 colours. */
const greys = [0, 8, 16, 24, 32, 44, 56, 60, 64, 80, 90]
  .concat(Array.from({ length: 19 }, (_, at) => 100 + at * 3))
  .concat([160, 170, 180, 200, 220, 230, 238, 245, 250, 255]);
const surfaces: Rgb[] = [...greys.map((byte): Rgb => [byte, byte, byte]), ...cubeOf(3)];

const aa = { onBrand: 'auto', contrast: 4.5, controlContrast: 3 } as const;

describe('on any surface', () => {
  test('each of 5,832 colours can be read and seen, as brand and as danger, success and warning', () => {
    expect(surfaces.length).toBeGreaterThan(64);
    const failed: string[] = [];
    for (const surface of surfaces) {
      for (const [at, color] of cubeOf(18).entries()) {
        const asked = new Map<ThemeRole, { color: Rgb; alpha: number }>(
          (['brand', 'danger', 'success', 'warning'] as const).map((role) => [
            role,
            { color, alpha: 1 },
          ]),
        );
        asked.set('surface', { color: surface, alpha: 1 });
        // Beside a surface of its own a scheme decides nothing but the backdrop.
        const scheme = at % 2 === 0 ? 'light' : 'dark';
        for (const { role, against, ratio, text } of pairsOf(deriveColors(scheme, asked, aa))) {
          if (ratio >= (text ? 4.5 : 3)) continue;
          failed.push(`${role} on ${against}: ${ratio} with ${hexOf(color)} on ${hexOf(surface)}`);
        }
      }
    }
    expect(failed.slice(0, 10)).toEqual([]);
  }, 120_000);

  test('a whole theme reaches its contrast in both schemes, with text of any colour and any policy', () => {
    const failed: string[] = [];
    for (const [at, surface] of surfaces.entries()) {
      for (const color of cubeOf(3)) {
        const dark = hexOf(surfaces[(at * 7) % surfaces.length] ?? [0, 0, 0]);
        const { contrast } = createTheme({
          name: 'any',
          brand: hexOf(color),
          text: hexOf([color[1], color[2], color[0]]),
          surface: { light: hexOf(surface), dark },
          onBrand: (['auto', 'light', 'dark'] as const)[at % 3] ?? 'auto',
          roles: {
            'surface-raised': hexOf([color[2], color[0], color[1]]),
            'text-muted': hexOf(color),
            'border-control': hexOf(color),
            'on-danger': hexOf(color),
          },
        });
        expect(new Set(contrast.map(({ scheme }): ThemeScheme => scheme)).size).toBe(2);
        for (const { ok, role, against, ratio, scheme } of contrast) {
          if (!ok)
            failed.push(
              `${scheme}: ${role} on ${against}: ${ratio} with ${hexOf(color)} on ${hexOf(surface)}`,
            );
        }
      }
    }
    expect(failed.slice(0, 10)).toEqual([]);
  }, 60_000);
});

test('more than AA is reached where black or white can reach it, and said where they cannot', () => {
  const on = (surface: string): { text: boolean; all: boolean } => {
    const { contrast } = createTheme({ name: 'strong', contrast: 7, surface, brand: '#3b82f6' });
    const text = contrast.filter(({ role }) => role === 'text');
    return { text: text.every(({ ok }) => ok), all: contrast.every(({ ok }) => ok) };
  };
  expect(on('#ffffff')).toEqual({ text: true, all: true });
  expect(on('#000000')).toEqual({ text: true, all: true });
  expect(on('#777777').text).toBe(false);
});
