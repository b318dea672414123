import axe from 'axe-core';
import { AccountError, EmailChange } from 'selvedge';
import { en } from 'selvedge/locales/en';
import { findLinkToken } from 'selvedge/memory';
import type { MemoryPerson } from 'selvedge/memory';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { emailVerification as text } from '../../src/words/interface/en/email-verification.ts';
import { button, cleanup, comeBack, hear, press, screen, showPage } from './account-page.tsx';

const { emailChange, errors } = en;
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const ada: MemoryPerson = { id: 'ada', email: 'ada@example.com', emailVerified: false };
const show = (person: MemoryPerson = ada) => showPage(<EmailChange />, { people: [person] });

test('a link is mailed on demand, and again only after the wait', async () => {
  const { backend, sent } = show();
  await screen.findByText(text.ask);
  const send = await button(text.send);
  await press(text.send);
  await hear('status', text.sent);
  await screen.findByText(/^Open the link that we mailed you/);
  // The same button, so the focus is where it was.
  expect(document.activeElement).toBe(send);
  expect(send.textContent).toMatch(/Send again in \d+ seconds/);
  send.click();
  expect(sent('resendVerification')).toHaveLength(1);
  const mails = (): number => backend.mailbox.list().filter(({ to }) => to === ada.email).length;
  await expect.poll(mails).toBe(1);

  vi.setSystemTime(Date.now() + 61_000);
  await expect.poll(() => send.textContent).toBe(text.sendAgain);
  await press(text.sendAgain);
  await expect.poll(mails).toBe(2);
});

test('the opened link leaves nothing to verify', async () => {
  const { backend } = show({ ...ada, verification: true });
  await screen.findByText(/^Open the link/);
  const mail = backend.mailbox.findNewest('ada@example.com');
  const token = (mail && findLinkToken(mail)) ?? '';
  await backend.openBrowser().confirmEmailChange({ token });
  vi.setSystemTime(Date.now() + 60_000);
  comeBack();
  await screen.findByText(emailChange.verified);
  expect(screen.queryByText(/^Open the link/)).toBeNull();
});

test('nothing is asked of a verified address, nor beside a new one that waits for its link', async () => {
  show({ ...ada, emailVerified: true });
  await screen.findByText(emailChange.verified);
  expect(screen.queryByText(text.ask)).toBeNull();
  cleanup();
  show({ ...ada, pendingEmail: { address: 'lovelace@example.com' } });
  await screen.findByText(emailChange.unverified);
  await screen.findByRole('group', { name: /lovelace@example.com/ });
  expect(screen.queryByText(text.ask)).toBeNull();
});

test('a failure is said and can be tried again', async () => {
  const { failNext } = show();
  await button(text.send);
  failNext('resendVerification', new AccountError('offline'));
  await press(text.send);
  await hear('alert', errors.offline);
  expect(document.activeElement).toBe(await button(text.send));
  await press(text.send);
  await hear('status', text.sent);
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  expect(violations).toEqual([]);
});

test('too many are counted down', async () => {
  const { failNext, sent } = show();
  await button(text.send);
  failNext('resendVerification', new AccountError('rate_limited', { retryAfterSeconds: 47 }));
  await press(text.send);
  await hear('alert', /47/);
  (await button(text.send)).click();
  expect(sent('resendVerification')).toHaveLength(1);
});
