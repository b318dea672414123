import type { Meta, StoryObj } from '@storybook/react-vite';
import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { expect, waitFor, within } from 'storybook/test';
import { AccountError, StepUpPrompt, useOperation } from 'selvedge';
import { handsOf } from './hands.ts';
import { failing, loadBackend, never, viaGoogle, withAccount } from './with-account.tsx';

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
  title: 'StepUpPrompt',
  component: StepUpPrompt,
  loaders: [loadBackend],
  decorators: [withAccount],
  render: () => <Asker />,
};
export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;

const seeThe: Play = async (context) => {
  await handsOf(context).seePrompt();
};
const proveAndSee =
  (text: (words: ReturnType<typeof handsOf>['words']) => string, entered?: string): Play =>
  async (context) => {
    const { prove, see, words } = handsOf(context);
    await prove(entered);
    await see(text(words));
  };

export const Empty: Story = { play: seeThe };

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
    await waitFor(() => expect(context.canvas.getByRole('alert')).toHaveTextContent(/47|46/));
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
    await press(words.stepUp.signedIn);
    await see(words.stepUp.notYet);
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
