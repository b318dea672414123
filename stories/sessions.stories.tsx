import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { Sessions } from 'selvedge';
import type { Hands } from './hands.ts';
import { handsOf, said } from './hands.ts';
import { playground } from './playground.tsx';
import { allStates, allThemes } from './sheets/sheets.tsx';
import { ada, failing, loadBackend, never, travelled, withAccount } from './with-account.tsx';

const meta: Meta<typeof Sessions> = {
  title: 'Components/Sessions',
  component: Sessions,
  loaders: [loadBackend],
  decorators: [withAccount],
};
export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;

const endPhone = async ({ press, words }: Hands): Promise<void> => {
  const { endNamed, browserOnSystem } = words.sessions;
  const name = said(words, browserOnSystem, { browser: 'Safari', system: 'iOS' });
  await press(said(words, endNamed, { name }));
};
const endAndSee =
  (text: (words: Hands['words']) => string): Play =>
  async (context) => {
    const hands = handsOf(context);
    await endPhone(hands);
    await hands.see(text(hands.words));
  };
const people = [travelled];

const load = (): Promise<unknown> => import('./sessions.stories.tsx');

export const Playground: Story = { ...playground('has everything') };

export const AllStates: Story = { ...allStates('Sessions', load), tags: ['sheet', '!autodocs'] };

export const AllThemes: Story = {
  ...allThemes('components-sessions--filled', load),
  tags: ['sheet', '!autodocs'],
};

export const Filled: Story = { parameters: { account: { people } } };

/** Signed in here only. */
export const Empty: Story = { parameters: { account: { people: [ada] } } };

export const Loading: Story = { parameters: { account: { people, ...never('listSessions') } } };

export const Saving: Story = {
  parameters: { account: { people, ...never('endSession') } },
  play: (context) => endPhone(handsOf(context)),
};

export const Saved: Story = {
  parameters: { account: { people } },
  play: endAndSee((words) => words.sessions.ended),
};

/** "Sign out everywhere else" was pressed. */
export const OthersEnded: Story = {
  parameters: { account: { people } },
  play: async (context) => {
    const { press, see, words } = handsOf(context);
    await press(words.sessions.endOthers);
    await see(words.sessions.othersEnded);
  },
};

/** The list could not be fetched. */
export const LoadFailed: Story = {
  parameters: { account: { people, ...failing('listSessions', 'unavailable') } },
  play: async (context) => {
    const { see, words } = handsOf(context);
    await see(words.errors.unavailable);
  },
};

export const ServerError: Story = {
  parameters: { account: { people, ...failing('endSession', 'unavailable') } },
  play: endAndSee((words) => words.errors.unavailable),
};

export const Offline: Story = {
  parameters: { account: { people, ...failing('endSession', 'offline') } },
  play: endAndSee((words) => words.errors.offline),
};

export const RateLimited: Story = {
  parameters: { account: { people, ...failing('endSession', 'rate_limited', 47) } },
  play: async (context) => {
    await endPhone(handsOf(context));
    await waitFor(() => expect(context.canvas.getAllByText(/4[0-7]/).length).toBeGreaterThan(0));
  },
};

/** A host has sessions of its own. */
export const ReadOnly: Story = { parameters: { account: { people, ownSessions: false } } };
