import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { Activity } from 'selvedge';
import type { Hands } from './hands.ts';
import { handsOf, said } from './hands.ts';
import { playground } from './playground.tsx';
import { allStates, allThemes } from './sheets/sheets.tsx';
import { failing, loadBackend, never, travelled, withAccount } from './with-account.tsx';

const meta: Meta<typeof Activity> = {
  title: 'Components/Activity',
  component: Activity,
  loaders: [loadBackend],
  decorators: [withAccount],
};
export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;

// Few enough to be looked at in eight themes.
const people = [{ ...travelled, activity: travelled.activity?.slice(-5) ?? [] }];
const ask = async ({ press, words }: Hands): Promise<void> => {
  const { notMeNamed, events } = words.activity;
  await press(said(words, notMeNamed, { event: events.sign_in_failed }));
};
const report = async (hands: Hands): Promise<void> => {
  await ask(hands);
  await hands.press(hands.words.activity.report);
};
const reportAndSee =
  (text: (words: Hands['words']) => string): Play =>
  async (context) => {
    const hands = handsOf(context);
    await report(hands);
    await hands.see(text(hands.words));
  };

const load = (): Promise<unknown> => import('./activity.stories.tsx');

export const Playground: Story = { ...playground('has everything') };

export const AllStates: Story = { ...allStates('Activity', load), tags: ['sheet', '!autodocs'] };

export const AllThemes: Story = {
  ...allThemes('components-activity--filled', load),
  tags: ['sheet', '!autodocs'],
};

export const Filled: Story = { parameters: { account: { people } } };

/** Another backend may keep no log. */
export const Empty: Story = { parameters: { account: { people, emptyLog: true } } };

export const Loading: Story = { parameters: { account: { people, ...never('listActivity') } } };

/** "Show older" was pressed. */
export const Older: Story = {
  parameters: { account: { people: [travelled] } },
  play: async (context) => {
    const { press, words } = handsOf(context);
    await press(words.activity.more);
    await waitFor(() => expect(context.canvas.getAllByRole('listitem').length).toBeGreaterThan(20));
  },
};

/** "Not me" was pressed. */
export const Asking: Story = {
  parameters: { account: { people } },
  play: async (context) => {
    const hands = handsOf(context);
    await ask(hands);
    await hands.see(hands.words.activity.reportSays);
  },
};

export const Saving: Story = {
  parameters: { account: { people, ...never('reportActivity') } },
  play: (context) => report(handsOf(context)),
};

export const Saved: Story = {
  parameters: { account: { people } },
  play: reportAndSee((words) => words.activity.reported),
};

/** The list could not be fetched. */
export const LoadFailed: Story = {
  parameters: { account: { people, ...failing('listActivity', 'offline') } },
  play: async (context) => {
    const { see, words } = handsOf(context);
    await see(words.errors.offline);
  },
};

export const ServerError: Story = {
  parameters: { account: { people, ...failing('reportActivity', 'unavailable') } },
  play: reportAndSee((words) => words.errors.unavailable),
};

export const Offline: Story = {
  parameters: { account: { people, ...failing('reportActivity', 'offline') } },
  play: reportAndSee((words) => words.errors.offline),
};

export const RateLimited: Story = {
  parameters: { account: { people, ...failing('reportActivity', 'rate_limited', 47) } },
  play: async (context) => {
    await report(handsOf(context));
    await waitFor(() => expect(context.canvas.getAllByText(/4[0-7]/).length).toBeGreaterThan(0));
  },
};
