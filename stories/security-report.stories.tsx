import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { SecurityReport } from 'selvedge';
import type { Hands } from './hands.ts';
import { handsOf } from './hands.ts';
import { openLink, openPage } from './mailed-link.tsx';
import { pagePlayground } from './playground.tsx';
import { allStates, allThemes } from './sheets/sheets.tsx';
import { ada, failing, never, password, withAccount } from './with-account.tsx';

/** The link of the notice of a changed password. */
const openNotice = openPage('notice', async (backend) => {
  const browser = backend.openBrowser();
  await browser.signIn('ada');
  await browser.stepUp({ purpose: 'changePassword', password });
  await browser.changePassword({ newPassword: 'seven otters sing at dusk' });
  return waitFor(() => {
    const text = backend.mailbox.findNewest('ada@example.com')?.text ?? '';
    const token = /\/security\/report#(token=\S+)/.exec(text)?.[1];
    if (token === undefined) throw new Error('The notice has not come.');
    return token;
  });
});

const meta: Meta<typeof SecurityReport> = {
  title: 'Components/SecurityReport',
  component: SecurityReport,
  loaders: [openNotice],
  decorators: [withAccount],
  parameters: { account: { people: [ada] } },
};
export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;

const pressAndSee =
  (text: (words: Hands['words']) => string): Play =>
  async (context) => {
    const { press, see, words } = handsOf(context);
    await press(words.securityReport.report);
    await see(text(words));
  };

const load = (): Promise<unknown> => import('./security-report.stories.tsx');

export const Playground: Story = { ...pagePlayground() };

export const AllStates: Story = {
  ...allStates('SecurityReport', load),
  tags: ['sheet', '!autodocs'],
};

export const AllThemes: Story = {
  ...allThemes('components-securityreport--ready', load),
  tags: ['sheet', '!autodocs'],
};

export const Ready: Story = {};

/** Opened without a token. */
export const Empty: Story = { loaders: [openLink('nobody@example.com')] };

export const Saving: Story = {
  parameters: { account: { people: [ada], ...never('reportSecurityEvent') } },
  play: async (context) => {
    const { press, words } = handsOf(context);
    await press(words.securityReport.report);
  },
};

export const Saved: Story = {
  play: async (context) => {
    const { press, words } = handsOf(context);
    await press(words.securityReport.report);
    await waitFor(() => expect(context.canvas.queryByText(words.securityReport.text)).toBeNull());
  },
};

/** The link is not one of ours. */
export const FieldError: Story = {
  loaders: [openLink('', 'AAAA')],
  play: pressAndSee((words) => words.errors.link_invalid),
};

export const Expired: Story = {
  parameters: { account: { people: [ada], ...failing('reportSecurityEvent', 'link_expired') } },
  play: pressAndSee((words) => words.errors.link_expired),
};

export const ServerError: Story = {
  parameters: { account: { people: [ada], ...failing('reportSecurityEvent', 'unavailable') } },
  play: pressAndSee((words) => words.errors.unavailable),
};

export const Offline: Story = {
  parameters: { account: { people: [ada], ...failing('reportSecurityEvent', 'offline') } },
  play: pressAndSee((words) => words.errors.offline),
};

export const RateLimited: Story = {
  parameters: { account: { people: [ada], ...failing('reportSecurityEvent', 'rate_limited', 47) } },
  play: async (context) => {
    const { press, words } = handsOf(context);
    await press(words.securityReport.report);
    await waitFor(() => expect(context.canvas.getByRole('alert')).toHaveTextContent(/4[0-7]/));
  },
};
