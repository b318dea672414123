import type { StoryContext } from '@storybook/react-vite';
import { userEvent as hands, waitFor, within } from 'storybook/test';
import type { CompleteWords } from 'selvedge';
import { directionOf, wordsOf } from '../.storybook/words.ts';
import { password } from './with-account.tsx';

/** What a person does in a story, in the language of the toolbar. */
export interface Hands {
  words: CompleteWords;
  /** Puts text into the field with this label, in place of what is there. */
  fill: (label: string, text: string) => Promise<void>;
  press: (name: string) => Promise<void>;
  tick: (label: string) => Promise<void>;
  /** Enters a password in the prompt and confirms. */
  prove: (entered?: string) => Promise<void>;
  /** Waits for the prompt. */
  seePrompt: () => Promise<HTMLElement>;
  /** Waits for a text that is not hidden. */
  see: (text: string | RegExp) => Promise<HTMLElement>;
}

/** The hands for the story of a play function. */
export function handsOf(context: StoryContext): Hands {
  const { canvas } = context;
  // Without a pause after each key.
  const userEvent = hands.setup({ delay: null });
  const words = wordsOf(context);
  const seePrompt = (): Promise<HTMLElement> =>
    canvas.findByRole('dialog', { name: words.stepUp.title });
  return {
    words,
    async fill(label, text) {
      const field = await canvas.findByLabelText<HTMLInputElement>(label);
      // Written over and not cleared first, which works in no shadow root.
      const all = { initialSelectionStart: 0, initialSelectionEnd: field.value.length };
      await userEvent.type(field, text, all);
    },
    async press(name) {
      // One that is busy takes no press; in a built Storybook the page of a link is, until it has read its address.
      const button = await waitFor(() => {
        const found = canvas.getByRole('button', { name });
        if (found.hasAttribute('data-pending')) throw new Error(`"${name}" is busy.`);
        return found;
      });
      await userEvent.click(button);
    },
    async tick(label) {
      await userEvent.click(await canvas.findByRole('checkbox', { name: label }));
    },
    async prove(entered = password) {
      const prompt = within(await seePrompt());
      await userEvent.type(prompt.getByLabelText(words.stepUp.password), entered);
      await userEvent.click(prompt.getByRole('button', { name: words.stepUp.confirm }));
    },
    seePrompt,
    see: (text) =>
      waitFor(() => {
        const seen = canvas.getAllByText(text).find((element) => element.checkVisibility());
        if (seen === undefined) throw new Error(`Nothing shows "${String(text)}".`);
        return seen;
      }),
  };
}

/** A sentence with its values put in, as the page says it: between isolates where the language is written from the right. */
export function said(
  { locale }: Pick<CompleteWords, 'locale'>,
  sentence: string,
  values: Readonly<Record<string, string>>,
): string {
  const isolated = directionOf(locale) === 'rtl';
  return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name] ?? whole;
    return isolated ? `\u2068${value}\u2069` : value;
  });
}
