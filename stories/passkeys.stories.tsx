import type { Meta, StoryObj } from '@storybook/react-vite';
import { AccountError, Passkeys } from 'selvedge';
import type { MemoryPerson } from 'selvedge/memory';
import { fakeBrowser } from './browser-passkeys.ts';
import { handsOf, said } from './hands.ts';
import type { AccountParameters } from './with-account.tsx';
import { playground } from './playground.tsx';
import { allStates, allThemes } from './sheets/sheets.tsx';
import { ada, failing, loadBackend, never, viaGoogle, withAccount } from './with-account.tsx';

const meta: Meta<typeof Passkeys> = {
  title: 'Components/Passkeys',
  component: Passkeys,
  loaders: [loadBackend],
  decorators: [withAccount],
  beforeEach: fakeBrowser,
};
export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;

const laptop = {
  name: 'Chrome, macOS',
  synced: true,
  createdAt: '2026-02-03T10:00:00.000Z',
  lastUsedAt: '2026-11-18T07:30:00.000Z',
};
const key = { name: 'The key on my key ring', createdAt: '2026-08-21T16:45:00.000Z' };
const withTwo: MemoryPerson = { ...ada, passkeys: [laptop, key] };

/** Without the prompt in front of everything. */
const unproved: AccountParameters = {
  people: [withTwo],
  settings: { stepUp: { operations: { addPasskey: false, removePasskey: false } } },
};

const press =
  (
    name: (words: ReturnType<typeof handsOf>['words']) => string,
    text?: (words: ReturnType<typeof handsOf>['words']) => string,
  ): Play =>
  async (context) => {
    const hands = handsOf(context);
    await hands.press(name(hands.words));
    if (text) await hands.see(text(hands.words));
  };

const rename: Play = async (context) => {
  const { press: pressThe, fill, words } = handsOf(context);
  await pressThe(said(words, words.passkeys.renameNamed, { name: key.name }));
  await fill(words.passkeys.name, 'Blue key');
};
const renameAndSave: Play = async (context) => {
  await rename(context);
  const { press: pressThe, words } = handsOf(context);
  await pressThe(words.passkeys.save);
};
const removeKey = press((words) => said(words, words.passkeys.removeNamed, { name: key.name }));

const load = (): Promise<unknown> => import('./passkeys.stories.tsx');

export const Playground: Story = { ...playground('has everything') };

export const AllStates: Story = { ...allStates('Passkeys', load), tags: ['sheet', '!autodocs'] };

export const AllThemes: Story = {
  ...allThemes('components-passkeys--filled', load),
  tags: ['sheet', '!autodocs'],
};

export const Empty: Story = {};

export const Filled: Story = { parameters: { account: { people: [withTwo] } } };

/** A name as long as it may be, in one word. */
export const LongName: Story = {
  parameters: {
    account: { people: [{ ...ada, passkeys: [{ ...laptop, name: 'Schlüsselbund'.repeat(4) }] }] },
  },
};

export const Loading: Story = { parameters: { account: never('getAccount') } };

export const StepUp: Story = {
  play: async (context) => {
    const { press: pressThe, seePrompt, words } = handsOf(context);
    await pressThe(words.passkeys.add);
    await seePrompt();
  },
};

/** The prompt was cancelled. */
export const Interrupted: Story = {
  play: async (context) => {
    await StepUp.play?.(context);
    const { press: pressThe, see, words } = handsOf(context);
    await pressThe(words.account.cancel);
    await see(words.account.interrupted);
  },
};

/** The browser's own dialog is open. */
export const Saving: Story = {
  parameters: { account: unproved },
  play: press(
    (words) => words.passkeys.add,
    (words) => words.passkeys.asking,
  ),
};

/** The browser's own dialog was closed. */
export const Stopped: Story = {
  parameters: { account: unproved, passkeys: 'stops' },
  play: press(
    (words) => words.passkeys.add,
    (words) => words.passkeys.stopped,
  ),
};

/** The device has one for this account. */
export const Known: Story = {
  parameters: { account: unproved, passkeys: 'knows' },
  play: press(
    (words) => words.passkeys.add,
    (words) => words.passkeys.known,
  ),
};

/** A browser that knows no passkeys can still name and remove them. */
export const Unsupported: Story = {
  parameters: { account: unproved, passkeys: 'missing' },
  play: async (context) => {
    const { see, words } = handsOf(context);
    await see(words.passkeys.unsupported);
  },
};

/** There are as many as there may be. */
export const TooMany: Story = {
  parameters: {
    account: {
      ...unproved,
      fail: (name: string) =>
        name === 'startPasskey'
          ? new AccountError('validation_failed', {
              errors: [{ pointer: '', code: 'too_many', params: { maximum: 20 } }],
            })
          : null,
    },
  },
  play: press(
    (words) => words.passkeys.add,
    (words) => words.fields.too_many.other.replace('{maximum}', '20'),
  ),
};

/** What the browser made was not taken. */
export const Refused: Story = {
  parameters: {
    account: {
      ...unproved,
      fail: (name: string) =>
        name === 'startPasskey'
          ? new AccountError('validation_failed', {
              errors: [{ pointer: '/response', code: 'passkey_refused', params: {} }],
            })
          : null,
    },
  },
  play: press(
    (words) => words.passkeys.add,
    (words) => words.passkeys.refused,
  ),
};

export const Renaming: Story = { parameters: { account: unproved }, play: rename };

export const FieldError: Story = {
  parameters: { account: unproved },
  play: async (context) => {
    await rename(context);
    const { press: pressThe, see, words } = handsOf(context);
    await context.userEvent.clear(await context.canvas.findByLabelText(words.passkeys.name));
    await pressThe(words.passkeys.save);
    await see(words.fields.required);
  },
};

export const Saved: Story = {
  parameters: { account: unproved },
  play: async (context) => {
    await renameAndSave(context);
    const { see, words } = handsOf(context);
    await see(words.passkeys.renamed);
  },
};

export const Removed: Story = {
  parameters: { account: unproved },
  play: async (context) => {
    await removeKey(context);
    const { see, words } = handsOf(context);
    await see(words.passkeys.removed);
  },
};

/** Nobody could sign in any more. */
export const LastMethod: Story = {
  parameters: {
    account: {
      people: [{ ...viaGoogle, identities: [], passkeys: [key] }],
      settings: { stepUp: { operations: { removePasskey: false } } },
    },
  },
  play: async (context) => {
    await removeKey(context);
    const { see, words } = handsOf(context);
    await see(words.passkeys.lastMethod);
  },
};

export const ServerError: Story = {
  parameters: { account: { ...unproved, ...failing('renamePasskey', 'unavailable') } },
  play: async (context) => {
    await renameAndSave(context);
    const { see, words } = handsOf(context);
    await see(words.errors.unavailable);
  },
};

export const Offline: Story = {
  parameters: { account: { ...unproved, ...failing('removePasskey', 'offline') } },
  play: async (context) => {
    await removeKey(context);
    const { see, words } = handsOf(context);
    await see(words.errors.offline);
  },
};

export const RateLimited: Story = {
  parameters: { account: { ...unproved, ...failing('startPasskey', 'rate_limited', 47) } },
  play: async (context) => {
    await press((words) => words.passkeys.add)(context);
    await handsOf(context).see(/4[0-7]/);
  },
};

/** A server without passkeys. */
export const ReadOnly: Story = { parameters: { account: { passkeys: null } } };

export const NoPassword: Story = { parameters: { account: { people: [viaGoogle] } } };
