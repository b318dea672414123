import { renderToString } from 'react-dom/server';
import { describe, expect, test, vi } from 'vitest';
import { everyComponent, fullAccount, servedPage } from '../support/every-component.tsx';

describe.each(everyComponent)('%s on a server', (_, component) => {
  test.each(['without an account', 'with the account'])(
    'renders %s: no style attribute, no warning, nothing that stays behind',
    async (how) => {
      const account = how === 'with the account' ? await fullAccount() : undefined;
      const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
      const html = renderToString(servedPage(account, component));
      expect(html.length).toBeGreaterThan(200);
      expect(html).not.toMatch(/\sstyle="/);
      expect(html).not.toContain('<style');
      expect(html).not.toContain('undefined');
      expect(complaints.mock.calls).toEqual([]);
      complaints.mockRestore();
    },
  );
});

test('an account that the server knows is in the page, ready to be read without scripts', async () => {
  const [, settings] = everyComponent.find(([name]) => name === 'AccountSettings') ?? [];
  const account = await fullAccount();
  const html = settings ? renderToString(servedPage(account, settings)) : '';
  for (const text of ['Ada Lovelace', 'ada@example.com', 'lovelace@example.com', 'Google']) {
    expect(html).toContain(text);
  }
  expect(html).not.toContain('aria-busy="true"');
});

test('forms cannot put what is typed into the address before the scripts are there', async () => {
  const account = await fullAccount();
  for (const [, component] of everyComponent) {
    const html = renderToString(servedPage(account, component));
    for (const [form] of html.matchAll(/<form[^>]*>/g)) expect(form).toContain('method="post"');
  }
});
