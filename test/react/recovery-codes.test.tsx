import { TwoFactor } from 'selvedge';
import type { MemoryPerson } from 'selvedge/memory';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { english } from 'selvedge/locales/en';
import type { Page } from './account-page.tsx';
import {
  button,
  cleanup,
  hear,
  password,
  press,
  screen,
  showPage,
  userEvent,
} from './account-page.tsx';

afterEach(() => {
  vi.restoreAllMocks();
  cleanup();
});

const { twoFactor: text } = english;

const ada: MemoryPerson = { id: 'ada', email: 'ada@example.com', password, totp: true };
const codes = (): string[] =>
  screen.queryAllByRole('listitem').map((item) => item.textContent ?? '');
const focused = (): Element | null => document.activeElement;

/** Makes new codes, without the prompt in front. */
async function make(): Promise<Page & { made: string[] }> {
  const page = showPage(<TwoFactor />, {
    people: [ada],
    settings: { stepUp: { operations: { createRecoveryCodes: false } } },
  });
  await press(text.makeNew);
  await screen.findByText(text.codesTitle);
  expect(codes()).toHaveLength(10);
  return { ...page, made: codes() };
}

test('new ones are shown once, and are nowhere in the page once they are put away', async () => {
  const { made } = await make();
  expect(focused()?.textContent).toContain(made[0]);
  await press(text.done);
  await button(text.makeNew);
  expect(focused()?.textContent).toContain('10 codes left');
  const page = document.documentElement.outerHTML;
  for (const code of made) expect(page).not.toContain(code);
  await press(text.makeNew);
  await screen.findByText(text.codesTitle);
  expect(codes().some((code) => made.includes(code))).toBe(false);
});

test('the account in the page holds none of them', async () => {
  const { made, backend } = await make();
  const answered = JSON.stringify(await backend.getAccount());
  for (const code of made) expect(answered).not.toContain(code);
});

test('are walked by the keyboard in the order in which they are read', async () => {
  await make();
  const walked: (string | null | undefined)[] = [];
  for (let step = 0; step < 4; step++) {
    await userEvent.tab();
    walked.push(focused()?.textContent);
  }
  expect(walked).toEqual([text.copy, text.download, text.print, text.done]);
  await userEvent.keyboard('{Enter}');
  await button(text.makeNew);
});

test('a page that knows how many are left says so, in the singular, too', async () => {
  showPage(<TwoFactor />, { people: [{ ...ada, recoveryCodes: ['ABCDE-00000'] }] });
  await screen.findByText('1 code left');
  expect(screen.queryByText(text.noneLeftWhy)).toBeNull();
});

test('once there are none, it says what that means', async () => {
  showPage(<TwoFactor />, { people: [{ ...ada, recoveryCodes: [] }] });
  await screen.findByText(text.noneLeft);
  await screen.findByText(text.noneLeftWhy);
});

describe('to keep', () => {
  test('they are copied, one to a line', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const { made } = await make();
    await press(text.copy);
    await hear('status', text.copied);
    expect(write.mock.calls).toEqual([[made.join('\n')]]);
  });

  test('where the browser does not let a page copy, it says so', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('No.'));
    await make();
    await press(text.copy);
    await hear('status', text.notCopied);
  });

  test('they are saved as a text file', async () => {
    let saved: Blob | null = null;
    let name = '';
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      saved = blob as Blob;
      return 'blob:kept';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
      this: HTMLAnchorElement,
    ) {
      name = this.download;
    });
    const { made } = await make();
    await press(text.download);
    expect(name).toBe('recovery-codes.txt');
    expect(await (saved as unknown as Blob).text()).toBe(`${made.join('\n')}\n`);
  });

  test('they are printed without the page around them, and leave nothing behind', async () => {
    const { made } = await make();
    let printed = '';
    const observer = new MutationObserver(() => {
      const inside = document.querySelector('iframe')?.contentWindow;
      if (inside) inside.print = () => (printed = inside.document.body.textContent ?? '');
    });
    observer.observe(document.body, { childList: true });
    await press(text.print);
    observer.disconnect();
    const frame = document.querySelector('iframe');
    const paper = frame?.contentDocument?.body.textContent;
    expect(paper).toBe(`${text.codesTitle}: ${location.host}\n\n${made.join('\n')}`);
    frame?.contentWindow?.dispatchEvent(new Event('afterprint'));
    expect(document.querySelector('iframe')).toBeNull();
    expect(printed === '' || printed === paper).toBe(true);
  });

  test('put away while they are printed, they are gone, too', async () => {
    await make();
    await press(text.print);
    expect(document.querySelectorAll('iframe')).toHaveLength(1);
    await press(text.print);
    expect(document.querySelectorAll('iframe')).toHaveLength(1);
    await press(text.done);
    await expect.poll(() => document.querySelector('iframe')).toBeNull();
  });
});
