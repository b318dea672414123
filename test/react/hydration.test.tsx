import { renderToString } from 'react-dom/server';
import { hydrateRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { act } from '@testing-library/react';
import type { ReactElement } from 'react';
import { ProfileForm } from 'selvedge';
import { en } from 'selvedge/locales/en';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { everyComponent, fullAccount, servedPage } from '../support/every-component.tsx';
import { setMarkup } from '../support/strict-page.ts';

let host: HTMLElement;
let root: Root | null = null;
beforeEach(() => {
  host = document.body.appendChild(document.createElement('div'));
});
afterEach(async () => {
  await act(async () => root?.unmount());
  root = null;
  host.remove();
  vi.restoreAllMocks();
});

/** Takes over what a server has rendered; answers what React has against it. */
async function takeOver(html: string, page: ReactElement): Promise<unknown[]> {
  setMarkup(host, html);
  const complaints: unknown[] = [];
  vi.spyOn(console, 'error').mockImplementation((...said) => void complaints.push(said));
  await act(async () => {
    root = hydrateRoot(host, page, { onRecoverableError: (error) => complaints.push(error) });
  });
  return complaints;
}

describe.each(everyComponent)('%s', (_, component) => {
  test.each(['without an account', 'with the account'])(
    'takes over %s in silence, and keeps the elements',
    async (how) => {
      const account = how === 'with the account' ? await fullAccount() : undefined;
      const html = renderToString(servedPage(account, component));
      setMarkup(host, html);
      const complaints = await takeOver(html, servedPage(account, component));
      expect(complaints).toEqual([]);
    },
  );
});

test('moments are in the time of the server until they can be in that of the person', async () => {
  const account = await fullAccount();
  const [, component] = everyComponent.find(([name]) => name === 'PasswordChange') ?? [];
  const page = servedPage(account, component ?? <i />);
  const html = renderToString(page);
  expect(html).toContain('March 14, 2026');
  const Real = Intl.DateTimeFormat;
  vi.spyOn(Intl, 'DateTimeFormat').mockImplementation(function DateTimeFormat(locale, options) {
    return new Real(locale, { timeZone: 'Pacific/Kiritimati', ...options });
  } as typeof Intl.DateTimeFormat);
  expect(await takeOver(html, page)).toEqual([]);
  expect(host.textContent).toContain('March 15, 2026');
});

test('what somebody typed before the scripts came is still there, and is saved', async () => {
  const account = await fullAccount();
  const page = servedPage(account, <ProfileForm fields={['nickname', 'givenName']} />);
  setMarkup(host, renderToString(page));
  const typed = host.querySelector<HTMLInputElement>('input[name=nickname]');
  typed?.focus();
  document.execCommand('insertText', false, 'Countess');
  expect(typed?.value).toBe('Countess');
  await act(async () => {
    root = hydrateRoot(host, page);
  });
  const input = host.querySelector<HTMLInputElement>('input[name=nickname]');
  expect(input?.value).toBe('Countess');
  await act(async () => input?.form?.requestSubmit());
  await expect.poll(() => host.textContent).toContain(en.profile.saved);
  expect(input?.value).toBe('Countess');
});
