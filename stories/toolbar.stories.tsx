// What every menu of the toolbar does, seen in the page. Not in the sidebar: they are tests.
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { ProfileForm } from 'selvedge';
import { de } from 'selvedge/locales/de';
import { english } from 'selvedge/locales/en';
import type { Surroundings } from '../.storybook/surroundings.ts';
import { handsOf } from './hands.ts';
import { loadBackend, withAccount } from './with-account.tsx';

const meta: Meta<typeof ProfileForm> = {
  title: 'Toolbar',
  component: ProfileForm,
  loaders: [loadBackend],
  decorators: [withAccount],
  tags: ['!dev', '!autodocs'],
};
export default meta;
type Story = StoryObj<typeof meta>;
type Context = Parameters<NonNullable<Story['play']>>[0];

const on = (globals: Partial<Surroundings>, play: NonNullable<Story['play']>): Story => ({
  globals: { ...globals },
  play,
});
const rootOf = ({ canvasElement }: Context): HTMLElement => {
  const root = canvasElement.querySelector<HTMLElement>('.selvedge-root');
  if (!root) throw new Error('There is no root.');
  return root;
};
const saveButton = (context: Context): Promise<HTMLElement> =>
  context.canvas.findByRole('button', { name: handsOf(context).words.profile.save });
const styleOf = async (context: Context): Promise<CSSStyleDeclaration> =>
  getComputedStyle(await saveButton(context));
const save = async (context: Context): Promise<void> => {
  const { fill, press, words } = handsOf(context);
  await fill(words.profile.nickname, 'Enchantress of Numbers');
  await press(words.profile.save);
};

/** A colour as the screen shows it: `11 122 83`. */
function shown(colour: string): string {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) throw new Error('There is no canvas.');
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3).join(' ');
}

const corner = async (context: Context): Promise<string> =>
  (await styleOf(context)).borderStartStartRadius;

export const Preset = on({ theme: 'soft' }, async (context) => {
  await expect(await corner(context)).toBe('12px');
});

/** With the variables of a host that has it. */
export const Bridge = on({ theme: 'shadcn' }, async (context) => {
  await expect(await corner(context)).toBe('8px');
});

/** The bridge of the story before is gone. */
export const NoBridge = on({ theme: 'neutral' }, async (context) => {
  await expect(await corner(context)).toBe('7px');
});

export const Brand = on({ brand: '#0b7a53' }, async (context) => {
  await expect(shown((await styleOf(context)).backgroundColor)).toBe('11 122 83');
});

export const Dark = on({ scheme: 'dark' }, async (context) => {
  await expect(getComputedStyle(rootOf(context)).colorScheme).toBe('dark');
  const [red] = shown(getComputedStyle(rootOf(context)).color).split(' ');
  await expect(Number(red)).toBeGreaterThan(200);
});

const height = async (context: Context): Promise<number> =>
  (await saveButton(context)).getBoundingClientRect().height;

export const Compact = on({ density: 'compact' }, async (context) => {
  await expect(await height(context)).toBeCloseTo(28.8, 0);
});

export const Comfortable = on({ density: 'comfortable' }, async (context) => {
  await expect(await height(context)).toBeCloseTo(43.2, 0);
});

export const German = on({ locale: 'de' }, async ({ canvas }) => {
  await canvas.findByRole('button', { name: de.profile.save });
});

/** Half as long again. */
export const LongText = on({ locale: 'en-XA' }, async ({ canvas }) => {
  await canvas.findByRole('button', { name: /^\[Sáv.*·\]$/ });
});

export const Mirrored = on({ locale: 'ar-XB' }, async (context) => {
  await expect(getComputedStyle(rootOf(context)).direction).toBe('rtl');
});

/** Against the language. */
export const RightToLeft = on({ direction: 'rtl' }, async (context) => {
  await expect(getComputedStyle(rootOf(context)).direction).toBe('rtl');
  await context.canvas.findByRole('button', { name: english.profile.save });
});

