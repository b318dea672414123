import type { Meta, StoryObj } from '@storybook/react-vite';
import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { expect, waitFor, within } from 'storybook/test';
import { AccountError, StepUpPrompt, useOperation } from 'selvedge';
import { findCode } from 'selvedge/memory';
import { handsOf } from './hands.ts';
import { fakeBrowser } from './browser-passkeys.ts';
import { chooseAnother, enter, proveAndSee, seeThe } from './step-up-hands.ts';
import type { AccountParameters } from './with-account.tsx';
import { allStates, allThemes } from './sheets/sheets.tsx';
import {
  ada,
  backendOf,
  failing,
  loadBackend,
  never,
  viaGoogle,
  withAccount,
} from './with-account.tsx';

/** A host's own code that runs an operation: the prompt comes by itself. */
function Asker(): ReactElement {
  const { run } = useOperation('deleteAccount');
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void run(undefined);
  }, [run]);
  return <p>The page of a host.</p>;
}

const meta: Meta<typeof StepUpPrompt> = {
  title: 'Components/StepUpPrompt',
  component: StepUpPrompt,
  loaders: [loadBackend],
  decorators: [withAccount],
  render: () => <Asker />,
  beforeEach: fakeBrowser,
};
export default meta;
type Story = StoryObj<typeof meta>;

const load = (): Promise<unknown> => import('./step-up.stories.tsx');

export const Playground: Story = {};

export const AllStates: Story = {
  ...allStates('StepUpPrompt', load),
  tags: ['sheet', '!autodocs'],
};

export const AllThemes: Story = {
  ...allThemes('components-stepupprompt--empty', load),
  tags: ['sheet', '!autodocs'],
};

export const Empty: Story = { play: seeThe };

/** The link to choose a new password, mailed from here. */
export const Forgotten: Story = {
  play: async (context) => {
    const { press, see, words } = handsOf(context);
    await press(words.stepUpMethods.forgotten);
    await see(/We mailed a link|Wir haben einen Link/);
  },
};

/** Too many wrong tries in a row: only a new password helps. */
export const Locked: Story = {
  parameters: { account: failing('stepUp', 'password_locked') },
  play: proveAndSee((words) => words.errors.password_locked),
};

/** Confirmed with nothing entered. */
export const NothingEntered: Story = {
  play: async (context) => {
    const { seePrompt, see, words } = handsOf(context);
    await context.userEvent.click(
      within(await seePrompt()).getByRole('button', { name: words.stepUp.confirm }),
    );
    await see(words.fields.required);
  },
};

export const Saving: Story = {
  parameters: { account: never('stepUp') },
  play: (context) => handsOf(context).prove(),
};

export const FieldError: Story = {
  play: proveAndSee((words) => words.fields.wrong_password, 'not my password'),
};

export const ServerError: Story = {
  parameters: { account: failing('stepUp', 'unavailable') },
  play: proveAndSee((words) => words.errors.unavailable),
};

export const Offline: Story = {
  parameters: { account: failing('stepUp', 'offline') },
  play: proveAndSee((words) => words.errors.offline),
};

export const RateLimited: Story = {
  parameters: { account: failing('stepUp', 'rate_limited', 47) },
  play: async (context) => {
    await handsOf(context).prove();
    await handsOf(context).see(/4[0-7]/);
  },
};

/** Whoever has no password here signs in again. */
export const NoPassword: Story = {
  parameters: {
    account: { people: [viaGoogle], signedInLongAgo: true },
  },
  play: seeThe,
};

/** "I have signed in" was pressed without having done so. */
export const NotYet: Story = {
  ...NoPassword,
  play: async (context) => {
    const { press, see, words } = handsOf(context);
    await press(words.stepUpMethods.signedIn);
    await see(words.stepUpMethods.notYet);
  },
};

const phone = { enabledAt: '2026-06-09T09:15:00.000Z' };
const guarded: AccountParameters = { people: [{ ...ada, totp: phone }] };
const everyWay: AccountParameters = {
  people: [{ ...ada, totp: phone, passkeys: [{ name: 'Chrome, macOS', synced: true }] }],
};
const byMail: AccountParameters = {
  people: [{ ...viaGoogle, identities: [] }],
  settings: { stepUp: { emailCode: true } },
};

