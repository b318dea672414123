// A page of its own: once the code of the cropper is in a page, it cannot be missing there.
import { AvatarEditor } from 'selvedge';
import { en } from 'selvedge/locales/en';
import { afterEach, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { cleanup, hear, press, showPage } from './account-page.tsx';
import { dialog, pick, quarters } from './avatar-pictures.ts';

afterEach(cleanup);

const { account, avatar } = en;

test('without the code of the cropper it says so, offers to try again, and sends the file as it is', async () => {
  const session = cdp() as unknown as { send: (name: string, input?: object) => Promise<void> };
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.setBlockedURLs', { urls: ['*avatar-crop.tsx*'] });
  try {
    const file = await quarters(60, 40);
    const { sent } = showPage(<AvatarEditor />);
    await pick(file);
    await hear('alert', avatar.loadFailed);
    await press(account.tryAgain);
    await hear('alert', avatar.loadFailed);
    expect((await dialog()).contains(document.activeElement)).toBe(true);
    await press(avatar.asIs);
    await hear('status', avatar.saved);
    expect(sent('setAvatar')).toEqual([{ image: expect.objectContaining({ size: file.size }) }]);
  } finally {
    await session.send('Network.setBlockedURLs', { urls: [] });
    await session.send('Network.setCacheDisabled', { cacheDisabled: false });
  }
});
