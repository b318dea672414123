import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { PasswordForgotten } from 'selvedge';
import type { Hands } from './hands.ts';
import { handsOf, said } from './hands.ts';
import { pagePlayground } from './playground.tsx';
import { allStates, allThemes } from './sheets/sheets.tsx';
import { failing, loadBackend, never, withAccount } from './with-account.tsx';

const meta: Meta<typeof PasswordForgotten> = {
  title: 'Components/PasswordForgotten',
  component: PasswordForgotten,
  loaders: [loadBackend],
  decorators: [withAccount],
  parameters: { account: { signedIn: null } },
};
export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;

const email = 'ada@example.com';
const ask = async ({ fill, press, words }: Hands, typed = email): Promise<void> => {
  await fill(words.passwordReset.email, typed);
  await press(words.passwordReset.send);
};
const askAndSee =
  (text: (words: Hands['words']) => string, typed?: string): Play =>
  async (context) => {
    const hands = handsOf(context);
    await ask(hands, typed);
    await hands.see(text(hands.words));
  };

const load = (): Promise<unknown> => import('./password-forgotten.stories.tsx');

export const Playground: Story = { ...pagePlayground() };

export const AllStates: Story = {
  ...allStates('PasswordForgotten', load),
  tags: ['sheet', '!autodocs'],
};

export const AllThemes: Story = {
  ...allThemes('components-passwordforgotten--empty', load),
  tags: ['sheet', '!autodocs'],
};

export const Empty: Story = {};

/** What was typed at the sign-in is there already. */
export const Prefilled: Story = { args: { email } };

export const Saving: Story = {
  parameters: { account: never('requestPasswordReset') },
  play: (context) => ask(handsOf(context)),
};

/** The answer is the same whether or not there is such an account. */
export const Saved: Story = {
  play: askAndSee((words) => said(words, words.passwordReset.sent, { email })),
};

export const FieldError: Story = {
  play: askAndSee((words) => words.fields.malformed, 'ada@example'),
};

export const ServerError: Story = {
  parameters: { account: failing('requestPasswordReset', 'unavailable') },
  play: askAndSee((words) => words.errors.unavailable),
};

export const Offline: Story = {
  parameters: { account: failing('requestPasswordReset', 'offline') },
  play: askAndSee((words) => words.errors.offline),
};

export const RateLimited: Story = {
  parameters: { account: failing('requestPasswordReset', 'rate_limited', 47) },
  play: async (context) => {
    await ask(handsOf(context));
    await waitFor(() => expect(context.canvas.getByRole('alert')).toHaveTextContent(/4[0-7]/));
  },
};

/** Where passwords are the host's. */
export const ReadOnly: Story = {
  parameters: { account: { signedIn: null, ownSessions: false } },
  play: askAndSee((words) => words.locks.handled_elsewhere),
};
