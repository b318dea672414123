import type { Meta, StoryObj } from '@storybook/react-vite';
import type { Look } from 'selvedge';
import { IdentityList } from 'selvedge';
import { handsOf } from './hands.ts';
import { playground } from './playground.tsx';
import { allStates, allThemes } from './sheets/sheets.tsx';
import { failing, loadBackend, never, newcomer, withAccount } from './with-account.tsx';

const meta: Meta<typeof IdentityList> = {
  title: 'Components/IdentityList',
  component: IdentityList,
  loaders: [loadBackend],
  decorators: [withAccount],
};
export default meta;
type Story = StoryObj<typeof meta>;

const load = (): Promise<unknown> => import('./identities.stories.tsx');

export const Playground: Story = { ...playground() };

export const AllStates: Story = {
  ...allStates('IdentityList', load),
  tags: ['sheet', '!autodocs'],
};

export const AllThemes: Story = {
  ...allThemes('components-identitylist--filled', load),
  tags: ['sheet', '!autodocs'],
};

export const Filled: Story = {};

/** A host has the drawings of its providers from its own sign-in page. */
export const WithMarks: Story = {
  parameters: {
    look: {
      marks: {
        google: (
          <svg width="20" height="20" viewBox="0 0 20 20" fill="none" stroke="currentColor">
            <circle cx="10" cy="10" r="7" strokeWidth="2.5" strokeDasharray="34 10" />
            <path d="M10 10h7" strokeWidth="2.5" />
          </svg>
        ),
      },
    } satisfies Look,
  },
};

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
