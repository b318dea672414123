import axe from 'axe-core';
import { renderToString } from 'react-dom/server';
import type { Account } from 'selvedge';
import { AccountError, AccountProvider, AvatarEditor } from 'selvedge';
import { en } from 'selvedge/locales/en';
import { createMemoryBackend } from 'selvedge/memory';
import { render } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { button, cleanup, hear, press, screen, showPage, userEvent } from './account-page.tsx';
import {
  carrying,
  dialog,
  fileInput,
  pick,
  pickAndOpen,
  quarters,
  strangeAvif,
  svg,
} from './avatar-pictures.ts';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const { avatar, errors, fields, locks } = en;
const picture = (): Element | null => document.querySelector('.selvedge-avatar-image');
const upload = (): Promise<HTMLElement> => button(avatar.upload);
const tooLarge = avatar.tooLarge.replace('{megabytes}', '10');

async function withoutDialog(): Promise<void> {
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
}

describe('a new picture', () => {
  test('takes three presses: upload, choose, save; then it is shown, said, and the focus is back', async () => {
    const done = vi.fn<(account: Account) => void>();
    const { backend, sent } = showPage(<AvatarEditor onDone={done} />);
    const opened = vi.fn<(event: Event) => void>((event) => event.preventDefault());
    (await fileInput()).addEventListener('click', opened);
    expect(await screen.findByRole('img', { name: avatar.noPicture })).not.toBeNull();
    await press(avatar.upload);
    expect(opened).toHaveBeenCalledTimes(1);
    await pickAndOpen(await quarters(600, 400));
    await press(avatar.save);
    await hear('status', avatar.saved);
    await withoutDialog();
    expect(document.activeElement).toBe(await upload());
    expect(sent('setAvatar')).toHaveLength(1);
    const { account } = await backend.getAccount();
    expect(screen.getByRole('img', { name: avatar.picture })).not.toBeNull();
    expect(picture()?.getAttribute('src')).toBe(account.avatar?.url);
    expect(done.mock.calls.map(([now]) => now.version)).toEqual([account.version]);
  });

  test('asks onBefore first, and stays chosen when it says no', async () => {
    const onBefore = vi.fn<(input: unknown) => boolean>(() => false);
    const { sent } = showPage(<AvatarEditor onBefore={onBefore} />);
    await pickAndOpen(await quarters(60, 40));
    await press(avatar.save);
    await expect.poll(() => onBefore.mock.calls).toEqual([[{ image: expect.any(Blob) }]]);
    expect(sent('setAvatar')).toEqual([]);
    expect((await dialog()).open).toBe(true);
  });

  test('is given up by Escape, and the focus returns', async () => {
    const { sent } = showPage(<AvatarEditor />);
    await pickAndOpen(await quarters(60, 40));
    await userEvent.keyboard('{Escape}');
    await withoutDialog();
    expect(document.activeElement).toBe(await upload());
    expect(sent('setAvatar')).toEqual([]);
  });

  test('comes from the camera by a button of its own, which only such devices show', async () => {
    showPage(<AvatarEditor />);
    const input = await fileInput();
    const capture: (string | null)[] = [];
    input.addEventListener('click', (event) => {
      event.preventDefault();
      capture.push(input.getAttribute('capture'));
    });
    const camera = screen.getByText(avatar.camera).closest('button');
    expect(camera?.checkVisibility()).toBe(false);
    camera?.click();
    await press(avatar.upload);
    expect(capture).toEqual(['user', null]);
  });

  test('is dropped onto the section', async () => {
    showPage(<AvatarEditor />);
    await upload();
    const heading = screen.getByRole('heading', { name: avatar.title });
    const dataTransfer = carrying(await quarters(60, 40));
    const over = new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer });
    heading.dispatchEvent(over);
    expect(over.defaultPrevented).toBe(true);
    await expect.poll(() => document.querySelector('[data-over]')).not.toBeNull();
    heading.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
    expect(await dialog()).not.toBeNull();
    expect(document.querySelector('[data-over]')).toBeNull();
    await press(en.account.cancel);
    await withoutDialog();
    expect(document.activeElement).toBe(await upload());
  });

  test('is pasted where the focus is in the section', async () => {
    showPage(<AvatarEditor />);
    (await upload()).focus();
    const clipboardData = carrying(await quarters(60, 40));
    (await upload()).dispatchEvent(
      new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }),
    );
    expect(await dialog()).not.toBeNull();
  });

  test('leaves text that is pasted, and files dropped elsewhere, to the page', async () => {
    showPage(<AvatarEditor />);
    const text = new DataTransfer();
    text.setData('text/plain', 'Ada');
    const paste = new ClipboardEvent('paste', {
      bubbles: true,
      cancelable: true,
      clipboardData: text,
    });
    (await upload()).dispatchEvent(paste);
    expect(paste.defaultPrevented).toBe(false);
    const dataTransfer = carrying(await quarters(60, 40));
    const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer });
    document.body.dispatchEvent(drop);
    expect(drop.defaultPrevented).toBe(false);
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('what is refused before anything is sent', () => {
  const cases: [string, () => Promise<Blob> | Blob, string][] = [
    ['an SVG', () => svg, avatar.unsupported],
    [
      'an SVG that calls itself a PNG',
      () => new Blob([svg], { type: 'image/png' }),
      avatar.unsupported,
    ],
    ['11 MB', () => new Blob([new Uint8Array(11 * 1024 * 1024)], { type: 'image/jpeg' }), tooLarge],
    ['an empty file', () => new Blob([], { type: 'image/jpeg' }), fields.image_broken],
    [
      'a JPEG that breaks off in its header',
      async () => (await quarters(600, 400, 'image/jpeg')).slice(0, 40),
      fields.image_broken,
    ],
  ];

  test.each(cases)('%s: the reason is read out and the old picture stays', async (_, make, why) => {
    const person = { id: 'ada', email: 'ada@example.com', avatar: await quarters(60, 40) };
    const { sent } = showPage(<AvatarEditor />, { people: [person] });
    await upload();
    const before = picture()?.getAttribute('src');
    expect(before).toMatch(/^blob:/);
    await pick(await make());
    await hear('alert', why);
    await withoutDialog();
    expect(document.activeElement).toBe(await upload());
    expect(picture()?.getAttribute('src')).toBe(before);
    expect(sent('setAvatar')).toEqual([]);
  });

  test('too many pixels for this account', async () => {
    showPage(<AvatarEditor />, { settings: { avatar: { maxPixels: 1000 } } });
    await pick(await quarters(60, 40));
    await hear('alert', fields.image_too_many_pixels);
    await withoutDialog();
    expect(document.activeElement).toBe(await upload());
  });

  test('the reason goes when another file is chosen', async () => {
    showPage(<AvatarEditor />);
    await pick(svg);
    await hear('alert', avatar.unsupported);
    await pickAndOpen(await quarters(60, 40));
    await press(en.account.cancel);
    await withoutDialog();
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual(['']);
  });
});

