/** Width and height in pixels. */
export interface Extent {
  width: number;
  height: number;
}

/** A point in the pixels of the screen, from the middle. */
export interface Point {
  x: number;
  y: number;
}

/** The square part of a picture that is kept, whatever size the picture is drawn at. */
export interface Section {
  /** From -1, the left edge, to 1, the right one. 0 is the centre. */
  x: number;
  /** From -1, the upper edge, to 1, the lower one. */
  y: number;
  /** 1 shows the largest square, 2 half of its side. */
  zoom: number;
  /** Turns by 90° clockwise, 0 to 3. `x` and `y` are those of the turned picture. */
  turns: number;
}

/** Limits of `Section.zoom`. */
export const zooms = { least: 1, most: 4 } as const;

/** The largest square in the centre. */
export const wholeSection: Section = { x: 0, y: 0, zoom: 1, turns: 0 };

const clamp = (value: number, least: number, most: number): number =>
  // Adding 0 makes nothing of a negative zero.
  Math.min(most, Math.max(least, value)) + 0;

/** A picture as it lies after the turns. */
function turned({ width, height }: Extent, { turns }: Section): Extent {
  return turns % 2 === 0 ? { width, height } : { width: height, height: width };
}

/** How far the centre of the section can move from the middle, in sides of the unzoomed square. */
function room(section: Section, picture: Extent): Point {
  const { width, height } = turned(picture, section);
  const side = Math.min(width, height);
  return {
    x: (width / side - 1 / section.zoom) / 2,
    y: (height / side - 1 / section.zoom) / 2,
  };
}

/** Whether there is anything to move in each direction. */
export function movable(section: Section, picture: Extent): { x: boolean; y: boolean } {
  const { x, y } = room(section, picture);
  return { x: x > 0.002, y: y > 0.002 };
}

/** The square in the pixels of the turned picture. */
export function squareOf(section: Section, picture: Extent): Point & { side: number } {
  const { width, height } = turned(picture, section);
  const whole = Math.min(width, height);
  const { x, y } = room(section, picture);
  const side = whole / section.zoom;
  return {
    x: width / 2 + section.x * x * whole - side / 2,
    y: height / 2 + section.y * y * whole - side / 2,
    side,
  };
}

/** How far the picture is pushed aside on a screen that shows the section `side` pixels wide. */
export function pushOf(section: Section, picture: Extent, side: number): Point {
  const { x, y } = room(section, picture);
  const scale = side * section.zoom;
  return { x: -section.x * x * scale + 0, y: -section.y * y * scale + 0 };
}

/** The section when the picture is pushed so far. What cannot be moved stays where it was. */
export function pushedTo(section: Section, push: Point, picture: Extent, side: number): Section {
  const { x, y } = room(section, picture);
  const can = movable(section, picture);
  const scale = side * section.zoom;
  return {
    ...section,
    x: can.x ? clamp(-push.x / (x * scale), -1, 1) : section.x,
    y: can.y ? clamp(-push.y / (y * scale), -1, 1) : section.y,
  };
}

/** The section seen closer, around the same centre as far as the edges allow. */
export function zoomedTo(section: Section, zoom: number, picture: Extent): Section {
  const nearer = { ...section, zoom: clamp(zoom, zooms.least, zooms.most) };
  const push = pushOf(section, picture, 1);
  const ratio = nearer.zoom / section.zoom;
  return pushedTo(nearer, { x: push.x * ratio, y: push.y * ratio }, picture, 1);
}

/** The same part of the picture after one more turn. */
export function turnedOnce(section: Section): Section {
  return {
    ...section,
    x: -section.y + 0,
    y: section.x,
    turns: (section.turns + 1) % 4,
  };
}
