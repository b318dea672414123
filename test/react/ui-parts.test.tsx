import '../../src/styles.css';
import { act, cleanup, render, screen } from '@testing-library/react';
import axe from 'axe-core';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Avatar } from '../../src/react/ui/avatar.tsx';
import { Countdown } from '../../src/react/ui/countdown.tsx';
import { setMarkup } from '../support/strict-page.ts';
import { EveryPart } from './ui-every-part.tsx';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('every part', () => {
  test.each([false, true])('has nothing axe would object to (dialog open: %s)', async (open) => {
    const { container } = render(<EveryPart open={open} />);
    // Half faded in, text has less contrast.
    for (const animation of document.getAnimations()) animation.currentTime = 10_000;
    const { violations } = await axe.run(container, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  test('renders on a server without a style attribute and without a word to the console', () => {
    const error = vi.spyOn(console, 'error');
    const html = renderToString(<EveryPart open />);
    expect(html).not.toMatch(/\sstyle=/);
    expect(error).not.toHaveBeenCalled();
  });

  test('hydrates silently', async () => {
    const error = vi.spyOn(console, 'error');
    const host = document.body.appendChild(document.createElement('div'));
    setMarkup(host, renderToString(<EveryPart />));
    const mismatch = vi.fn<(error: unknown) => void>();
    const root = await act(async () =>
      hydrateRoot(host, <EveryPart />, { onRecoverableError: mismatch }),
    );
    expect(host.querySelector('.selvedge-button')).not.toBeNull();
    expect(mismatch).not.toHaveBeenCalled();
    expect(error).not.toHaveBeenCalled();
    await act(async () => root.unmount());
    host.remove();
  });

  test('fits into 320 px, dialog included', async () => {
    await page.viewport(320, 640);
    const { container } = render(<EveryPart open />);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    const wider = [...container.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > 320,
    );
    expect(wider.map((element) => element.className)).toEqual([]);
    const dialog = screen.getByRole('dialog');
    expect(dialog.scrollWidth).toBeLessThanOrEqual(dialog.clientWidth);
    await page.viewport(1000, 700);
  });

  test('takes no room away from a parent that shrinks to its content', () => {
    const { container } = render(<EveryPart />);
    container.style.display = 'inline-block';
    expect(container.getBoundingClientRect().width).toBeGreaterThanOrEqual(320);
  });

  test('survives what the sheet of a host does to bare elements', () => {
    const host = new CSSStyleSheet();
    host.replaceSync(`* { margin: 0 } button, input { text-transform: uppercase; background: pink; border: 9px solid }
      p, label, h2 { color: red; font: 40px serif; letter-spacing: 9px } dialog { padding: 99px }`);
    document.adoptedStyleSheets = [host];
    render(<EveryPart open />);
    const dialog = screen.getByRole('dialog');
    const box = dialog.getBoundingClientRect();
    expect(box.left).toBeCloseTo((document.documentElement.clientWidth - box.width) / 2, 0);
    expect(box.top).toBeGreaterThan(20);
    const title = getComputedStyle(screen.getByRole('heading', { name: 'Delete your account?' }));
    expect([title.fontSize, title.letterSpacing]).toEqual(['17.5px', 'normal']);
    const button = getComputedStyle(screen.getByRole('button', { name: 'Cancel' }));
    expect([button.textTransform, button.borderTopWidth]).toEqual(['none', '1px']);
    document.adoptedStyleSheets = [];
  });
});

describe('an avatar', () => {
  test.each([
    ['Ada King Lovelace', 'AL'],
    ['ada', 'A'],
    ['  Ødegård   Æsop ', 'ØÆ'],
    ['𝒜da 𝒦ing', '𝒜𝒦'],
    ['', ''],
  ])('shows for "%s" the initials "%s"', (name, initials) => {
    const { container } = render(<Avatar name={name} alt="" />);
    expect(container.textContent).toBe(initials);
  });

  test('shows the initials when its picture does not load, and the next picture when it changes', async () => {
    const { container, rerender } = render(
      <Avatar src="/no-such-picture.webp" name="Ada" alt="Ada" />,
    );
    await expect.poll(() => container.querySelector('img')).toBeNull();
    expect(screen.getByRole('img', { name: 'Ada' }).textContent).toBe('A');
    const canvas = new OffscreenCanvas(1, 1);
    canvas.getContext('2d');
    const pixel = URL.createObjectURL(await canvas.convertToBlob());
    rerender(<Avatar src={pixel} name="Ada" alt="Ada" />);
    await expect.poll(() => container.querySelector('img')?.naturalWidth).toBe(1);
  });
});

describe('a countdown', () => {
  const advance = async (milliseconds: number): Promise<void> => {
    await act(async () => vi.advanceTimersByTime(milliseconds));
  };

  const readOut = (container: HTMLElement): string | null | undefined =>
    container.querySelector('[aria-live="polite"]')?.textContent;

  test('is the name of the button that waits', () => {
    render(
      <button type="button">
        <Countdown seconds={42}>{(left) => `Again in ${left} s`}</Countdown>
      </button>,
    );
    expect(screen.getByRole('button', { name: 'Again in 42 s' })).toBeTruthy();
  });

  test('shows every second but has it read only now and then', async () => {
    vi.useFakeTimers();
    const { container } = render(<Countdown seconds={42}>{(left) => `${left} s`}</Countdown>);
    const shown = (): string | null | undefined =>
      container.querySelector('.selvedge-countdown')?.textContent;
    const read = new Set<string | null | undefined>();
    const seen = new Set<string | null | undefined>();
    for (let second = 0; second <= 42; second += 1) {
      seen.add(shown());
      read.add(readOut(container));
      await advance(1000);
    }
    expect(seen.size).toBe(43);
    expect([...read]).toEqual(['42 s', '30 s', '10 s', '0 s']);
  });

  test('ends once, at the instant it was given', async () => {
    vi.useFakeTimers({ now: Date.parse('2026-01-01T00:00:00Z') });
    const ended = vi.fn<() => void>();
    const { container } = render(
      <Countdown until="2026-01-01T00:00:02.500Z" onEnd={ended}>
        {(left) => left}
      </Countdown>,
    );
    expect(readOut(container)).toBe('3');
    await advance(2400);
    expect(ended).not.toHaveBeenCalled();
    await advance(5000);
    expect(ended).toHaveBeenCalledTimes(1);
  });
});
