import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { PasswordReset } from 'selvedge';
import type { Hands } from './hands.ts';
import { handsOf } from './hands.ts';
import { openLink, openPage } from './mailed-link.tsx';
import { pagePlayground } from './playground.tsx';
import { allStates, allThemes } from './sheets/sheets.tsx';
import { ada, failing, never, withAccount } from './with-account.tsx';

/** The link of a mail that was asked for. */
const asked = openPage('asked', async (backend) => {
  const before = backend.mailbox.list().length;
  await backend.requestPasswordReset({ email: 'ada@example.com' });
  await waitFor(() => expect(backend.mailbox.list().length).toBeGreaterThan(before));
  const token = /#(token=\S+)/.exec(backend.mailbox.findNewest('ada@example.com')?.text ?? '');
  return token?.[1] ?? '';
});

const meta: Meta<typeof PasswordReset> = {
  title: 'Components/PasswordReset',
  component: PasswordReset,
  loaders: [asked],
  decorators: [withAccount],
  parameters: { account: { people: [ada] } },
};
export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;

const choose = async ({ fill, press, words }: Hands, typed = 'seven otters sing at dusk') => {
  await fill(words.passwordReset.newPassword, typed);
  await press(words.passwordReset.reset);
};
const chooseAndSee =
  (text: (words: Hands['words']) => string): Play =>
  async (context) => {
    const hands = handsOf(context);
    await choose(hands);
    await hands.see(text(hands.words));
  };
const account = (more: object) => ({ account: { people: [ada], ...more } });

const load = (): Promise<unknown> => import('./password-reset.stories.tsx');

export const Playground: Story = { ...pagePlayground() };

export const AllStates: Story = {
  ...allStates('PasswordReset', load),
  tags: ['sheet', '!autodocs'],
};

export const AllThemes: Story = {
  ...allThemes('components-passwordreset--ready', load),
  tags: ['sheet', '!autodocs'],
};

export const Ready: Story = {};

/** Opened without a token. */
export const Empty: Story = { loaders: [openLink('nobody@example.com')] };

export const Saving: Story = {
  parameters: account(never('resetPassword')),
  play: (context) => choose(handsOf(context)),
};

export const Saved: Story = { play: chooseAndSee((words) => words.passwordReset.done) };

/** The policy is not met. */
export const FieldError: Story = {
  play: async (context) => {
    const hands = handsOf(context);
    await choose(hands, 'too short');
    const field = context.canvas.getByLabelText(hands.words.passwordReset.newPassword);
    await waitFor(() => expect(field).toBeInvalid());
  },
};

/** The link is not one of ours. */
export const Invalid: Story = {
  loaders: [openLink('', 'AAAA')],
  play: chooseAndSee((words) => words.errors.link_invalid),
};

export const Expired: Story = {
  parameters: account(failing('resetPassword', 'link_expired')),
  play: chooseAndSee((words) => words.errors.link_expired),
};

export const ServerError: Story = {
  parameters: account(failing('resetPassword', 'unavailable')),
  play: chooseAndSee((words) => words.errors.unavailable),
};

export const Offline: Story = {
  parameters: account(failing('resetPassword', 'offline')),
  play: chooseAndSee((words) => words.errors.offline),
};

export const RateLimited: Story = {
  parameters: account(failing('resetPassword', 'rate_limited', 47)),
  play: async (context) => {
    await choose(handsOf(context));
    await waitFor(() => expect(context.canvas.getByRole('alert')).toHaveTextContent(/4[0-7]/));
  },
};
