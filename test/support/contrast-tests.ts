import '../../src/styles.css';
import { describe, expect, test } from 'vitest';
import { colorCube, countContrastFailures } from './contrast-page.ts';
import type { ContrastOptions } from './contrast-page.ts';

/** Every other seed that a host may fill with any colour at all. */
const tones = ['--selvedge-danger', '--selvedge-success', '--selvedge-warning'];

/** The tests of one theme. Each theme has a file of its own, so that they run side by side. */
export function testContrast(theme: Pick<ContrastOptions, 'theme' | 'least'>): void {
  describe.each(['light', 'dark'] as const)('in the %s scheme', (scheme) => {
    test.each([
      ['5,832 colours as brand', 18, ['--selvedge-brand']],
      ['216 colours as brand, danger, success and warning', 6, ['--selvedge-brand', ...tones]],
    ])(
      'text, controls and focus can be read and seen with each of %s',
      (_, steps, varied) => {
        const colors = colorCube(steps);
        const found = countContrastFailures({ ...theme, scheme, varied, colors });
        expect(found.examples).toEqual([]);
        expect(found.failed).toBe(0);
        expect(found.checked).toBeGreaterThan(colors.length * 20);
      },
      120_000,
    );
  });
}
