import type { ContrastCount, ContrastOptions } from '../../test/support/contrast-page.ts';
import type { Room } from '../../test/isolation/open-room.ts';

interface Measuring {
  colorCube: (steps: number) => readonly string[];
  countContrastFailures: (options: ContrastOptions) => ContrastCount;
}

const themes = [undefined, 'soft', 'sharp', 'contrast'] as const;
const schemes = ['light', 'dark'] as const;

/**
 * Gives every colour of an 18-step cube to the default and to each preset as brand, light and dark, and counts pairs of
 * colours that are too near to each other: text below 4.5:1, controls and focus below 3:1.
 */
export async function measureContrast(room: Room): Promise<{ value: number; detail: string }> {
  const page = await room.open({ query: { component: 'ProfileForm' } });
  page.setDefaultTimeout(300_000);
  let [failed, checked, leastText, leastEdge] = [0, 0, 21, 21];
  const examples: string[] = [];
  try {
    for (const theme of themes)
      for (const scheme of schemes) {
        const found = await page.evaluate(
          async ([name, brightness]) => {
            const { loadContrast } = globalThis as unknown as {
              loadContrast: () => Promise<Measuring>;
            };
            const { colorCube, countContrastFailures } = await loadContrast();
            return countContrastFailures({
              scheme: brightness,
              ...(name ? { theme: name } : {}),
              varied: ['--selvedge-brand'],
              colors: colorCube(18),
            });
          },
          [theme ?? '', scheme] as const,
        );
        failed += found.failed;
        checked += found.checked;
        leastText = Math.min(leastText, found.least.text);
        leastEdge = Math.min(leastEdge, found.least.edge);
        examples.push(...found.examples.map((it) => `${theme ?? 'neutral'} ${scheme} ${it}`));
      }
  } finally {
    await page.context().close();
  }
  if (checked === 0) throw new Error('nothing was compared');
  const least = `text ≥ ${leastText.toFixed(2)}:1, controls and focus ≥ ${leastEdge.toFixed(2)}:1`;
  const seen = `${checked.toLocaleString('en')} pairs, ${themes.length} themes, ${least}`;
  return { value: failed, detail: examples[0] ?? seen };
}
