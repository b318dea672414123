import { Secret, TOTP } from 'otpauth';
import type { Locator, Page } from 'playwright';
import { confirmItsMe, section } from './example.ts';

/** The section of the settings. */
export const twoStep = (page: Page): Locator => section(page, 'Two-step sign-in');

/** What an authenticator app shows for a key, at a moment that may lie ahead. */
export function codeOf(key: string, aheadMilliseconds = 0): string {
  const timestamp = Date.now() + aheadMilliseconds;
  return new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp });
}

/** Sets an app up as a person would, and leaves the recovery codes on the page. */
export async function setUpApp(
  page: Page,
  aheadMilliseconds = 0,
): Promise<{ key: string; codes: string[] }> {
  await twoStep(page).getByRole('button', { name: 'Set up' }).click();
  await confirmItsMe(page);
  const key = (await twoStep(page).locator('code').innerText()).replaceAll(' ', '');
  await twoStep(page).getByLabel('Code from the app').fill(codeOf(key, aheadMilliseconds));
  await page.keyboard.press('Enter');
  await twoStep(page).getByRole('heading', { name: 'Your recovery codes' }).waitFor();
  return { key, codes: await twoStep(page).getByRole('listitem').allInnerTexts() };
}
