import { AccountProvider, IdentityList } from 'selvedge';
import { en, english } from 'selvedge/locales/en';
import { createMemoryBackend } from 'selvedge/memory';
import { render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { cleanup, screen } from './account-page.tsx';

afterEach(cleanup);

const connectedAt = '2026-01-19T16:05:00.000Z';
const ada = {
  id: 'ada',
  email: 'ada@example.com',
  identities: [
    { provider: 'google', label: 'Google', name: 'ada@gmail.com', connectedAt },
    { provider: 'acme-sso', label: 'Ácme', name: null, connectedAt },
  ],
};

test('names each account that is connected, behind the mark of its provider or a letter', async () => {
  const marks = { google: <svg data-testid="google" /> };
  render(
    <AccountProvider backend={createMemoryBackend({ people: [ada] })} words={en} look={{ marks }}>
      <IdentityList />
    </AccountProvider>,
  );
  const rows = await screen.findAllByRole('listitem');
  const said = rows.map((row) => {
    const mark = row.firstElementChild;
    return [mark?.getAttribute('aria-hidden'), mark?.textContent, row.textContent];
  });
  expect(said).toEqual([
    ['true', '', 'Googleada@gmail.com · Since Jan 19, 2026'],
    ['true', 'Á', 'ÁÁcmeSince Jan 19, 2026'],
  ]);
  expect(rows[0]?.firstElementChild).toContain(screen.getByTestId('google'));
});

test('says so where none is connected', async () => {
  const backend = createMemoryBackend({ people: [{ ...ada, identities: [] }] });
  render(
    <AccountProvider backend={backend} words={en}>
      <IdentityList />
    </AccountProvider>,
  );
  await screen.findByText(english.identities.none);
  expect(screen.queryByRole('list')).toBeNull();
});
