import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import type { Look } from 'selvedge';
import { EmailChangeConfirmation } from 'selvedge';
import type { Hands } from './hands.ts';
import { handsOf } from './hands.ts';
import { openLink } from './mailed-link.tsx';
import { pagePlayground } from './playground.tsx';
import { allStates, allThemes } from './sheets/sheets.tsx';
import { failing, never, withAccount } from './with-account.tsx';

const meta: Meta<typeof EmailChangeConfirmation> = {
  title: 'Components/EmailChangeConfirmation',
  component: EmailChangeConfirmation,
  loaders: [openLink('lovelace@example.com')],
  decorators: [withAccount],
};
export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;

const pressAndSee =
  (text: (words: Hands['words']) => string): Play =>
  async (context) => {
    const { press, see, words } = handsOf(context);
    await press(words.emailChange.confirm);
    await see(text(words));
  };

const load = (): Promise<unknown> => import('./email-change-confirmation.stories.tsx');

export const Playground: Story = { ...pagePlayground() };

export const AllStates: Story = {
  ...allStates('EmailChangeConfirmation', load),
  tags: ['sheet', '!autodocs'],
};

export const AllThemes: Story = {
  ...allThemes('components-emailchangeconfirmation--ready', load),
  tags: ['sheet', '!autodocs'],
};

export const Ready: Story = {};

/** Opened without a token. */
export const Empty: Story = { loaders: [openLink('nobody@example.com')] };

export const Saving: Story = {
  parameters: { account: never('confirmEmailChange') },
  play: async (context) => {
    const { press, words } = handsOf(context);
    await press(words.emailChange.confirm);
  },
};

export const Saved: Story = {
  play: async (context) => {
    const { press, words } = handsOf(context);
    await press(words.emailChange.confirm);
    await waitFor(() =>
      expect(context.canvas.queryByText(words.emailChange.confirmText)).toBeNull(),
    );
  },
};

/** The link is not one of ours. */
export const FieldError: Story = {
  loaders: [openLink('', 'AAAA')],
  play: pressAndSee((words) => words.errors.link_invalid),
};

export const Expired: Story = {
  parameters: { account: failing('confirmEmailChange', 'link_expired') },
  play: pressAndSee((words) => words.errors.link_expired),
};

export const ServerError: Story = {
  parameters: { account: failing('confirmEmailChange', 'unavailable') },
  play: pressAndSee((words) => words.errors.unavailable),
};

export const Offline: Story = {
  parameters: { account: failing('confirmEmailChange', 'offline') },
  play: pressAndSee((words) => words.errors.offline),
};

export const RateLimited: Story = {
  parameters: { account: failing('confirmEmailChange', 'rate_limited', 47) },
  play: async (context) => {
    const { press, words } = handsOf(context);
    await press(words.emailChange.confirm);
    await waitFor(() => expect(context.canvas.getByRole('alert')).toHaveTextContent(/4[0-7]/));
  },
};

/** The host's logo above, its legal links below. */
export const Branded: Story = {
  parameters: {
    look: {
      logo: <strong style={{ letterSpacing: '0.08em' }}>ACME</strong>,
      legal: [{ label: 'Privacy', href: '#privacy' }],
    } satisfies Look,
  },
  play: async (context) => {
    const { see } = handsOf(context);
    await see('ACME');
    await see('Privacy');
  },
};
