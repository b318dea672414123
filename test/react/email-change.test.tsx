import { AccountError, EmailChange } from 'selvedge';
import { en } from 'selvedge/locales/en';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  button,
  cleanup,
  descriptionOf,
  field,
  fill,
  hear,
  press,
  prompt,
  prove,
  screen,
  showPage,
  userEvent,
  passSeconds,
} from './account-page.tsx';

afterEach(cleanup);

const { emailChange, errors, fields, account: words } = en;
const address = 'lovelace@example.com';
const pendingEmail = (secondsAgo: number): { address: string; requestedAt: string } => ({
  address,
  requestedAt: new Date(Date.now() - secondsAgo * 1000).toISOString(),
});
const ada = { id: 'ada', email: 'ada@example.com', password: 'correct horse battery staple' };

async function ask(): Promise<HTMLInputElement> {
  const input = await fill(emailChange.newEmail, address);
  await press(emailChange.send);
  return input;
}
const notice = (): Promise<HTMLElement> =>
  screen.findByRole('group', { name: `Open the link we sent to ${address}` });

describe('asking for a new address', () => {
  test('takes two presses and a password, and leads the focus to the notice', async () => {
    const onDone = vi.fn<() => void>();
    const { backend, sent } = showPage(<EmailChange onDone={onDone} />);
    let clicks = 0;
    document.addEventListener('click', () => (clicks += 1), { capture: true });
    await fill(emailChange.newEmail, ` ${address} `);
    await press(emailChange.send);
    await prove();
    await expect.poll(notice).toBe(document.activeElement);
    expect(clicks).toBeLessThanOrEqual(3);
    // Refused for the proof, and sent once more with the same payload.
    expect(sent('requestEmailChange')).toEqual([{ newEmail: address }, { newEmail: address }]);
    expect(backend.mailbox.findNewest(address)?.text).toContain('#token=');
    expect(onDone).toHaveBeenCalledTimes(1);
    expect((await screen.findByText('ada@example.com')).isConnected).toBe(true);
  });

  test('sends what was submitted, whatever becomes of the field meanwhile, and runs once', async () => {
    const { backend, sent, hold } = showPage(<EmailChange />);
    await ask();
    const release = hold('stepUp');
    await prove();
    // The prompt is modal; a script, an extension or a password manager is not.
    const input = document.querySelector<HTMLInputElement>('input[name=newEmail]');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(
      input,
      'other@example.com',
    );
    input?.dispatchEvent(new Event('input', { bubbles: true }));
    release();
    await notice();
    expect(sent('requestEmailChange')).toEqual([{ newEmail: address }, { newEmail: address }]);
    expect(backend.mailbox.findNewest('other@example.com')).toBeNull();
    // It was typed after the request, so it is still there when the change is given up.
    await press(emailChange.cancelChange);
    expect((await field(emailChange.newEmail)).value).toBe('other@example.com');
  });

  test('a cancelled prompt leaves everything as it was', async () => {
    const { sent } = showPage(<EmailChange />);
    const input = await ask();
    await prompt();
    await userEvent.keyboard('{Escape}');
    await hear('status', words.interrupted);
    expect(input.value).toBe(address);
    expect(document.activeElement).toBe(await button(emailChange.send));
    expect(sent('requestEmailChange')).toHaveLength(1);
    expect(sent('stepUp')).toEqual([]);
    await press(emailChange.send);
    await prove();
    await notice();
  });

  test('a double click asks for one proof and mails one link', async () => {
    const { backend, sent } = showPage(<EmailChange />);
    await fill(emailChange.newEmail, address);
    await userEvent.dblClick(await button(emailChange.send));
    await prove();
    await notice();
    expect(sent('requestEmailChange')).toHaveLength(2);
    expect(backend.mailbox.list().filter((mail) => mail.to === address)).toHaveLength(1);
  });

  test.each([
    ['', fields.required],
    ['lovelace@example', fields.malformed],
    ['ADA@example.com', fields.email_same],
  ])('"%s" is refused at the field, which keeps it and has the focus', async (typed, sentence) => {
    showPage(<EmailChange />);
    const input = await field(emailChange.newEmail);
    if (typed) await fill(emailChange.newEmail, typed);
    await press(emailChange.send);
    await expect.poll(() => descriptionOf(input)).toContain(sentence);
    await expect.poll(() => document.activeElement).toBe(input);
    expect(input.value).toBe(typed);
    expect(screen.getByRole('alert').textContent).toBe('');
  });

  test.each(['unavailable', 'offline', 'session_ended'] as const)(
    '%s after the proof loses nothing',
    async (code) => {
      const { failNext, hold } = showPage(<EmailChange />);
      const input = await ask();
      await prompt();
      const release = hold('stepUp');
      await prove();
      failNext('requestEmailChange', new AccountError(code));
      release();
      await hear('alert', new RegExp(errors[code]));
      expect(input.value).toBe(address);
      expect(document.activeElement).not.toBe(document.body);
    },
  );

  test('the limit of mails counts down at the button', async () => {
    const { failNext } = showPage(<EmailChange />);
    await fill(emailChange.newEmail, address);
    failNext('requestEmailChange', new AccountError('rate_limited', { retryAfterSeconds: 47 }));
    await press(emailChange.send);
    await hear('alert', /Wait \d+ seconds/);
    const send = await button(emailChange.send);
    expect(send.getAttribute('aria-disabled')).toBe('true');
    passSeconds(47);
    await expect.poll(() => send.getAttribute('aria-disabled')).toBe(null);
  });

  test('without mail the address changes at once', async () => {
    showPage(<EmailChange />, { mail: false });
    const input = await ask();
    await prove();
    await hear('status', emailChange.changed);
    expect((await screen.findByText(address)).isConnected).toBe(true);
    expect((await screen.findByText(emailChange.unverified)).isConnected).toBe(true);
    expect(input.value).toBe('');
    expect(document.activeElement).toBe(await button(emailChange.send));
  });
});

