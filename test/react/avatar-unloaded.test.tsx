// A page of its own: once the code of the dialog is in a page, it cannot be missing there.
import { AvatarEditor } from 'selvedge';
import { en } from 'selvedge/locales/en';
import { afterEach, expect, test } from 'vitest';
import { blockFiles, session } from '../support/blocked-files.ts';
import { button, cleanup, hear, press, screen, showPage } from './account-page.tsx';
import { dialog, fileInput, look, pick, quarters } from './avatar-pictures.ts';

const { account, avatar, errors } = en;

const slow = (latency: number): Promise<void> =>
  session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });

// The page has more files than a browser takes note of by itself.
performance.setResourceTimingBufferSize(5000);

const unblock = blockFiles('*avatar-crop-dialog.tsx*');
afterEach(async () => {
  cleanup();
  await slow(0);
});

const upload = (): Promise<HTMLElement> => button(avatar.upload);

/** Does something after which it fails to load, anew if it did before. */
async function failing(act: () => Promise<void>): Promise<void> {
  const again = (): HTMLElement | null => screen.queryByRole('button', { name: account.tryAgain });
  const before = again();
  await act();
  await expect.poll(() => again() !== null && again() !== before).toBe(true);
  await hear('alert', new RegExp(errors.unavailable));
  expect(document.activeElement).toBe(await upload());
  expect((await upload()).getAttribute('aria-busy')).toBeNull();
  expect(screen.queryByRole('dialog')).toBeNull();
}

const asked = (): boolean =>
  performance.getEntriesByType('resource').some(({ name }) => name.includes('avatar-crop-dialog'));

test('the code is asked for when the picker opens, without a word when it does not come', async () => {
  showPage(<AvatarEditor />);
  (await fileInput()).addEventListener('click', (event) => event.preventDefault());
  expect(asked()).toBe(false);
  await press(avatar.upload);
  await expect.poll(asked).toBe(true);
  expect(screen.getByRole('alert').textContent).toBe('');
  expect((await upload()).getAttribute('aria-busy')).toBeNull();
});

test('without the code of the dialog it says so, and the picture can be given up', async () => {
  showPage(<AvatarEditor />);
  await failing(async () => pick(await quarters(60, 40)));
  await press(account.cancel);
  await expect.poll(() => screen.getByRole('alert').textContent).toBe('');
  expect(document.activeElement).toBe(await upload());
  expect(screen.getByRole('status').textContent).toBe('');
});

// The last one: with it the code is in the page.
test('trying again loads it for the file that was chosen last, and is told as busy meanwhile', async () => {
  const { sent } = showPage(<AvatarEditor />);
  await failing(async () => pick(await quarters(600, 400)));
  await failing(async () => pick(await quarters(60, 40)));
  await failing(() => press(account.tryAgain));
  await unblock();
  await slow(300);
  await press(account.tryAgain);
  await hear('status', avatar.opening);
  expect(document.activeElement).toBe(await upload());
  expect((await upload()).getAttribute('aria-busy')).toBe('true');
  await slow(0);
  await dialog();
  await press(avatar.save);
  await hear('status', avatar.saved);
  expect(document.activeElement).toBe(await upload());
  const [{ image }] = sent('setAvatar') as [{ image: Blob }];
  expect(await look(image)).toMatchObject({ width: 40, height: 40 });
});
