import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import type { Look } from 'selvedge';
import { AccountSettings } from 'selvedge';
import { handsOf } from './hands.ts';
import { playground } from './playground.tsx';
import { allStates, allThemes } from './sheets/sheets.tsx';
import { failing, loadBackend, never, newcomer, viaGoogle, withAccount } from './with-account.tsx';

const meta: Meta<typeof AccountSettings> = {
  title: 'Components/AccountSettings',
  component: AccountSettings,
  loaders: [loadBackend],
  decorators: [withAccount],
};
export default meta;
type Story = StoryObj<typeof meta>;

const load = (): Promise<unknown> => import('./account-settings.stories.tsx');

export const Playground: Story = { ...playground('has everything') };

export const AllStates: Story = {
  ...allStates('AccountSettings', load),
  tags: ['sheet', '!autodocs'],
};

export const AllThemes: Story = {
  ...allThemes('components-accountsettings--filled', load),
  tags: ['sheet', '!autodocs'],
};

export const Filled: Story = {};

export const Loading: Story = { parameters: { account: never('getAccount') } };

export const Empty: Story = { parameters: { account: { people: [newcomer] } } };

export const NoPassword: Story = { parameters: { account: { people: [viaGoogle] } } };

export const SignedOut: Story = {
  parameters: { account: { signedIn: null } },
  play: async (context) => {
    const { see, words } = handsOf(context);
    await see(words.account.signedOut);
  },
};

export const ServerError: Story = {
  parameters: { account: failing('getAccount', 'unexpected') },
  play: async (context) => {
    const { see, words } = handsOf(context);
    await see(words.account.loadFailed);
  },
};

export const Offline: Story = {
  parameters: { account: failing('getAccount', 'offline') },
  play: async (context) => {
    const { see, words } = handsOf(context);
    await see(words.errors.offline);
  },
};

/** The account is gone. */
export const Deleted: Story = {
  play: async (context) => {
    const { tick, press, prove, see, words } = handsOf(context);
    await tick(words.deleteAccount.understood);
    await press(words.deleteAccount.remove);
    await prove();
    await see(words.deleteAccount.removed);
  },
};

/** The host's legal links below, and a class of the host on every button. */
export const Branded: Story = {
  parameters: {
    look: {
      classNames: { button: 'acme-button' },
      legal: [
        { label: 'Terms', href: '#terms' },
        { label: 'Privacy', href: '#privacy' },
      ],
    } satisfies Look,
  },
  play: async (context) => {
    const { see, words } = handsOf(context);
    await see('Privacy');
    const save = await context.canvas.findAllByRole('button', { name: words.profile.save });
    await expect(save[0]).toHaveClass('acme-button');
  },
};
