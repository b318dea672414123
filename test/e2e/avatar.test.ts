import type { Page } from 'playwright';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { countClicks, section, startExample } from '../support/example.ts';
import {
  blocks,
  blue,
  colours,
  expectNear,
  green,
  red,
  yellow,
} from '../support/picture-colours.ts';
import { cameraPhoto, picture } from '../support/pictures.ts';

const example = startExample();

async function choose(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Upload picture' }).click();
  await (
    await chooser
  ).setFiles({
    name,
    mimeType: name.endsWith('.svg') ? 'image/svg+xml' : 'image/jpeg',
    buffer: Buffer.from(bytes),
  });
}

const shownPicture = (page: Page): Promise<string> =>
  section(page, 'Picture')
    .locator('.selvedge-avatar img')
    .evaluate((image: HTMLImageElement) => new URL(image.src).pathname);

describe('the picture', () => {
  test('takes three clicks at most with the crop; nothing of where it was taken is stored', async () => {
    const { page, calls } = await example.signIn(await example.register());
    const clicks = await countClicks(page);
    await choose(page, 'photo.jpg', cameraPhoto);
    const dialog = page.getByRole('dialog', { name: 'Crop picture' });
    await dialog.getByRole('slider', { name: 'Zoom' }).waitFor();
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Picture changed.').waitFor();
    expect(clicks()).toBeLessThanOrEqual(3);
    expect(calls).toContain('PUT /users/me/avatar');

    const stored = example.server.pictures(await shownPicture(page));
    const sizes = await Promise.all(stored.map((bytes) => sharp(bytes).metadata()));
    expect(new Set(sizes.map(({ width }) => width))).toEqual(new Set([128, 512]));
    for (const [index, { format, exif, icc, xmp, iptc }] of sizes.entries()) {
      expect({ format, exif, icc, xmp, iptc }).toEqual({ format: 'webp' });
      expect(stored[index]?.toString('latin1')).not.toMatch(/Exif|EXIF|Nokia|Lumia/);
    }
    await page.reload();
    await page.getByRole('img', { name: 'Your picture' }).waitFor();
    await expect
      .poll(() =>
        page.locator('.selvedge-avatar img').evaluate((it: HTMLImageElement) => it.naturalWidth),
      )
      .toBe(512);
  });

  test('is cropped with the keyboard alone', async () => {
    const { page } = await example.signIn(await example.register());
    const quarters = await blocks(
      [
        [red, green],
        [blue, yellow],
      ],
      200,
    )
      .png()
      .toBuffer();
    await choose(page, 'quarters.png', quarters);
    const dialog = page.getByRole('dialog', { name: 'Crop picture' });
    await dialog.getByRole('slider', { name: 'Zoom' }).focus();
    await page.keyboard.press('End');
    await dialog.getByRole('slider', { name: 'Left or right' }).focus();
    await page.keyboard.press('End');
    const vertical = dialog.getByRole('slider', { name: 'Up or down' });
    await vertical.focus();
    await page.keyboard.press('End');
    expect(await vertical.getAttribute('aria-valuetext')).toBe('100% up');
    await dialog.getByRole('button', { name: 'Save', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Picture changed.').waitFor();
    const [stored] = example.server.pictures(await shownPicture(page));
    const [middle] = await colours(stored!, [[0.5, 0.5]]);
    expectNear(middle!, [...green, 255]);
  });

  test('is replaced as it is, removed, and then the initials are back', async () => {
    const { page } = await example.signIn(await example.register('Ada Lovelace'));
    await choose(page, 'first.jpg', await picture('jpeg'));
    await page.getByRole('button', { name: 'Use as is' }).click();
    await page.getByText('Picture changed.').waitFor();
    const before = example.server.pictures(await shownPicture(page));
    await choose(page, 'photo.jpg', cameraPhoto);
    await page.getByRole('button', { name: 'Use as is' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect
      .poll(async () => example.server.pictures(await shownPicture(page)))
      .toHaveLength(2);
    for (const bytes of example.server.pictures(await shownPicture(page))) {
      expect(before.some((old) => old.equals(bytes))).toBe(false);
      expect(bytes.toString('latin1')).not.toMatch(/Exif|EXIF|Nokia|Lumia/);
    }
    const shown = await shownPicture(page);
    await page.getByRole('button', { name: 'Remove picture' }).click();
    await page.getByText('Picture removed.').waitFor();
    await expect.poll(() => example.server.pictures(shown)).toEqual([]);
    await page.getByRole('img', { name: 'No picture yet' }).waitFor();
    expect(await page.locator('.selvedge-avatar').innerText()).toBe('AL');
  });

  test('survives what is refused', async () => {
    const { page, calls } = await example.signIn(await example.register());
    await choose(page, 'photo.jpg', cameraPhoto);
    await page.getByRole('button', { name: 'Use as is' }).click();
    await page.getByText('Picture changed.').waitFor();
    const shown = await shownPicture(page);
    const sent = calls.length;
    await choose(page, 'drawing.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
    await page.getByText('This is not a JPEG, PNG, WebP, GIF or AVIF picture.').waitFor();
    await choose(page, 'large.jpg', Buffer.alloc(10_485_761, 0xff));
    await page.getByText('This file has more than 10 MB.').waitFor();
    expect(calls).toHaveLength(sent);
    expect(await shownPicture(page)).toBe(shown);
  });

  test('stays as it was when the dialog is left with Escape; the focus returns to the button', async () => {
    const { page, calls } = await example.signIn(await example.register());
    await choose(page, 'photo.jpg', cameraPhoto);
    await page
      .getByRole('dialog', { name: 'Crop picture' })
      .getByRole('slider', { name: 'Zoom' })
      .waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const button = page.getByRole('button', { name: 'Upload picture' });
    expect(await button.evaluate((it) => it === document.activeElement)).toBe(true);
    expect(calls).not.toContain('PUT /users/me/avatar');
  });
});