export const LeftToRight = on({ locale: 'ar-XB', direction: 'ltr' }, async (context) => {
  await expect(getComputedStyle(rootOf(context)).direction).toBe('ltr');
});

export const Narrow = on({ width: '280' }, async (context) => {
  await expect(rootOf(context).clientWidth).toBe(280);
});

export const Wide = on({ width: '720' }, async (context) => {
  await expect(rootOf(context).clientWidth).toBe(720);
});

/** Long enough for the placeholders to be there first. */
export const Latency = on({ latency: '400' }, async (context) => {
  await waitFor(() =>
    expect(context.canvasElement.querySelector('.selvedge-skeleton')).not.toBeNull(),
  );
  await saveButton(context);
});

const failed = (
  failure: Surroundings['failure'],
  text: (words: ReturnType<typeof handsOf>['words']) => string | RegExp,
): Story =>
  on({ failure }, async (context) => {
    await save(context);
    const { see, words } = handsOf(context);
    await see(text(words));
  });

export const Validation = failed('validation', (words) => words.fields.taken);

export const RateLimit = failed('rate-limit', () => /4[0-7]/);

export const ServerError = failed('server-error', (words) => words.errors.unavailable);

export const Offline = failed('offline', (words) => words.errors.offline);

/** Somebody else saves just before. After the choice the second try goes through. */
export const Conflict = on({ failure: 'conflict' }, async (context) => {
  await save(context);
  const { press, see, words } = handsOf(context);
  await see(words.profile.chooseFirst);
  await context.userEvent.click(
    await context.canvas.findByRole('button', { name: words.profile.keepMine }),
  );
  await press(words.profile.save);
  await see(words.profile.saved);
});

/** Also where the rules ask for none; with the proof it goes through. */
export const StepUp = on({ failure: 'step-up' }, async (context) => {
  await save(context);
  const { prove, see, words } = handsOf(context);
  await prove();
  await see(words.profile.saved);
});

/** An element of the page itself, and not one of ours. */
function pageButton({ canvasElement }: Context): CSSStyleDeclaration {
  const button = document.createElement('button');
  button.textContent = 'Of the host';
  canvasElement.append(button);
  const { backgroundColor, textTransform, borderTopWidth } = getComputedStyle(button);
  const seen = { backgroundColor, textTransform, borderTopWidth } as CSSStyleDeclaration;
  button.remove();
  return seen;
}

export const Tailwind = on({ hostCss: 'tailwind' }, async (context) => {
  await expect(pageButton(context).borderTopWidth).toBe('0px');
});

export const Bootstrap = on({ hostCss: 'bootstrap' }, async (context) => {
  await expect(getComputedStyle(document.documentElement).getPropertyValue('--bs-blue')).toBe(
    '#0d6efd',
  );
  await saveButton(context);
});

export const Legacy = on({ hostCss: 'legacy' }, async (context) => {
  await expect(pageButton(context).backgroundColor).toBe('rgb(255, 0, 255)');
  await expect((await styleOf(context)).textTransform).toBe('none');
});

/** With our sheet and none of the page's, and hands that reach into it. */
export const ShadowRoot = on({ shadow: 'on', hostCss: 'legacy' }, async (context) => {
  const room = context.canvasElement.querySelector('[data-shadow]')?.shadowRoot;
  await expect(room?.adoptedStyleSheets.length).toBe(2);
  await expect(context.canvasElement.querySelector('.selvedge-root')).toBeNull();
  await save(context);
  const { see, words } = handsOf(context);
  await see(words.profile.saved);
  await expect((await saveButton(context)).getRootNode()).toBe(room);
  await expect((await styleOf(context)).textTransform).toBe('none');
});

/** All at once, as a designer who forgot what was chosen. */
export const Everything = on(
  { locale: 'de', scheme: 'dark', density: 'compact', shadow: 'on', latency: '400', width: '320' },
  async (context) => {
    await save(context);
    const { see, words } = handsOf(context);
    await see(words.profile.saved);
  },
);