describe('without the cropper', () => {
  test('a picture that this browser cannot show can be used as it is', async () => {
    const { sent } = showPage(<AvatarEditor />);
    await pick(strangeAvif);
    await hear('alert', avatar.notShown);
    await press(avatar.asIs);
    // The real rules look inside, and the dialog stays.
    await hear('alert', fields.image_broken);
    expect(sent('setAvatar')).toEqual([{ image: expect.objectContaining({ type: 'image/avif' }) }]);
    expect((await dialog()).open).toBe(true);
  });
});

describe('removing', () => {
  const person = async (): Promise<{ id: string; email: string; name: string; avatar: Blob }> => ({
    id: 'ada',
    email: 'ada@example.com',
    name: 'Ada Lovelace',
    avatar: await quarters(60, 40),
  });

  test('is one press; the initials are back, it is said, and the focus does not fall', async () => {
    const { backend } = showPage(<AvatarEditor />, { people: [await person()] });
    await press(avatar.remove);
    await hear('status', avatar.removed);
    await expect.poll(() => screen.queryByRole('button', { name: avatar.remove })).toBeNull();
    expect(document.activeElement).toBe(await upload());
    expect(screen.getByRole('img', { name: avatar.noPicture }).textContent).toBe('AL');
    expect((await backend.getAccount()).account.avatar).toBeNull();
  });

  test('that fails says why, and the picture stays', async () => {
    const { failNext } = showPage(<AvatarEditor />, { people: [await person()] });
    failNext('removeAvatar', new AccountError('unavailable'));
    await press(avatar.remove);
    await hear('alert', errors.unavailable);
    expect(picture()).not.toBeNull();
    expect(document.activeElement).toBe(await button(avatar.remove));
  });

  test('asks onBefore with null', async () => {
    const onBefore = vi.fn<(input: unknown) => Promise<boolean>>(async () => false);
    const { sent } = showPage(<AvatarEditor onBefore={onBefore} />, { people: [await person()] });
    await press(avatar.remove);
    await expect.poll(() => onBefore.mock.results).toHaveLength(1);
    await onBefore.mock.results[0]?.value;
    expect(onBefore.mock.calls).toEqual([[null]]);
    expect(sent('removeAvatar')).toEqual([]);
    expect(picture()).not.toBeNull();
  });
});

test('an account that may not change it sees the picture and the reason', async () => {
  const backend = createMemoryBackend();
  const locked = {
    ...backend,
    getAccount: async () => {
      const { account } = await backend.getAccount();
      const changeAvatar = { allowed: false, reason: 'locked_by_application', stepUp: false };
      return { account: { ...account, abilities: { ...account.abilities, changeAvatar } } };
    },
  };
  render(
    <AccountProvider backend={locked} words={en}>
      <AvatarEditor />
    </AccountProvider>,
  );
  expect(await screen.findByText(locks.locked_by_application)).not.toBeNull();
  expect(screen.getByRole('img', { name: avatar.noPicture })).not.toBeNull();
  expect(screen.queryByRole('button')).toBeNull();
  expect(document.querySelector('input')).toBeNull();
});

test('has nothing axe would object to, with the dialog and without', async () => {
  showPage(<AvatarEditor />);
  await upload();
  for (const open of [false, true]) {
    if (open) await pickAndOpen(await quarters(600, 400));
    for (const animation of document.getAnimations()) animation.currentTime = 10_000;
    const { violations } = await axe.run(document.body, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }
});

test('renders on a server without a style attribute and without a word to the console', () => {
  const error = vi.spyOn(console, 'error');
  const html = renderToString(
    <AccountProvider backend={createMemoryBackend()} words={en}>
      <AvatarEditor />
    </AccountProvider>,
  );
  expect(html).toContain(avatar.title);
  expect(html).not.toMatch(/\sstyle=/);
  expect(error).not.toHaveBeenCalled();
});
