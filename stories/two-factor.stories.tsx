import type { Meta, StoryObj } from '@storybook/react-vite';
import { within } from 'storybook/test';
import { AccountError, TwoFactor } from 'selvedge';
import type { AccountParameters } from './with-account.tsx';
import { handsOf } from './hands.ts';
import type { Hands } from './hands.ts';
import { playground } from './playground.tsx';
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

const meta: Meta<typeof TwoFactor> = {
  title: 'Components/TwoFactor',
  component: TwoFactor,
  loaders: [loadBackend],
  decorators: [withAccount],
};
export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;

const guarded: AccountParameters = {
  people: [{ ...ada, totp: { enabledAt: '2026-06-09T09:15:00.000Z' } }],
  // Set-ups and codes, without the prompt in front of them.
  settings: { stepUp: { operations: { disableTwoFactor: false, createRecoveryCodes: false } } },
};
const open: AccountParameters = { settings: { stepUp: { operations: { setUpTotp: false } } } };

const press =
  (name: (words: Hands['words']) => string, text?: (words: Hands['words']) => string): Play =>
  async (context) => {
    const hands = handsOf(context);
    await hands.press(name(hands.words));
    if (text) await hands.see(text(hands.words));
  };

const begin: Play = async (context) => {
  const { press: pressThe, see, words } = handsOf(context);
  await pressThe(words.twoFactor.setUp);
  await see(words.twoFactor.scanTitle);
};

/** Sets up, and enters what the app shows, or something else. */
const enter =
  (code?: string): Play =>
  async (context) => {
    await begin(context);
    const { fill, press: pressThe, words } = handsOf(context);
    await fill(words.twoFactor.code, code ?? (await backendOf(context).totpCode('ada')));
    await pressThe(words.twoFactor.enable);
  };

const load = (): Promise<unknown> => import('./two-factor.stories.tsx');

export const Playground: Story = { ...playground('has everything') };

export const AllStates: Story = { ...allStates('TwoFactor', load), tags: ['sheet', '!autodocs'] };

export const AllThemes: Story = {
  ...allThemes('components-twofactor--on', load),
  tags: ['sheet', '!autodocs'],
};

export const Off: Story = {};

export const On: Story = { parameters: { account: guarded } };

/** All recovery codes but one were used. */
export const OneCodeLeft: Story = {
  parameters: {
    account: { people: [{ ...ada, totp: true, recoveryCodes: ['ABCDE-00000'] }] },
  },
};

/** All of them were. */
export const NoCodesLeft: Story = {
  parameters: { account: { people: [{ ...ada, totp: true, recoveryCodes: [] }] } },
};

export const Loading: Story = { parameters: { account: never('getAccount') } };

export const StepUp: Story = {
  play: async (context) => {
    const { press: pressThe, seePrompt, words } = handsOf(context);
    await pressThe(words.twoFactor.setUp);
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

/** The picture, the key, and the field for the first code. */
export const SetUp: Story = { parameters: { account: open }, play: begin };

export const Saving: Story = {
  parameters: { account: { ...open, ...never('enableTotp') } },
  play: enter(),
};

/** The code was wrong. */
export const FieldError: Story = {
  parameters: { account: open },
  play: async (context) => {
    await enter('000000')(context);
    const { see, words } = handsOf(context);
    await see(words.fields.wrong_code);
  },
};

/** The set-up was left lying for too long. */
export const RanOut: Story = {
  parameters: {
    account: {
      ...open,
      fail: (name: string) => (name === 'enableTotp' ? new AccountError('not_found') : null),
    },
  },
  play: async (context) => {
    await enter()(context);
    const { see, words } = handsOf(context);
    await see(words.twoFactor.ranOut);
  },
};

/** It is on: the codes, this once. */
export const Codes: Story = {
  parameters: { account: open },
  play: async (context) => {
    await enter()(context);
    const { see, words } = handsOf(context);
    await see(words.twoFactor.codesTitle);
  },
};

/** The codes are put away. */
export const Saved: Story = {
  parameters: { account: open },
  play: async (context) => {
    await Codes.play?.(context);
    const { press: pressThe, see, words } = handsOf(context);
    await pressThe(words.twoFactor.done);
    await see(words.twoFactor.enabled);
  },
};

export const NewCodes: Story = {
  parameters: { account: guarded },
  play: press(
    (words) => words.twoFactor.makeNew,
    (words) => words.twoFactor.codesTitle,
  ),
};

export const TurnedOff: Story = {
  parameters: { account: guarded },
  play: press(
    (words) => words.twoFactor.turnOff,
    (words) => words.twoFactor.disabled,
  ),
};

/** Short enough to need the second step: it cannot go. */
export const PasswordTooShort: Story = {
  parameters: { account: { people: [{ ...ada, password: 'eightchr', totp: true }] } },
  play: press(
    (words) => words.twoFactor.turnOff,
    (words) => words.twoFactor.passwordTooShort,
  ),
};

export const ServerError: Story = {
  parameters: { account: failing('setUpTotp', 'unavailable') },
  play: press(
    (words) => words.twoFactor.setUp,
    (words) => words.errors.unavailable,
  ),
};

export const Offline: Story = {
  parameters: { account: failing('setUpTotp', 'offline') },
  play: press(
    (words) => words.twoFactor.setUp,
    (words) => words.errors.offline,
  ),
};

export const RateLimited: Story = {
  parameters: { account: { ...open, ...failing('enableTotp', 'rate_limited', 47) } },
  play: async (context) => {
    await enter('123456')(context);
    await handsOf(context).see(/4[0-7]/);
  },
};

/** A host that signs people in by itself. */
export const ReadOnly: Story = { parameters: { account: { ownSessions: false } } };

export const NoPassword: Story = { parameters: { account: { people: [viaGoogle] } } };

/** With the app, turning it off asks for the app. */
export const StepUpByApp: Story = {
  parameters: { account: { people: guarded.people } },
  play: async (context) => {
    const { press: pressThe, seePrompt, words } = handsOf(context);
    await pressThe(words.twoFactor.turnOff);
    const prompt = within(await seePrompt());
    await prompt.findByLabelText(words.stepUpMethods.code);
  },
};
