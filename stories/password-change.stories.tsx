import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import type { Account } from 'selvedge';
import { PasswordChange } from 'selvedge';
import type { Hands } from './hands.ts';
import { handsOf } from './hands.ts';
import { playground } from './playground.tsx';
import { allStates, allThemes } from './sheets/sheets.tsx';
import { failing, loadBackend, never, viaGoogle, withAccount } from './with-account.tsx';

const meta: Meta<typeof PasswordChange> = {
  title: 'Components/PasswordChange',
  component: PasswordChange,
  loaders: [loadBackend],
  decorators: [withAccount],
};
export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;

const change = async ({ fill, press, words }: Hands, typed = 'seven otters sing at dusk') => {
  await fill(words.passwordChange.newPassword, typed);
  await press(words.passwordChange.change);
};
const changeAndSee =
  (text: (words: Hands['words']) => string): Play =>
  async (context) => {
    const hands = handsOf(context);
    await change(hands);
    await hands.see(text(hands.words));
  };

const load = (): Promise<unknown> => import('./password-change.stories.tsx');

export const Playground: Story = { ...playground() };

export const AllStates: Story = {
  ...allStates('PasswordChange', load),
  tags: ['sheet', '!autodocs'],
};

export const AllThemes: Story = {
  ...allThemes('components-passwordchange--empty', load),
  tags: ['sheet', '!autodocs'],
};

export const Empty: Story = {};

export const Loading: Story = { parameters: { account: never('getAccount') } };

/** A policy that also asks for kinds of characters. */
export const StricterPolicy: Story = {
  parameters: {
    account: {
      settings: {
        passwordPolicy: {
          minLength: 12,
          characterTypes: { among: ['lower', 'upper', 'digit', 'special'], atLeast: 3 },
        },
      },
    },
  },
};

const type =
  (typed: string): Play =>
  async (context) => {
    const { fill, words } = handsOf(context);
    await fill(words.passwordChange.newPassword, typed);
    const list = await context.canvas.findByRole('list', { name: words.passwordRules.title });
    await expect(list).toBeVisible();
  };

/** Some of the rules are met. */
export const Checklist: Story = { ...StricterPolicy, play: type('Otters sing') };

/** All rules are met, and it is hard to guess. */
export const HardToGuess: Story = {
  play: async (context) => {
    await type('seven otters sing at dusk')(context);
    const { see, words } = handsOf(context);
    await see(words.passwordRules.hard);
  },
};

/** All rules are met, and yet it is easy to guess. */
export const EasyToGuess: Story = {
  play: async (context) => {
    await type('aaaaaaaaaaaaaaaaaaaa')(context);
    const { see, words } = handsOf(context);
    await see(words.passwordRules.easy);
  },
};

export const StepUp: Story = {
  play: async (context) => {
    const hands = handsOf(context);
    await change(hands);
    await hands.seePrompt();
  },
};

export const Saving: Story = {
  parameters: { account: never('changePassword') },
  play: (context) => change(handsOf(context)),
};

export const Saved: Story = {
  play: async (context) => {
    const hands = handsOf(context);
    await change(hands);
    await hands.prove();
    await hands.see(hands.words.passwordChange.changed);
  },
};

export const FieldError: Story = {
  play: async (context) => {
    const hands = handsOf(context);
    await change(hands, 'too short');
    await waitFor(() =>
      expect(context.canvas.getByLabelText(hands.words.passwordChange.newPassword)).toBeInvalid(),
    );
  },
};

export const ServerError: Story = {
  parameters: { account: failing('changePassword', 'unavailable') },
  play: changeAndSee((words) => words.errors.unavailable),
};

export const Offline: Story = {
  parameters: { account: failing('changePassword', 'offline') },
  play: changeAndSee((words) => words.errors.offline),
};

export const RateLimited: Story = {
  parameters: { account: failing('changePassword', 'rate_limited', 47) },
  play: async (context) => {
    await change(handsOf(context));
    await waitFor(() => expect(context.canvas.getByRole('alert')).toHaveTextContent(/4[0-7]/));
  },
};

/** The prompt was cancelled. */
export const Interrupted: Story = {
  play: async (context) => {
    const hands = handsOf(context);
    await change(hands);
    await hands.seePrompt();
    await hands.press(hands.words.account.cancel);
    await hands.see(hands.words.account.interrupted);
  },
};

/** Another backend may keep the password to itself. */
export const ReadOnly: Story = {
  parameters: {
    account: {
      view: (account: Account): Account => ({
        ...account,
        abilities: {
          ...account.abilities,
          changePassword: { allowed: false, reason: 'locked_by_application', stepUp: true },
        },
      }),
    },
  },
};

/** The first one is set. */
export const NoPassword: Story = { parameters: { account: { people: [viaGoogle] } } };

/** Another backend may not let those set one who sign in another way. */
export const NeverAPassword: Story = {
  parameters: {
    account: {
      people: [viaGoogle],
      view: (account: Account): Account => ({
        ...account,
        abilities: {
          ...account.abilities,
          changePassword: { allowed: false, reason: 'no_password', stepUp: true },
        },
      }),
    },
  },
};
