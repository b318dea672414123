import { converter, parse, toGamut } from 'culori';
import { ThemeError } from './theme-error.ts';

/** A colour by its light: CIE XYZ under D65, as `color(xyz-d65 x y z)`. The middle one is the luminance. */
export type Xyz = readonly [x: number, y: number, z: number];

/** What reaches the screen: bytes, and an alpha from 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number];

const toOklab = converter('oklab');
const fromOklab = converter('xyz65');
const toRgb = converter('rgb');
const intoScreen = toGamut('rgb', 'oklch');
const half = 0.5 / 255;

const linear = Array.from({ length: 256 }, (_, byte) => linearOf(byte / 255));

function linearOf(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

function byteOf(light: number): number {
  if (light <= 0) return 0;
  if (light >= 1) return 255;
  return Math.round(
    (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055) * 255,
  );
}

/** The colour of three bytes. */
export function xyzOf([red, green, blue]: Rgb): Xyz {
  const [r = 0, g = 0, b = 0] = [linear[red], linear[green], linear[blue]];
  return [
    0.4123907992659595 * r + 0.357584339383878 * g + 0.1804807884018343 * b,
    0.21263900587151036 * r + 0.715168678767756 * g + 0.07219231536073371 * b,
    0.01933081871559185 * r + 0.119194779794626 * g + 0.9505321522496607 * b,
  ];
}

/** The bytes that a screen shows for a colour; what it cannot show is cut off, as browsers do. */
export function rgbOf([x, y, z]: Xyz): Rgb {
  return [
    byteOf(3.2409699419045226 * x - 1.537383177570094 * y - 0.4986107602930034 * z),
    byteOf(-0.9692436362808796 * x + 1.8759675015077202 * y + 0.0415550574071756 * z),
    byteOf(0.0556300796969937 * x - 0.2039769588889766 * y + 1.0569715142428786 * z),
  ];
}

/** Luminance by WCAG's weights, which round those of XYZ. */
export function luminanceOf([red, green, blue]: Rgb): number {
  return 0.2126 * (linear[red] ?? 0) + 0.7152 * (linear[green] ?? 0) + 0.0722 * (linear[blue] ?? 0);
}

/** Contrast by WCAG, 1 to 21, of two luminances. */
export function ratioOf(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** `#rrggbb`, or `#rrggbbaa` when something shines through. */
export function hexOf(color: Rgb, alpha = 1): string {
  const bytes = alpha < 1 ? [...color, Math.round(alpha * 255)] : color;
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** The bytes where a translucent colour lies over an opaque one. */
export function layOver(color: Rgb, alpha: number, under: Rgb): Rgb {
  const mixed = color.map((byte, at) => Math.round(byte * alpha + (under[at] ?? 0) * (1 - alpha)));
  return [mixed[0] ?? 0, mixed[1] ?? 0, mixed[2] ?? 0];
}

/** As `color-mix(in oklab, color share, other)` of two opaque colours. */
export function mixOklab(color: Xyz, share: number, other: Xyz): Xyz {
  const [one, two] = [color, other].map(([x, y, z]) => toOklab({ mode: 'xyz65', x, y, z }));
  const mix = (a = 0, b = 0): number => a * share + b * (1 - share);
  const { x, y, z } = fromOklab({
    mode: 'oklab',
    l: mix(one?.l, two?.l),
    a: mix(one?.a, two?.a),
    b: mix(one?.b, two?.b),
  });
  return [x, y, z];
}

/**
 * Reads a colour of CSS. One that a screen of today cannot show gives way to the nearest that it can.
 *
 * @param field what to name in the error
 * @param translucent whether something may shine through
 * @throws ThemeError when it is no colour
 */
export function readColor(
  field: string,
  text: unknown,
  translucent = false,
): { color: Rgb; alpha: number } {
  const parsed = typeof text === 'string' ? parse(text.trim()) : undefined;
  if (!parsed) throw new ThemeError(field, String(text), 'a colour of CSS');
  const alpha = parsed.alpha ?? 1;
  if (alpha !== 1 && !translucent) throw new ThemeError(field, String(text), 'an opaque colour');
  const exact = toRgb(parsed);
  // What the screen can show stays what it is: bringing it there once more would move a byte.
  const shown = [exact.r, exact.g, exact.b].every((part) => part > -half && part < 1 + half);
  const { r, g, b } = shown ? exact : intoScreen(parsed);
  const bytes = [r, g, b].map((part) => Math.round(Math.min(1, Math.max(0, part)) * 255));
  return { color: [bytes[0] ?? 0, bytes[1] ?? 0, bytes[2] ?? 0], alpha };
}
