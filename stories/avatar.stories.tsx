import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { AvatarEditor } from 'selvedge';
import type { Account, Words } from 'selvedge';
import { handsOf } from './hands.ts';
import { playground } from './playground.tsx';
import { allStates, allThemes } from './sheets/sheets.tsx';
import { ada, failing, keepBackend, loadBackend, never, withAccount } from './with-account.tsx';

const meta: Meta<typeof AvatarEditor> = {
  title: 'Components/AvatarEditor',
  component: AvatarEditor,
  decorators: [withAccount],
  loaders: [loadBackend],
};
export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;

/** A landscape: sky, sun, hills. */
function landscape(): Promise<Blob> {
  const canvas = new OffscreenCanvas(1600, 1000);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('There is no canvas.');
  const sky = context.createLinearGradient(0, 0, 0, 1000);
  sky.addColorStop(0, '#7fb2e5');
  sky.addColorStop(1, '#fbe3c0');
  context.fillStyle = sky;
  context.fillRect(0, 0, 1600, 1000);
  for (const [x, y, radius, colour] of [
    [1050, 420, 110, '#ffd166'],
    [350, 1350, 650, '#6a994e'],
    [1250, 1450, 800, '#386641'],
  ] as const) {
    context.fillStyle = colour;
    context.beginPath();
    context.arc(x, y, radius, 0, Math.PI * 2);
    context.fill();
  }
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
}

/** As if a file was chosen in the browser's own dialog. */
async function choose(context: Parameters<Play>[0], file: Blob): Promise<void> {
  const { words } = handsOf(context);
  await context.canvas.findByRole('button', { name: words.avatar.upload });
  const input = context.canvasElement.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('There is no input.');
  const transfer = new DataTransfer();
  transfer.items.add(new File([file], 'picture', { type: file.type }));
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

const crop: Play = async (context) => {
  const { canvas } = context;
  const { words } = handsOf(context);
  await choose(context, await landscape());
  await canvas.findByLabelText(words.avatar.zoom, undefined, { timeout: 10_000 });
};

const save: Play = async (context) => {
  await crop(context);
  const { press, words } = handsOf(context);
  await press(words.avatar.save);
};

const saveAndSee =
  (text: (words: Words) => string): Play =>
  async (context) => {
    await save(context);
    const { see, words } = handsOf(context);
    await see(text(words));
  };

const load = (): Promise<unknown> => import('./avatar.stories.tsx');

export const Playground: Story = { ...playground() };

export const AllStates: Story = {
  ...allStates('AvatarEditor', load),
  tags: ['sheet', '!autodocs'],
};

export const AllThemes: Story = {
  ...allThemes('components-avatareditor--with-picture', load),
  tags: ['sheet', '!autodocs'],
};

export const Empty: Story = {};

export const WithPicture: Story = {
  loaders: [
    (context) =>
      keepBackend(context, 'picture', async () => ({
        people: [{ ...ada, avatar: await landscape() }],
      })),
  ],
};

export const Loading: Story = { parameters: { account: never('getAccount') } };

export const LoadFailed: Story = {
  parameters: { account: failing('getAccount', 'unexpected') },
  play: async (context) => {
    const { see, words } = handsOf(context);
    await see(words.account.loadFailed);
  },
};

export const SignedOut: Story = {
  parameters: { account: { signedIn: null } },
  play: async (context) => {
    const { see, words } = handsOf(context);
    await see(words.account.signedOut);
  },
};

export const Cropping: Story = { play: crop };

/** Moved, zoomed and turned. */
export const Cropped: Story = {
  play: async (context) => {
    await crop(context);
    const { canvas, userEvent } = context;
    const { press, words } = handsOf(context);
    (await canvas.findByLabelText(words.avatar.horizontal)).focus();
    await userEvent.keyboard('{ArrowRight}');
    await press(words.avatar.rotate);
  },
};

/** An SVG. */
export const FieldError: Story = {
  play: async (context) => {
    await choose(context, new Blob(['<svg/>'], { type: 'image/svg+xml' }));
    const { see, words } = handsOf(context);
    await see(words.avatar.unsupported);
  },
};

/** Begins as an AVIF picture, and is nothing that a browser could show. */
export const NotShown: Story = {
  play: async (context) => {
    await choose(context, new Blob(['\0\0\0\u0018ftypavif\0\0\0\0mif1avif']));
    const { see, words } = handsOf(context);
    await see(words.avatar.notShown);
  },
};

export const Saving: Story = {
  parameters: {
    account: { latencyMilliseconds: (name: string) => (name === 'setAvatar' ? 600_000 : 0) },
  },
  play: async (context) => {
    await save(context);
    const { words } = handsOf(context);
    await context.canvas.findByRole('progressbar', { name: words.avatar.uploading });
  },
};

export const Stopped: Story = {
  ...Saving,
  play: async (context) => {
    await save(context);
    const { press, see, words } = handsOf(context);
    await press(words.avatar.stop);
    await see(words.avatar.stopped);
  },
};

export const Saved: Story = { play: saveAndSee((words) => words.avatar.saved) };

export const Removed: Story = {
  ...WithPicture,
  play: async (context) => {
    const { press, see, words } = handsOf(context);
    await press(words.avatar.remove);
    await see(words.avatar.removed);
  },
};

export const ServerError: Story = {
  parameters: { account: failing('setAvatar', 'unavailable') },
  play: saveAndSee((words) => words.errors.unavailable),
};

export const Offline: Story = {
  parameters: { account: failing('setAvatar', 'offline') },
  play: saveAndSee((words) => words.errors.offline),
};

export const RateLimited: Story = {
  parameters: { account: failing('setAvatar', 'rate_limited', 47) },
  play: async (context) => {
    await save(context);
    await waitFor(() => {
      const texts = context.canvas.getAllByRole('alert').map(({ textContent }) => textContent);
      return expect(texts.join('')).toMatch(/4[0-7]/);
    });
  },
};

export const SessionEnded: Story = {
  parameters: { account: failing('setAvatar', 'session_ended') },
  play: saveAndSee((words) => words.errors.session_ended),
};

/** The application keeps the picture to itself. */
export const ReadOnly: Story = {
  parameters: {
    account: {
      view: (account: Account) => ({
        ...account,
        abilities: {
          ...account.abilities,
          changeAvatar: { allowed: false, reason: 'locked_by_application', stepUp: false },
        },
      }),
    },
  },
};
