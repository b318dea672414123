import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { ProfileForm } from 'selvedge';
import { handsOf } from './hands.ts';
import { playground } from './playground.tsx';
import { allStates, allThemes } from './sheets/sheets.tsx';
import {
  ada,
  backendOf,
  failing,
  loadBackend,
  never,
  newcomer,
  viaGoogle,
  withAccount,
} from './with-account.tsx';

const meta: Meta<typeof ProfileForm> = {
  title: 'Components/ProfileForm',
  component: ProfileForm,
  loaders: [loadBackend],
  decorators: [withAccount],
};
export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;

const save: Play = async (context) => {
  const { fill, press, words } = handsOf(context);
  await fill(words.profile.nickname, 'Enchantress of Numbers');
  await press(words.profile.save);
};

/** Saves and waits for the sentence that belongs to the state. */
const saveAndSee =
  (text: (words: ReturnType<typeof handsOf>['words']) => string): Play =>
  async (context) => {
    await save(context);
    const { see, words } = handsOf(context);
    await see(text(words));
  };

const load = (): Promise<unknown> => import('./profile.stories.tsx');

export const Playground: Story = { ...playground() };

export const AllStates: Story = { ...allStates('ProfileForm', load), tags: ['sheet', '!autodocs'] };

export const AllThemes: Story = {
  ...allThemes('components-profileform--filled', load),
  tags: ['sheet', '!autodocs'],
};

export const Filled: Story = {};

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

export const Empty: Story = { parameters: { account: { people: [newcomer] } } };

export const Saving: Story = { parameters: { account: never('updateProfile') }, play: save };

export const Saved: Story = { play: saveAndSee((words) => words.profile.saved) };

export const FieldError: Story = {
  play: async (context) => {
    const { fill, press, see, words } = handsOf(context);
    await fill(words.profile.username, 'grace');
    await press(words.profile.save);
    await see(words.fields.taken);
    const field = context.canvas.getByLabelText(words.profile.username);
    await waitFor(() => expect(field).toHaveFocus());
  },
};

export const ServerError: Story = {
  parameters: { account: failing('updateProfile', 'unavailable') },
  play: saveAndSee((words) => words.errors.unavailable),
};

export const Offline: Story = {
  parameters: { account: failing('updateProfile', 'offline') },
  play: saveAndSee((words) => words.errors.offline),
};

export const SessionEnded: Story = {
  parameters: { account: failing('updateProfile', 'session_ended') },
  play: saveAndSee((words) => words.errors.session_ended),
};

export const Conflict: Story = {
  play: async (context) => {
    const { press, fill, see, words } = handsOf(context);
    await fill(words.profile.nickname, 'Enchantress of Numbers');
    const elsewhere = backendOf(context).openBrowser();
    await elsewhere.signIn('ada');
    await elsewhere.updateProfile({ nickname: 'Lady Lovelace' });
    await press(words.profile.save);
    await see(words.profile.chooseFirst);
  },
};

export const RateLimited: Story = {
  parameters: { account: failing('updateProfile', 'rate_limited', 47) },
  play: async (context) => {
    await save(context);
    await waitFor(() => expect(context.canvas.getByRole('alert')).toHaveTextContent(/4[0-7]/));
  },
};

/** The name belongs to an identity provider, the username to the application. */
export const ReadOnly: Story = {
  parameters: { account: { people: [viaGoogle], settings: { lockedFields: ['username'] } } },
};

export const SomeFields: Story = {
  args: { fields: ['name', 'language'], languages: ['de', 'en', 'fr'] },
  parameters: { account: { people: [ada] } },
};