/** The code of the app, where the second step is on. */
export const App: Story = {
  parameters: { account: guarded },
  play: async (context) => {
    const { seePrompt, words } = handsOf(context);
    await within(await seePrompt()).findByLabelText(words.stepUpMethods.code);
  },
};

export const WrongCode: Story = {
  parameters: { account: guarded },
  play: enter('000000', (words) => words.fields.wrong_code),
};

export const CodeRateLimited: Story = {
  parameters: { account: { ...guarded, ...failing('stepUp', 'rate_limited', 47) } },
  play: async (context) => {
    await enter('000000')(context);
    await handsOf(context).see(/4[0-7]/);
  },
};

/** With the app, too, a new password is the way out. */
export const CodeLocked: Story = {
  parameters: { account: { ...guarded, ...failing('stepUp', 'password_locked') } },
  play: async (context) => {
    await enter('000000', (words) => words.errors.password_locked)(context);
    const { see, words } = handsOf(context);
    await see(words.stepUpMethods.forgotten);
  },
};

export const RecoveryCode: Story = {
  parameters: { account: guarded },
  play: async (context) => {
    await chooseAnother('recovery_code')(context);
    const { seePrompt, words } = handsOf(context);
    await within(await seePrompt()).findByLabelText(words.stepUpMethods.recoveryCode);
  },
};

/** The best way is shown; the others are a press away. */
export const OtherWays: Story = {
  parameters: { account: everyWay },
  play: chooseAnother(),
};

/** Beside the password. */
export const OtherWaysThanPassword: Story = {
  parameters: { account: { people: [{ ...ada, passkeys: [{ name: 'Chrome, macOS' }] }] } },
  play: chooseAnother(),
};

export const Passkey: Story = {
  parameters: { account: everyWay },
  play: async (context) => {
    const { see, words } = handsOf(context);
    await see(words.stepUpMethods.usePasskey);
  },
};

/** The browser's own dialog is open. */
export const PasskeyAsked: Story = {
  parameters: { account: everyWay },
  play: async (context) => {
    const { press, words } = handsOf(context);
    await press(words.stepUpMethods.usePasskey);
  },
};

/** It was closed. */
export const PasskeyStopped: Story = {
  parameters: { account: everyWay, passkeys: 'stops' },
  play: async (context) => {
    const { press, see, words } = handsOf(context);
    await press(words.stepUpMethods.usePasskey);
    await see(words.stepUpMethods.passkeyStopped);
  },
};

/** A code was mailed when the prompt opened. */
export const Mailed: Story = {
  parameters: { account: byMail },
  play: async (context) => {
    await handsOf(context).see(/ten minutes|zehn Minuten/);
  },
};

/** Another one was asked for at once. */
export const MailedTooSoon: Story = {
  parameters: { account: byMail },
  play: async (context) => {
    await Mailed.play?.(context);
    const { press, see, words } = handsOf(context);
    await press(words.stepUpMethods.email_codeResend);
    await see(/(6\d|5\d) (seconds|Sekunden)/);
  },
};

/** The mail did not go out. */
export const NotMailed: Story = {
  parameters: { account: { ...byMail, ...failing('startStepUp', 'unavailable') } },
  play: async (context) => {
    const { see, words } = handsOf(context);
    await see(words.errors.unavailable);
  },
};

/** A mailed code is entered. */
export const MailProved: Story = {
  parameters: { account: byMail },
  play: async (context) => {
    await Mailed.play?.(context);
    const mail = backendOf(context).mailbox.findNewest('ada@example.com');
    await enter((mail && findCode(mail)) ?? '')(context);
    await waitFor(() => expect(context.canvas.queryByRole('dialog')).toBeNull());
  },
};

/** The server offers only ways that this version does not know. */
export const NoMethod: Story = {
  parameters: {
    account: {
      fail: (name: string) =>
        name === 'deleteAccount'
          ? new AccountError('step_up_required', {
              stepUp: { purpose: 'deleteAccount', methods: [{ kind: 'carrier_pigeon' }] },
            })
          : null,
    },
  },
  play: seeThe,
};
