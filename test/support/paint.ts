// Colours as they reach the screen, and how far apart they are.

/** Red, green and blue, each 0 to 255. */
export type Rgb = readonly [number, number, number];

const canvas = document.createElement('canvas');
canvas.width = 1;
canvas.height = 1;
const pen = canvas.getContext('2d', { willReadFrequently: true });

/** Colours of CSS painted one over the other, the last one on top. */
export function painted(...colours: readonly string[]): Rgb {
  if (!pen) throw new Error('This browser has no canvas.');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, 1, 1);
  for (const colour of colours) {
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
  }
  const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((byte) => {
    const part = byte / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of WCAG 2, from 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** What an element stands on: the backgrounds of everything around it. */
export function groundOf(element: Element): Rgb {
  const around: string[] = [];
  for (let up = element.parentElement; up; up = up.parentElement) {
    around.unshift(getComputedStyle(up).backgroundColor);
  }
  return painted(...around);
}
