import type { Page } from 'playwright';
import sharp from 'sharp';

/** What can be counted of how a page looks. */
export interface Looks {
  /** Pieces of text below 4.5:1, of how many; the lowest. */
  text: { low: number; of: number; least: number; example: string };
  /** Fields whose edge is below 3:1 against what is around them, of how many; the lowest. */
  fields: { low: number; of: number; least: number };
  /** What can be pressed or filled in: how many are below 24 px and 44 px in a direction, and the smallest in px. */
  targets: { of: number; below24: number; below44: number; smallest: number };
  /** What reaches beyond the right edge of the page. */
  cutOff: number;
}

/** Runs in the page: goes through everything that is shown, shadow roots included. */
export function readLooks(): Looks {
  const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const resolve = (color: string): [number, number, number, number] => {
    if (!brush) throw new Error('no canvas');
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = color;
    brush.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0, a = 0] = brush.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = (top: number[], below: number[]): [number, number, number, number] => {
    const alpha = top[3] ?? 1;
    const mix = (at: number): number => (top[at] ?? 0) * alpha + (below[at] ?? 0) * (1 - alpha);
    return [mix(0), mix(1), mix(2), 1];
  };
  const light = (color: number[]): number => {
    const [r = 0, g = 0, b = 0] = color.map((byte) => {
      const part = byte / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one: number[], other: number[]): number => {
    const [a, b] = [light(one), light(other)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  const parentOf = (element: Element): Element | null =>
    element.assignedSlot ??
    element.parentElement ??
    (element.getRootNode() instanceof ShadowRoot
      ? (element.getRootNode() as ShadowRoot).host
      : null);
  const canvas = getComputedStyle(document.documentElement).colorScheme.includes('dark')
    ? [18, 18, 18, 1]
    : [255, 255, 255, 1];
  const groundOf = (element: Element | null): number[] => {
    if (!element) return canvas;
    const own = resolve(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own : over(own, groundOf(parentOf(element)));
  };
  const all: Element[] = [];
  const walk = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll('*')) {
      all.push(element);
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(document);
  const shown = all.filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && element.checkVisibility({ opacityProperty: true });
  });
  const texts = shown
    .filter(
      (element) =>
        !element.matches(
          ':disabled, :disabled *, style, script, title, option, [aria-disabled=true]',
        ) &&
        [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
    )
    .map((element) => {
      const ground = groundOf(element);
      const color = over(resolve(getComputedStyle(element).color), ground);
      return { element, value: ratio(color, ground) };
    })
    .toSorted((one, other) => one.value - other.value);
  const boxes = shown
    .filter((element) => element.matches('input:not([type=file], [type=hidden]), select, textarea'))
    .map((field) => {
      // Where the frame is drawn by what is around the field, that counts.
      const framed = [field, parentOf(field)].find(
        (it) => it && parseFloat(getComputedStyle(it).borderTopWidth) > 0,
      );
      const element = framed ?? field;
      const around = groundOf(parentOf(element));
      const border = over(resolve(getComputedStyle(element).borderTopColor), around);
      return Math.max(framed ? ratio(border, around) : 1, ratio(groundOf(element), around));
    });
  const targets = shown
    .filter((element) =>
      element.matches(
        'button, a[href], input, select, textarea, summary, [role=button], [tabindex="0"]',
      ),
    )
    .map((element) => element.getBoundingClientRect())
    .map(({ width, height }) => Math.min(width, height));
  return {
    text: {
      low: texts.filter(({ value }) => value < 4.5).length,
      of: texts.length,
      least: texts[0]?.value ?? 21,
      example: texts[0]?.element.textContent?.trim().slice(0, 40) ?? '',
    },
    fields: {
      low: boxes.filter((value) => value < 3).length,
      of: boxes.length,
      least: Math.min(21, ...boxes),
    },
    targets: {
      of: targets.length,
      below24: targets.filter((size) => size < 24).length,
      below44: targets.filter((size) => size < 44).length,
      smallest: Math.min(...targets),
    },
    cutOff: shown.filter(
      (element) =>
        element.children.length === 0 && element.getBoundingClientRect().right > innerWidth + 1,
    ).length,
  };
}

/** How the focus of the keyboard shows on one control. */
export interface FocusLook {
  /** Pixels that change by at least 3:1, per pixel of the control's outline: 1 is a line of 1 px all around it. */
  thickness: number;
  /** The strongest change of a pixel, as a contrast ratio. */
  contrast: number;
}

const luminance = (data: Buffer, at: number): number => {
  const part = (offset: number): number => {
    const value = (data[at + offset] ?? 0) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2);
};

/** Walks to the first controls with the Tab key, and compares each with how it looks without the focus. */
export async function readFocus(page: Page, steps = 14): Promise<FocusLook[]> {
  const found: FocusLook[] = [];
  await page.addStyleTag({
    content: '*, ::before, ::after { caret-color: transparent !important }',
  });
  for (let step = 0; step < steps; step++) {
    await page.keyboard.press('Tab');
    const box = await page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      if (!element || element === document.body) return null;
      element.scrollIntoView({ block: 'center' });
      const { x, y, width, height } = element.getBoundingClientRect();
      return width > 4 && height > 4 ? { x, y, width, height } : null;
    });
    if (!box) continue;
    const clip = {
      x: Math.max(0, box.x - 6),
      y: Math.max(0, box.y - 6),
      width: box.width + 12,
      height: box.height + 12,
    };
    const take = async (): Promise<Buffer> =>
      sharp(await page.screenshot({ clip, animations: 'disabled' }))
        .removeAlpha()
        .raw()
        .toBuffer();
    await page.waitForTimeout(250);
    const focused = await take();
    const held = await page.evaluateHandle(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      (element as HTMLElement).blur();
      return element as HTMLElement;
    });
    await page.waitForTimeout(250);
    const blurred = await take();
    await held.evaluate((element) => element.focus());
    let changed = 0;
    let contrast = 1;
    for (let at = 0; at < Math.min(focused.length, blurred.length); at += 3) {
      const [a, b] = [luminance(focused, at), luminance(blurred, at)];
      const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      if (ratio >= 3) changed += 1;
      contrast = Math.max(contrast, ratio);
    }
    found.push({ thickness: changed / (2 * (box.width + box.height)), contrast });
  }
  return found;
}
