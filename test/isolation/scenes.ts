import { join } from 'node:path';
import type { Page } from 'playwright';
import { components } from './components.ts';
import { settle } from './open-room.ts';

/** A component in a state, to be looked at on different pages. */
export interface Scene {
  name: string;
  /** What the room's script reads from the address. */
  query: Readonly<Record<string, string>>;
  /** Brings it into its state. */
  act?: (page: Page) => Promise<void>;
}

const password = 'correct horse battery staple';
const picture = join(import.meta.dirname, '../support/pictures/starfish.jpg');

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();

const plain: readonly Scene[] = Object.keys(components).map((component) => ({
  name: component,
  query: { component },
}));

const states: readonly Scene[] = [
  { name: 'loading', query: { component: 'AccountSettings', latency: 'Infinity' } },
  {
    name: 'field error',
    query: { component: 'ProfileForm' },
    async act(page) {
      await page.getByLabel('Username').fill('a b');
      await press(page, 'Save');
      await page.locator('[aria-invalid="true"]').waitFor();
    },
  },
  {
    name: 'password rules',
    query: { component: 'PasswordChange' },
    async act(page) {
      await page.getByLabel('New password').fill('correct horse');
      await page.locator('.selvedge-rules').waitFor();
    },
  },
  {
    name: 'cropper',
    query: { component: 'AvatarEditor' },
    async act(page) {
      await page.locator('input[type=file]').setInputFiles(picture);
      await page.getByRole('slider').first().waitFor();
    },
  },
  {
    name: 'set-up of an authenticator app',
    query: { component: 'TwoFactor', person: 'ada' },
    async act(page) {
      await press(page, 'Set up');
      await page.getByLabel('Password', { exact: true }).fill(password);
      await press(page, 'Confirm');
      await page.locator('.selvedge-qr').waitFor();
    },
  },
  {
    name: 'ticked',
    query: { component: 'DeleteAccount' },
    act: (page) => page.getByRole('checkbox').check(),
  },
];

/** Every component as it is when it is loaded, and states with parts that are nowhere else. */
export const scenes: readonly Scene[] = [...plain, ...states];

/** Plays the scene's act, and waits until it is over. */
export async function play(page: Page, { query, act }: Scene): Promise<void> {
  await act?.(page);
  if (query['latency'] === undefined) await settle(page);
}
