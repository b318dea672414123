import type { Xyz } from './theme-color.ts';

// The arithmetic of src/react/ui/tokens.css, number for number: what is said here is what a browser shows.

/** Where luminance has to stay: at most, or at least, `y`. */
export interface Limit {
  readonly atLeast: boolean;
  readonly y: number;
}

/** What text and controls stand on, at its worst. */
export interface Ground {
  /** Whether text has to be light. */
  readonly dark: boolean;
  /** The luminance that is hardest to contrast with, layers included. */
  readonly y: number;
  /** Whether layers may come nearer to the text. In the middle greys they may not. */
  readonly room: boolean;
}

/** Below it white contrasts more than black does, above it black: √(1.05 × 0.05) − 0.05. */
const middle = 0.1791;
/** Above it a hovered fill becomes lighter. What was dimmed for white text ends at 0.1788, give or take a browser's rounding. */
const lighterAbove = 0.182;
/** 8 bits are not exact. */
const margin = 1.02;
const white: Xyz = [0.9505, 1, 1.089];

/** Whether white is what can be read on it. */
export const isDark = ([, y]: Xyz): boolean => y < middle;

/** A dialog on a dark surface is a little lighter than it, as if nearer to the light. */
export function raise(surface: Xyz): Xyz {
  const [, y] = surface;
  return y < 0.06 ? add(surface, 0.0025 + 0.04 * Math.sqrt(y)) : surface;
}

/** What text has to expect on a surface and on what is raised over it. */
export function groundOf(surface: Xyz, raised: Xyz): Ground {
  const dark = isDark(surface);
  const y = dark ? Math.max(surface[1], raised[1]) : Math.min(surface[1], raised[1]);
  const room = dark ? y < 0.06 : y > 0.3;
  if (!room) return { dark, y, room };
  return { dark, room, y: dark ? y + 0.0062 + 0.085 * Math.sqrt(y) : y * 0.84 };
}

/** The limit for what has to reach a contrast on the ground. */
export function limitOn({ dark, y }: Omit<Ground, 'room'>, contrast: number): Limit {
  const ratio = contrast * margin;
  if (dark) return { atLeast: true, y: Math.min(1, (y + 0.05) * ratio - 0.05) };
  return { atLeast: false, y: Math.max(0, (y + 0.05) / ratio - 0.05) };
}

/** The limit for what stands on one opaque colour, or under it. */
export function limitWith(color: Xyz, contrast: number): Limit {
  return limitOn({ dark: isDark(color), y: color[1] }, contrast);
}

/** The limit for layers: none where there is room, else the colour that is furthest from the text. */
export function limitOfLayers({ dark, room }: Ground): Limit {
  if (room) return { atLeast: false, y: 1 };
  return dark ? { atLeast: false, y: 0 } : { atLeast: true, y: 1 };
}

/** Black or white, whichever a layer that shows on the ground is made of. */
export function layerOn({ dark, room }: Ground): Xyz {
  return dark === room ? white : [0, 0, 0];
}

/** Black or white, whichever can be read on the colour. */
export function textOn(color: Xyz): Xyz {
  return isDark(color) ? white : [0, 0, 0];
}

/** A colour, moved only as far as its limit asks: scaled, or lifted towards white, which both keep it in gamut. */
export function keepWithin(color: Xyz, { atLeast, y: limit }: Limit): Xyz {
  const [, y] = color;
  if (!atLeast) return scale(color, Math.min(1, limit / Math.max(y, 0.0001)));
  return lift(color, Math.max(0, (limit - y) / Math.max(1 - y, 0.0001)));
}

/** A fill under the pointer: away from its text, but very dark and very light ones inwards, where there is room to be seen. */
export function hoverOf(fill: Xyz): Xyz {
  const [, y] = fill;
  if (y < 0.05) return lift(fill, 0.035);
  return y > lighterAbove && y < 0.8 ? lift(fill, 0.15) : scale(fill, 0.82);
}

function scale([x, y, z]: Xyz, times: number): Xyz {
  return [x * times, y * times, z * times];
}

function add([x, y, z]: Xyz, light: number): Xyz {
  return [x + white[0] * light, y + light, z + white[2] * light];
}

function lift([x, y, z]: Xyz, share: number): Xyz {
  return [x + (white[0] - x) * share, y + (1 - y) * share, z + (white[2] - z) * share];
}
