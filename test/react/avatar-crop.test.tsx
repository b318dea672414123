import { AvatarEditor } from 'selvedge';
import { en } from 'selvedge/locales/en';
import { afterEach, describe, expect, test } from 'vitest';
import { page as tab } from 'vitest/browser';
import { button, cleanup, hear, press, screen, showPage, userEvent } from './account-page.tsx';
import type { Page } from './account-page.tsx';
import {
  colours,
  cornersOf,
  look,
  oriented,
  pickAndOpen,
  quarters,
  redThenBlue,
  slider,
} from './avatar-pictures.ts';

afterEach(cleanup);

const { avatar } = en;
const [red, green, blue, white] = colours;

/** What was sent last. */
function sentPicture({ sent }: Page): Blob {
  const input = sent('setAvatar').at(-1) as { image: Blob };
  return input.image;
}

async function saved(page: Page): ReturnType<typeof look> {
  await press(avatar.save);
  await hear('status', avatar.saved);
  return look(sentPicture(page));
}

/** What the preview shows near its corners. */
const previewed = (): string[] =>
  cornersOf(screen.getByRole<HTMLCanvasElement>('img', { name: avatar.preview }));

const percent = (sentence: string, value: string): string => sentence.replace('{percent}', value);

describe('by keyboard alone', () => {
  test('a picture is moved, zoomed and saved, and every place is told in words', async () => {
    const page = showPage(<AvatarEditor />);
    await pickAndOpen(await quarters(600, 300));
    const across = slider(avatar.horizontal);
    await expect.poll(() => document.activeElement).toBe(across);
    expect(across.getAttribute('aria-valuetext')).toBe(avatar.centre);

    await userEvent.keyboard('{ArrowRight>10/}');
    expect(across.getAttribute('aria-valuetext')).toBe(percent(avatar.right, '20%'));
    await userEvent.keyboard('{Home}');
    expect(across.getAttribute('aria-valuetext')).toBe(percent(avatar.left, '100%'));

    await userEvent.keyboard('{Tab}');
    expect(document.activeElement).toBe(slider(avatar.vertical));
    expect(slider(avatar.vertical).getAttribute('aria-valuetext')).toBe(avatar.noRoom);
    await userEvent.keyboard('{ArrowUp>5/}');
    expect(slider(avatar.vertical).value).toBe('0');

    await userEvent.keyboard('{Tab}{PageUp>20/}');
    expect(slider(avatar.zoom).getAttribute('aria-valuetext')).toBe('400%');
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}{End}');
    expect(slider(avatar.vertical).getAttribute('aria-valuetext')).toBe(percent(avatar.up, '100%'));

    await userEvent.keyboard('{Tab}{Tab}');
    expect(document.activeElement).toBe(await button(en.account.cancel));
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement).toBe(await button(avatar.asIs));
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement).toBe(await button(avatar.save));
    await userEvent.keyboard('{Enter}');
    await hear('status', avatar.saved);
    // A quarter of the height, in the upper left corner: red alone.
    expect(await look(sentPicture(page))).toEqual({
      width: 75,
      height: 75,
      corners: [red, red, red, red],
    });
  });

  test('it is turned and put back, and that is read out', async () => {
    const page = showPage(<AvatarEditor />);
    await pickAndOpen(await quarters(400, 400));
    (await button(avatar.rotate)).focus();
    await userEvent.keyboard('{Enter}');
    await hear('status', avatar.rotated.replace('{degrees}', '90'));
    await expect.poll(previewed).toEqual([white, red, green, blue]);
    await userEvent.keyboard('{Enter}');
    await hear('status', avatar.rotated.replace('{degrees}', '180'));
    (await button(avatar.reset)).focus();
    await userEvent.keyboard('{Enter}');
    await hear('status', avatar.wasReset);
    await expect.poll(previewed).toEqual([...colours]);
    (await button(avatar.rotate)).focus();
    await userEvent.keyboard('{Enter}');
    expect((await saved(page)).corners).toEqual([white, red, green, blue]);
  });

  test('the crop area itself is no stop, and not there for screen readers', async () => {
    showPage(<AvatarEditor />);
    await pickAndOpen(await quarters(400, 400));
    const area = document.querySelector<HTMLElement>('.selvedge-crop-area');
    expect(area?.tabIndex).toBe(-1);
    expect(area?.getAttribute('aria-hidden')).toBe('true');
  });
});

