import type { StoryContext } from '@storybook/react-vite';
import { within } from 'storybook/test';
import type { CompleteWords } from 'selvedge';
import { handsOf } from './hands.ts';

/** What is done in the prompt of a story before it is looked at. */
export type PromptPlay = (context: StoryContext) => Promise<void>;

/** Waits for the prompt, and leaves it as it is. */
export const seeThe: PromptPlay = async (context) => {
  await handsOf(context).seePrompt();
};

/** Confirms with a password, the right one unless another is named, and waits for a text. */
export const proveAndSee =
  (text: (words: CompleteWords) => string, entered?: string): PromptPlay =>
  async (context) => {
    const { prove, see, words } = handsOf(context);
    await prove(entered);
    await see(text(words));
  };

/** Types a code into the field that is there, confirms, and waits for a text if there is one. */
export const enter =
  (code: string, text?: (words: CompleteWords) => string): PromptPlay =>
  async (context) => {
    const { seePrompt, see, words } = handsOf(context);
    const prompt = within(await seePrompt());
    await context.userEvent.type(await prompt.findByLabelText(words.stepUpMethods.code), code);
    await context.userEvent.click(prompt.getByRole('button', { name: words.stepUp.confirm }));
    if (text) await see(text(words));
  };

/** Opens the list of other ways, and takes one if it is named. */
export const chooseAnother =
  (kind?: 'password' | 'totp' | 'recovery_code' | 'passkey'): PromptPlay =>
  async (context) => {
    const { press, seePrompt, words } = handsOf(context);
    await press(words.stepUpMethods.another);
    if (kind === undefined) return;
    const prompt = within(await seePrompt());
    const name = new RegExp(`^${words.stepUpMethods[kind]}`);
    await context.userEvent.click(prompt.getByRole('button', { name }));
  };
