import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import type { Account } from 'selvedge';
import { EmailChange } from 'selvedge';
import type { Hands } from './hands.ts';
import { handsOf } from './hands.ts';
import { playground } from './playground.tsx';
import { allStates, allThemes } from './sheets/sheets.tsx';
import { ada, failing, loadBackend, never, viaGoogle, withAccount } from './with-account.tsx';

const meta: Meta<typeof EmailChange> = {
  title: 'Components/EmailChange',
  component: EmailChange,
  loaders: [loadBackend],
  decorators: [withAccount],
};
export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;

const ask = async ({ fill, press, words }: Hands, address = 'lovelace@example.com') => {
  await fill(words.emailChange.newEmail, address);
  await press(words.emailChange.send);
};
const askAndSee =
  (text: (words: Hands['words']) => string): Play =>
  async (context) => {
    const hands = handsOf(context);
    await ask(hands);
    await hands.see(text(hands.words));
  };

const load = (): Promise<unknown> => import('./email-change.stories.tsx');

export const Playground: Story = { ...playground() };

export const AllStates: Story = { ...allStates('EmailChange', load), tags: ['sheet', '!autodocs'] };

export const AllThemes: Story = {
  ...allThemes('components-emailchange--verified', load),
  tags: ['sheet', '!autodocs'],
};

export const Verified: Story = {};

export const Loading: Story = { parameters: { account: never('getAccount') } };

export const StepUp: Story = {
  play: async (context) => {
    const hands = handsOf(context);
    await ask(hands);
    await hands.seePrompt();
  },
};

export const Saving: Story = {
  parameters: { account: never('requestEmailChange') },
  play: (context) => ask(handsOf(context)),
};

/** The link is under way. */
export const Pending: Story = {
  play: async (context) => {
    const hands = handsOf(context);
    await ask(hands);
    await hands.prove();
    await hands.see(/lovelace@example.com/);
  },
};

/** The same some minutes later: the mail can be sent once more. */
export const PendingLater: Story = {
  parameters: {
    account: {
      people: [
        {
          ...ada,
          pendingEmail: {
            address: 'lovelace@example.com',
            requestedAt: new Date(Date.now() - 300_000).toISOString(),
          },
        },
      ],
    },
  },
};

/** Sent once more. */
export const Resent: Story = {
  ...PendingLater,
  play: async (context) => {
    const { press, see, words } = handsOf(context);
    await press(words.emailChange.resend);
    await see(words.emailChange.resent);
  },
};

/** No mail goes out here: the address has changed at once. */
export const Saved: Story = {
  parameters: { account: { mail: false } },
  play: async (context) => {
    const hands = handsOf(context);
    await ask(hands);
    await hands.prove();
    await hands.see(hands.words.emailChange.changed);
  },
};

export const FieldError: Story = {
  play: async (context) => {
    const hands = handsOf(context);
    await ask(hands, 'lovelace@example');
    await hands.see(hands.words.fields.malformed);
  },
};

export const ServerError: Story = {
  parameters: { account: failing('requestEmailChange', 'unavailable') },
  play: askAndSee((words) => words.errors.unavailable),
};

export const Offline: Story = {
  parameters: { account: failing('requestEmailChange', 'offline') },
  play: askAndSee((words) => words.errors.offline),
};

export const RateLimited: Story = {
  parameters: { account: failing('requestEmailChange', 'rate_limited', 47) },
  play: async (context) => {
    await ask(handsOf(context));
    await waitFor(() => expect(context.canvas.getByRole('alert')).toHaveTextContent(/4[0-7]/));
  },
};

const unverified = { ...ada, emailVerified: false };

/** Nobody has shown that the address is theirs. */
export const Unverified: Story = {
  parameters: { account: { people: [unverified] } },
  play: async (context) => {
    const { see, words } = handsOf(context);
    await see(words.emailVerification.ask);
  },
};

/** The link to show it was mailed. */
export const VerificationSent: Story = {
  parameters: { account: { people: [unverified] } },
  play: async (context) => {
    const { press, see, words } = handsOf(context);
    await press(words.emailVerification.send);
    await see(words.emailVerification.sent);
  },
};

/** The prompt was cancelled. */
export const Interrupted: Story = {
  play: async (context) => {
    const hands = handsOf(context);
    await ask(hands);
    await hands.seePrompt();
    await hands.press(hands.words.account.cancel);
    await hands.see(hands.words.account.interrupted);
  },
};

/** Another backend may keep the address to itself. */
export const ReadOnly: Story = {
  parameters: {
    account: {
      view: (account: Account): Account => ({
        ...account,
        abilities: {
          ...account.abilities,
          changeEmail: { allowed: false, reason: 'locked_by_application', stepUp: true },
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