describe('a pending address', () => {
  test('is there when the page is opened', async () => {
    showPage(<EmailChange />, { people: [{ ...ada, pendingEmail: pendingEmail(300) }] });
    await notice();
    expect(document.activeElement).toBe(document.body);
  });

  test('is mailed to once more after its pause', async () => {
    const { backend } = showPage(<EmailChange />, {
      people: [{ ...ada, pendingEmail: pendingEmail(300) }],
    });
    await notice();
    backend.mailbox.clear();
    await press(emailChange.resend);
    await hear('status', emailChange.resent);
    expect(backend.mailbox.list().map((mail) => mail.to)).toEqual([address]);
    const again = await button(/^Send again in/);
    expect(again.getAttribute('aria-disabled')).toBe('true');
    expect(document.activeElement).toBe(again);
    await userEvent.click(again, { force: true });
    expect(backend.mailbox.list()).toHaveLength(1);
  });

  test('can be sent again when the countdown is over, without a reload', async () => {
    const { backend } = showPage(<EmailChange />, {
      people: [{ ...ada, pendingEmail: pendingEmail(5) }],
    });
    await button(/^Send again in \d+ seconds/);
    passSeconds(60);
    await expect
      .poll(() => screen.queryByRole('button', { name: emailChange.resend }))
      .not.toBeNull();
    backend.mailbox.clear();
    await press(emailChange.resend);
    await hear('status', emailChange.resent);
  });

  test('can be given up; the focus goes to the field', async () => {
    const { backend } = showPage(<EmailChange />, {
      people: [{ ...ada, pendingEmail: pendingEmail(300) }],
    });
    await press(emailChange.cancelChange);
    await hear('status', emailChange.cancelled);
    await expect.poll(() => document.activeElement).toBe(await field(emailChange.newEmail));
    expect((await backend.getAccount()).account.email.pending).toBeNull();
  });

  test('that could not be given up stays, with the reason and the focus', async () => {
    const { failNext } = showPage(<EmailChange />, {
      people: [{ ...ada, pendingEmail: pendingEmail(300) }],
    });
    await notice();
    failNext('cancelEmailChange', new AccountError('offline'));
    await press(emailChange.cancelChange);
    await hear('alert', errors.offline);
    expect(document.activeElement).toBe(await button(emailChange.cancelChange));
  });
});
