import '../../src/styles.css';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { Button } from '../../src/react/ui/button.tsx';
import { Checkbox } from '../../src/react/ui/checkbox.tsx';
import { Link } from '../../src/react/ui/link.tsx';
import { Root } from '../../src/react/ui/root.tsx';
import { TextInput } from '../../src/react/ui/text-input.tsx';

afterEach(cleanup);

type Rgb = readonly [number, number, number];

const canvas = document.createElement('canvas');
canvas.width = 1;
canvas.height = 1;
const pen = canvas.getContext('2d', { willReadFrequently: true });

/** The 8-bit colour that reaches the screen, whatever form the browser computes it in. */
function painted(colour: string): Rgb {
  if (!pen) throw new Error('This browser has no canvas.');
  pen.fillStyle = '#000';
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
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

function ratio(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

const steps = [0, 51, 102, 153, 204, 255];
const cube = steps.flatMap((red) =>
  steps.flatMap((green) => steps.map((blue) => `rgb(${red} ${green} ${blue})`)),
);

/** Every part that carries a derived colour, standing in a host that sets its seeds around it. */
function stand(): { host: HTMLElement; colours: () => Record<string, Rgb> } {
  const { container } = render(
    <Root>
      <Button variant="primary">Save</Button>
      <Button variant="danger">Delete</Button>
      <Link href="#link">Learn more</Link>
      <p className="selvedge-help">Help</p>
      <p className="selvedge-error">Error</p>
      <TextInput aria-label="Name" />
      <TextInput aria-label="Wrong" aria-invalid />
      <Checkbox label="Sure" defaultChecked />
    </Root>,
  );
  for (const button of screen.getAllByRole('button')) button.style.transition = 'none';
  // What only shows under a pointer or with the focus is read from its token.
  const token = (name: string): CSSStyleDeclaration => {
    const probe = document.createElement('i');
    probe.style.color = `var(${name})`;
    container.querySelector('.selvedge-root')?.append(probe);
    return getComputedStyle(probe);
  };
  const style = (element: Element | null): CSSStyleDeclaration => {
    if (!element) throw new Error('A part is missing.');
    return getComputedStyle(element);
  };
  const primary = style(screen.getByRole('button', { name: 'Save' }));
  const danger = style(screen.getByRole('button', { name: 'Delete' }));
  const link = style(screen.getByRole('link'));
  const help = style(container.querySelector('.selvedge-help'));
  const error = style(container.querySelector('.selvedge-error'));
  const input = style(screen.getByLabelText('Name'));
  const wrong = style(screen.getByLabelText('Wrong'));
  const check = style(screen.getByRole('checkbox'));
  const focus = token('--_focus');
  const hover = token('--_brand-hover');
  const dangerHover = token('--_danger-hover');
  return {
    host: container,
    colours: () => ({
      surface: painted(input.backgroundColor),
      fill: painted(primary.backgroundColor),
      hover: painted(hover.color),
      dangerHover: painted(dangerHover.color),
      onFill: painted(primary.color),
      fillEdge: painted(primary.borderTopColor),
      dangerFill: painted(danger.backgroundColor),
      onDanger: painted(danger.color),
      link: painted(link.color),
      help: painted(help.color),
      error: painted(error.color),
      control: painted(input.borderTopColor),
      wrongControl: painted(wrong.borderTopColor),
      check: painted(check.borderTopColor),
      ring: painted(focus.color),
    }),
  };
}

const pairs: [what: string, front: string, back: string, atLeast: number][] = [
  ['text on the primary button', 'onFill', 'fill', 4.5],
  ['text on the danger button', 'onDanger', 'dangerFill', 4.5],
  ['text on the primary button under the pointer', 'onFill', 'hover', 4.5],
  ['text on the danger button under the pointer', 'onDanger', 'dangerHover', 4.5],
  ['a link', 'link', 'surface', 4.5],
  ['help', 'help', 'surface', 4.5],
  ['an error', 'error', 'surface', 4.5],
  ['the edge of the primary button', 'fillEdge', 'surface', 3],
  ['the edge of an input', 'control', 'surface', 3],
  ['the edge of a refused input', 'wrongControl', 'surface', 3],
  ['the edge of a ticked box', 'check', 'surface', 3],
  ['the focus ring', 'ring', 'surface', 3],
];

function failures(colours: Record<string, Rgb>, label: string): string[] {
  return pairs.flatMap(([what, front, back, atLeast]) => {
    const reached = ratio(colours[front] ?? [0, 0, 0], colours[back] ?? [0, 0, 0]);
    return reached < atLeast ? [`${what}: ${reached.toFixed(2)} with ${label}`] : [];
  });
}

describe('contrast', () => {
  const surfaces = {
    light: ['#ffffff', '#fafafa', '#f5f5f5', '#eeeeee'],
    dark: ['#000000', '#161619', '#1e293b', '#2a2a2a'],
  };
  for (const [scheme, backgrounds] of Object.entries(surfaces)) {
    for (const background of backgrounds) {
      test(`holds for 216 colours as brand and as danger on ${background} (${scheme})`, () => {
        const { host, colours } = stand();
        host.style.colorScheme = scheme;
        host.style.setProperty('--selvedge-surface', background);
        const found = cube.flatMap((colour) => {
          host.style.setProperty('--selvedge-brand', colour);
          host.style.setProperty('--selvedge-danger', colour);
          const now = colours();
          expect(now['fill']).toEqual(painted(colour));
          return failures(now, colour);
        });
        expect(found).toEqual([]);
      });
    }

    test(`holds with the package's own seeds (${scheme})`, () => {
      const { host, colours } = stand();
      host.style.colorScheme = scheme;
      expect(failures(colours(), 'the defaults')).toEqual([]);
    });
  }
});

describe('the seeds of a host', () => {
  test('work from any element around the root', () => {
    const { host, colours } = stand();
    document.body.style.setProperty('--selvedge-brand', 'rgb(200 30 90)');
    expect(colours()['fill']).toEqual([200, 30, 90]);
    document.body.style.removeProperty('--selvedge-brand');
    expect(host.isConnected).toBe(true);
  });

  test('work from the root itself', () => {
    const { host, colours } = stand();
    host
      .querySelector<HTMLElement>('.selvedge-root')
      ?.style.setProperty('--selvedge-brand', 'rgb(1 2 3)');
    expect(colours()['fill']).toEqual([1, 2, 3]);
  });
});

test('the scheme is the one the host has, also when it only sets a class', () => {
  const { host, colours } = stand();
  host.style.colorScheme = 'light';
  const light = luminance(colours()['surface'] ?? [0, 0, 0]);
  host.style.colorScheme = 'dark';
  const dark = luminance(colours()['surface'] ?? [0, 0, 0]);
  host.style.colorScheme = 'light';
  host.className = 'dark';
  const byClass = luminance(colours()['surface'] ?? [0, 0, 0]);
  expect(light).toBeGreaterThan(0.9);
  expect(dark).toBeLessThan(0.05);
  expect(byClass).toBe(dark);
});

test('what a registered property hands on is opaque, because Firefox rounds an alpha to two places there', () => {
  const { container } = render(<Root>Text</Root>);
  const style = getComputedStyle(container.querySelector('.selvedge-root') ?? container);
  const names = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSPropertyRule)
    .map(({ name }) => name);
  expect(names.length).toBeGreaterThan(5);
  const opaque = /^(?:color|rgb)\([^/]+\)$/;
  expect(names.filter((name) => !opaque.test(style.getPropertyValue(name)))).toEqual([]);
});