describe('by pointer', () => {
  const frame = (): HTMLElement => document.querySelector('.selvedge-crop-frame') as HTMLElement;

  test('dragging the picture moves the section and its sliders', async () => {
    const page = showPage(<AvatarEditor />);
    await pickAndOpen(await quarters(800, 400));
    const mouse = (type: string, clientX: number): void => {
      const target = type === 'mousedown' ? frame() : document;
      target.dispatchEvent(new MouseEvent(type, { bubbles: true, clientX, clientY: 100 }));
    };
    mouse('mousedown', 300);
    mouse('mousemove', 350);
    await expect.poll(() => slider(avatar.horizontal).value).not.toBe('0');
    mouse('mousemove', 900);
    await expect.poll(() => slider(avatar.horizontal).value).toBe('-50');
    mouse('mouseup', 900);
    expect((await saved(page)).corners).toEqual([red, red, white, white]);
  });

  test('the wheel scrolls the page, and zooms only with a key for it', async () => {
    showPage(<AvatarEditor />);
    await pickAndOpen(await quarters(800, 400));
    const wheel = (ctrlKey: boolean): boolean => {
      const event = new WheelEvent('wheel', {
        bubbles: true,
        cancelable: true,
        deltaY: -100,
        ctrlKey,
      });
      frame().dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(wheel(false)).toBe(false);
    expect(slider(avatar.zoom).value).toBe('1');
    expect(wheel(true)).toBe(true);
    await expect.poll(() => Number(slider(avatar.zoom).value)).toBeGreaterThan(1);
  });

  test('zooming by the slider keeps the centre where it is', async () => {
    const page = showPage(<AvatarEditor />);
    await pickAndOpen(await quarters(800, 400));
    const move = (label: string, value: number): Promise<void> =>
      userEvent.fill(slider(label), String(value));
    // The border between red and green lies at the right edge of the section, then outside of it.
    await move(avatar.horizontal, -50);
    await move(avatar.zoom, 2);
    expect(slider(avatar.horizontal).getAttribute('aria-valuetext')).toBe(
      percent(avatar.left, '66%'),
    );
    expect((await saved(page)).corners).toEqual([red, red, white, white]);
  });
});

test('what saves it is in sight on a small phone, below nothing else and without scrolling', async () => {
  await tab.viewport(320, 568);
  try {
    showPage(<AvatarEditor />);
    await pickAndOpen(await quarters(600, 300));
    for (const name of [en.account.cancel, avatar.asIs, avatar.save]) {
      const shown = await button(name);
      const { left, top, width, height } = shown.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      expect([name, shown.contains(hit)]).toEqual([name, true]);
    }
    expect(document.querySelector('dialog')?.scrollTop).toBe(0);
  } finally {
    await tab.viewport(1000, 700);
  }
});

describe('what is sent', () => {
  test('is the largest square of the centre when nothing is moved, at most 1024 px of WebP', async () => {
    const page = showPage(<AvatarEditor />);
    await pickAndOpen(await quarters(3000, 2000));
    expect(await saved(page)).toMatchObject({ width: 1024, height: 1024, corners: [...colours] });
    expect(sentPicture(page).type).toBe('image/webp');
  });

  test('is never larger than what there is', async () => {
    const page = showPage(<AvatarEditor />);
    await pickAndOpen(await quarters(90, 60));
    expect(await saved(page)).toMatchObject({ width: 60, height: 60 });
  });

  test('is the very file with "use as is"', async () => {
    const page = showPage(<AvatarEditor />);
    const file = await quarters(90, 60);
    await pickAndOpen(file);
    await press(avatar.asIs);
    await hear('status', avatar.saved);
    const bytes = new Uint8Array(await sentPicture(page).arrayBuffer());
    expect(bytes).toEqual(new Uint8Array(await file.arrayBuffer()));
    expect(sentPicture(page).type).toBe('image/png');
  });

  // The turn that brings each orientation upright, as the colours of the corners.
  test.each([
    [1, [red, green, blue, white]],
    [2, [green, red, white, blue]],
    [3, [blue, white, red, green]],
    [4, [white, blue, green, red]],
    [5, [red, white, blue, green]],
    [6, [white, red, green, blue]],
    [7, [blue, green, red, white]],
    [8, [green, blue, white, red]],
  ])(
    'is upright whatever way the camera was held: orientation %i',
    async (orientation, corners) => {
      const page = showPage(<AvatarEditor />);
      await pickAndOpen(await oriented(await quarters(400, 200, 'image/jpeg'), orientation));
      await expect.poll(previewed).toEqual(corners);
      expect((await saved(page)).corners).toEqual(corners);
      const text = new TextDecoder('latin1').decode(await sentPicture(page).arrayBuffer());
      expect(text).not.toContain('Exif');
    },
  );

  test('is the first frame of an animation', async () => {
    const page = showPage(<AvatarEditor />);
    await pickAndOpen(redThenBlue);
    expect((await saved(page)).corners).toEqual([red, red, red, red]);
  });
});
