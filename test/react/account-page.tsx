// A page of a host with an account, on the real rules; what a test of a component needs of it.
import '../../src/styles.css';
import { cleanup, render, screen, within } from '@testing-library/react';
import type { ReactElement } from 'react';
import { StrictMode } from 'react';
import type { AccountBackend, AccountError } from 'selvedge';
import { AccountProvider } from 'selvedge';
import { en } from 'selvedge/locales/en';
import type { MemoryBackend, MemoryBackendOptions, MemoryBrowser } from 'selvedge/memory';
import { createMemoryBackend } from 'selvedge/memory';
import { expect, onTestFinished, vi } from 'vitest';
import { userEvent } from 'vitest/browser';

type Name = keyof AccountBackend;

/** The password of everybody. */
export const password = 'correct horse battery staple';

export interface Page {
  backend: MemoryBackend;
  /** What reached the backend, in order. */
  calls: { name: Name; input: unknown; version: number | undefined }[];
  /** The inputs of one operation. */
  sent: (name: Name) => unknown[];
  /** Fails the next call of an operation. */
  failNext: (name: Name, error: AccountError) => void;
  /** Holds the calls of an operation back until the answer is called. */
  hold: (name: Name) => () => void;
  /** The same account in another browser. */
  elsewhere: (account?: string) => Promise<MemoryBrowser>;
  signedInAgain: () => number;
}

export interface PageOptions extends MemoryBackendOptions {
  strict?: boolean;
  /** Around the component, such as a modal of a host. */
  around?: (component: ReactElement) => ReactElement;
}

const ada = {
  id: 'ada',
  email: 'ada@example.com',
  password,
  name: 'Ada Lovelace',
  username: 'ada',
  givenName: 'Ada',
  familyName: 'Lovelace',
};
const grace = { id: 'grace', email: 'grace@example.com', password, username: 'grace' };

/** Shows a component to Ada. */
export function showPage(component: ReactElement, options: PageOptions = {}): Page {
  const { strict = true, around = (it) => it, ...rest } = options;
  const backend = createMemoryBackend({ people: [ada, grace], ...rest });
  const calls: Page['calls'] = [];
  const failures = new Map<Name, AccountError>();
  const gates = new Map<Name, Promise<void>>();
  let signIns = 0;

  const watched = { ...backend };
  for (const name of Object.keys(backend) as Name[]) {
    const real = backend[name] as (input: unknown, options?: object) => Promise<never>;
    if (typeof real !== 'function') continue;
    Object.assign(watched, {
      [name]: async (input: unknown, given: { version?: number } = {}) => {
        calls.push({ name, input, version: given.version });
        await gates.get(name);
        const failure = failures.get(name);
        failures.delete(name);
        if (failure) throw failure;
        return real(input, given);
      },
    });
  }
  const page = (
    <AccountProvider backend={watched} words={en} onSignIn={() => signIns++}>
      {around(component)}
    </AccountProvider>
  );
  render(strict ? <StrictMode>{page}</StrictMode> : page);
  return {
    backend,
    calls,
    sent: (name) => calls.filter((call) => call.name === name).map((call) => call.input),
    failNext: (name, error) => void failures.set(name, error),
    hold(name) {
      let release = (): void => {};
      gates.set(name, new Promise((resolve) => (release = resolve)));
      return () => {
        gates.delete(name);
        release();
      };
    },
    async elsewhere(account = 'ada') {
      const browser = backend.openBrowser();
      await browser.signIn(account);
      return browser;
    },
    signedInAgain: () => signIns,
  };
}

export { cleanup, screen, userEvent, within };

export const button = (name: string | RegExp): Promise<HTMLElement> =>
  screen.findByRole('button', { name });

export const field = (label: string): Promise<HTMLInputElement> =>
  screen.findByLabelText<HTMLInputElement>(label);

/** Puts text into a field, in place of what is there. */
export async function fill(label: string, text: string): Promise<HTMLInputElement> {
  const input = await field(label);
  await userEvent.fill(input, text);
  return input;
}

export async function press(name: string | RegExp): Promise<void> {
  await userEvent.click(await button(name));
}

/** The prompt for a proof. */
export const prompt = (): Promise<HTMLDialogElement> =>
  screen.findByRole<HTMLDialogElement>('dialog', { name: en.stepUp.title });

/** The field of the prompt. */
export const proof = async (): Promise<HTMLInputElement> =>
  within(await prompt()).getByLabelText<HTMLInputElement>(en.stepUp.password);

/** Enters a password in the prompt and confirms. */
export async function prove(entered = password): Promise<void> {
  const dialog = within(await prompt());
  await userEvent.fill(dialog.getByLabelText(en.stepUp.password), entered);
  await userEvent.click(dialog.getByRole('button', { name: en.stepUp.confirm }));
}

/** Waits for words in a live region of this role that stand where a screen reader hears them. */
export async function hear(
  role: 'status' | 'alert',
  text: string | RegExp,
  patience?: { timeout: number },
): Promise<void> {
  await expect
    .poll(() => screen.queryAllByRole(role).map((region) => region.textContent), patience)
    .toContainEqual(typeof text === 'string' ? text : expect.stringMatching(text));
}

/** Moves every clock on, and holds it there until the test ends: what counts down sees it within a second. */
export function passSeconds(seconds: number): void {
  vi.setSystemTime(Date.now() + seconds * 1000);
  onTestFinished(() => void vi.useRealTimers());
}

/** The texts that describe a control, as a screen reader says them after its name. */
export function descriptionOf(control: HTMLElement): string {
  const ids = control.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent ?? `no ${id}`).join(' ');
}

/** As if somebody came back to this tab. */
export function comeBack(): void {
  window.dispatchEvent(new Event('visibilitychange'));
}
