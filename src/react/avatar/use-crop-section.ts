'use client';
import { useRef, useState } from 'react';
import { format } from '../../words/interface/format.ts';
import { useWords } from '../account-context.ts';
import type { Extent, Point, Section } from './crop-section.ts';
import { movable, pushedTo, pushOf, turnedOnce, wholeSection, zoomedTo } from './crop-section.ts';

/** What `useCropSection` answers. */
export interface CropSectionHandle {
  section: Section;
  /** Whether there is anything to move in each direction. */
  can: { x: boolean; y: boolean };
  /** Where it lies, in words. */
  words: { x: string; y: string; zoom: string };
  /** What to read out after the last button. */
  said: string;
  move: (axis: 'x' | 'y', to: number) => void;
  zoom: (to: number) => void;
  rotate: () => void;
  reset: () => void;
  /** How far the cropper pushes the picture aside, in its pixels. */
  push: Point;
  onPush: (push: Point) => void;
  onZoom: (zoom: number) => void;
  onSize: (size: Extent) => void;
}

/** All logic of the crop, no DOM: one section, moved by the sliders and by the cropper. */
export function useCropSection({ width, height }: Extent): CropSectionHandle {
  const { avatar: text, locale } = useWords();
  const picture = { width, height };
  const [section, setSection] = useState(wholeSection);
  const [side, setSide] = useState(0);
  const [said, setSaid] = useState('');
  // The cropper tells a push and a zoom, and a size and a push, one right after the other: before a render in between.
  const pushed = useRef<Point>({ x: 0, y: 0 });
  const measured = useRef(0);

  const percent = (value: number): string =>
    new Intl.NumberFormat(locale, { style: 'percent' }).format(value);
  const place = (can: boolean, value: number, before: string, after: string): string => {
    const share = Math.round(Math.abs(value) * 50) / 50;
    if (!can) return text.noRoom;
    if (share === 0) return text.centre;
    return format(value < 0 ? before : after, { percent: percent(share) }, locale);
  };
  const can = movable(section, picture);
  return {
    section,
    can,
    words: {
      x: place(can.x, section.x, text.left, text.right),
      y: place(can.y, section.y, text.up, text.down),
      zoom: percent(section.zoom),
    },
    said,
    move: (axis, to) => {
      if (can[axis]) setSection({ ...section, [axis]: to });
    },
    zoom: (to) => setSection(zoomedTo(section, to, picture)),
    rotate: () => {
      const next = turnedOnce(section);
      setSection(next);
      setSaid(format(text.rotated, { degrees: next.turns * 90 }, locale));
    },
    reset: () => {
      setSection(wholeSection);
      setSaid(text.wasReset);
    },
    push: pushOf(section, picture, side),
    onPush: (push) => {
      pushed.current = push;
      if (measured.current === 0) return;
      setSection((now) => pushedTo(now, push, picture, measured.current));
    },
    onZoom: (zoom) => {
      setSection((now) => pushedTo({ ...now, zoom }, pushed.current, picture, measured.current));
    },
    onSize: (size) => {
      measured.current = size.width;
      setSide(size.width);
    },
  };
}
