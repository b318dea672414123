import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import type { Account } from 'selvedge';
import { DeleteAccount } from 'selvedge';
import type { Hands } from './hands.ts';
import { handsOf } from './hands.ts';
import { playground } from './playground.tsx';
import { allStates, allThemes } from './sheets/sheets.tsx';
import { failing, loadBackend, never, viaGoogle, withAccount } from './with-account.tsx';

const meta: Meta<typeof DeleteAccount> = {
  title: 'Components/DeleteAccount',
  component: DeleteAccount,
  loaders: [loadBackend],
  decorators: [withAccount],
};
export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;

const remove = async ({ tick, press, words }: Hands) => {
  await tick(words.deleteAccount.understood);
  await press(words.deleteAccount.remove);
};
const removeAndSee =
  (text: (words: Hands['words']) => string): Play =>
  async (context) => {
    const hands = handsOf(context);
    await remove(hands);
    await hands.see(text(hands.words));
  };

const load = (): Promise<unknown> => import('./delete-account.stories.tsx');

export const Playground: Story = { ...playground() };

export const AllStates: Story = {
  ...allStates('DeleteAccount', load),
  tags: ['sheet', '!autodocs'],
};

export const AllThemes: Story = {
  ...allThemes('components-deleteaccount--offered', load),
  tags: ['sheet', '!autodocs'],
};

export const Offered: Story = {};

export const Loading: Story = { parameters: { account: never('getAccount') } };

export const StepUp: Story = {
  play: async (context) => {
    const hands = handsOf(context);
    await remove(hands);
    await hands.seePrompt();
  },
};

export const Saving: Story = {
  parameters: { account: never('deleteAccount') },
  play: (context) => remove(handsOf(context)),
};

/** It is gone, and nobody is signed in any more. */
export const Saved: Story = {
  play: async (context) => {
    const hands = handsOf(context);
    await remove(hands);
    await hands.prove();
    await hands.see(hands.words.deleteAccount.removed);
  },
};

/** The box was not ticked. */
export const FieldError: Story = {
  play: async (context) => {
    const { press, see, words } = handsOf(context);
    await press(words.deleteAccount.remove);
    await see(words.deleteAccount.tickFirst);
  },
};

export const ServerError: Story = {
  parameters: { account: failing('deleteAccount', 'unavailable') },
  play: removeAndSee((words) => words.errors.unavailable),
};

export const Offline: Story = {
  parameters: { account: failing('deleteAccount', 'offline') },
  play: removeAndSee((words) => words.errors.offline),
};

export const RateLimited: Story = {
  parameters: { account: failing('deleteAccount', 'rate_limited', 47) },
  play: async (context) => {
    await remove(handsOf(context));
    await waitFor(() => expect(context.canvas.getByRole('alert')).toHaveTextContent(/4[0-7]/));
  },
};

/** The prompt was cancelled. */
export const Interrupted: Story = {
  play: async (context) => {
    const hands = handsOf(context);
    await remove(hands);
    await hands.seePrompt();
    await hands.press(hands.words.account.cancel);
    await hands.see(hands.words.account.interrupted);
  },
};

/** Another backend may not let its accounts go. */
export const ReadOnly: Story = {
  parameters: {
    account: {
      view: (account: Account): Account => ({
        ...account,
        abilities: {
          ...account.abilities,
          deleteAccount: { allowed: false, reason: 'locked_by_application', stepUp: true },
        },
      }),
    },
  },
};

/** Whoever has no password here proves it by signing in again. */
export const NoPassword: Story = {
  parameters: {
    account: { people: [viaGoogle], signedInLongAgo: true },
  },
  play: StepUp.play as Play,
};
