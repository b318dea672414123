import type { Meta, StoryObj } from '@storybook/react-vite';
import { IdentityList } from 'selvedge';
import { handsOf } from './hands.ts';
import { failing, loadBackend, never, newcomer, withAccount } from './with-account.tsx';

const meta: Meta<typeof IdentityList> = {
  title: 'IdentityList',
  component: IdentityList,
  loaders: [loadBackend],
  decorators: [withAccount],
};
export default meta;
type Story = StoryObj<typeof meta>;

export const Filled: Story = {};

export const Loading: Story = { parameters: { account: never('getAccount') } };

export const Empty: Story = { parameters: { account: { people: [newcomer] } } };

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
