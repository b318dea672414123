/**
 * Source that runs in the room: every token of the default and of the presets, light and dark, with 27 brand colours, as
 * the bytes that are painted on white.
 */
export const paintTokens = `
  const { colorCube } = await loadContrast();
  const tokens = ['text', 'muted', 'border', 'border-control', 'sunken', 'hover', 'raised', 'brand', 'brand-hover', 'on-brand',
    'brand-text', 'focus', 'danger-fill', 'danger-hover', 'danger-text', 'danger-edge', 'danger-soft', 'success-text',
    'success-soft', 'warning-soft'];
  const brush = Object.assign(document.createElement('canvas'), { width: 1, height: 1 })
    .getContext('2d', { willReadFrequently: true });
  const painted = {};
  for (const theme of ['neutral', 'soft', 'sharp', 'contrast'])
    for (const scheme of ['light', 'dark'])
      for (const brand of colorCube(3)) {
        const host = document.createElement('div');
        host.style.colorScheme = scheme;
        host.dataset.selvedgeTheme = theme;
        host.style.setProperty('--selvedge-brand', brand);
        host.innerHTML = '<div class="selvedge-root"><i></i></div>';
        document.body.append(host);
        const probe = host.querySelector('i');
        for (const token of tokens) {
          probe.style.color = 'var(--_' + token + ')';
          brush.fillStyle = '#fff';
          brush.fillRect(0, 0, 1, 1);
          brush.fillStyle = getComputedStyle(probe).color;
          brush.fillRect(0, 0, 1, 1);
          painted[[token, theme, scheme, brand].join(' ')] = [...brush.getImageData(0, 0, 1, 1).data];
        }
        host.remove();
      }
  return painted;`;

/** Painted bytes by the name of what they are the colour of. */
export type Painted = Readonly<Record<string, readonly number[]>>;

/** The largest difference of a channel, in steps of 255, and where it is. */
export function compareColours(one: Painted, other: Painted): { value: number; detail: string } {
  const apart = Object.entries(one).map(([name, bytes]) => ({
    name,
    by: Math.max(...bytes.map((byte, at) => Math.abs(byte - (other[name]?.[at] ?? Infinity)))),
  }));
  const [worst] = apart.toSorted((a, b) => b.by - a.by);
  const same = apart.filter(({ by }) => by === 0).length;
  return {
    value: worst?.by ?? Number.NaN,
    detail: `${same} of ${apart.length} are the same; most: ${worst?.name}`,
  };
}
