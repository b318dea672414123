import { AvatarEditor } from 'selvedge';
import { en } from 'selvedge/locales/en';
import { afterEach, expect, test } from 'vitest';
import { button, cleanup, hear, screen, showPage, userEvent } from '../react/account-page.tsx';
import { pick, pickAndOpen, quarters, slider, svg } from '../react/avatar-pictures.ts';
import { focused, tabTo } from '../support/tab-order.ts';

afterEach(cleanup);

const { avatar, account: words } = en;

test('a picture is placed, zoomed, turned and saved without a pointer, and the focus comes back', async () => {
  const { sent } = showPage(<AvatarEditor />);
  await button(avatar.upload);
  await tabTo(avatar.upload);
  await pickAndOpen(await quarters(600, 300));
  await expect.poll(focused).toBe(avatar.horizontal);
  await userEvent.keyboard('{ArrowRight}{End}');
  expect(slider(avatar.horizontal).value).toBe('50');
  expect(await tabTo(avatar.save)).toEqual([
    avatar.vertical,
    avatar.zoom,
    words.cancel,
    avatar.asIs,
    avatar.save,
  ]);
  await tabTo(avatar.zoom, '{Shift>}{Tab}{/Shift}');
  await userEvent.keyboard('{ArrowRight>4/}');
  await tabTo(avatar.rotate, '{Shift>}{Tab}{/Shift}');
  await userEvent.keyboard(' ');
  await hear('status', avatar.rotated.replace('{degrees}', '90'));
  expect(focused()).toBe(avatar.rotate);
  expect(await tabTo(avatar.save)).toEqual([
    avatar.reset,
    avatar.horizontal,
    avatar.vertical,
    avatar.zoom,
    words.cancel,
    avatar.asIs,
    avatar.save,
  ]);
  await userEvent.keyboard('{Enter}');
  await hear('status', avatar.saved);
  expect(sent('setAvatar')).toHaveLength(1);
  await expect.poll(focused).toBe(avatar.upload);
  await tabTo(avatar.remove);
  await userEvent.keyboard('{Enter}');
  await hear('status', avatar.removed);
  await expect.poll(focused).toBe(avatar.upload);
});

test('Escape and Cancel lead back to the button, and so does a file that is none', async () => {
  showPage(<AvatarEditor />);
  await button(avatar.upload);
  await pickAndOpen(await quarters(60, 60));
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  expect(focused()).toBe(avatar.upload);
  await pickAndOpen(await quarters(60, 60));
  await tabTo(words.cancel);
  await userEvent.keyboard(' ');
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  expect(focused()).toBe(avatar.upload);
  await pick(svg);
  await hear('alert', avatar.unsupported);
  expect(focused()).toBe(avatar.upload);
});
