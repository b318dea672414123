import { act } from '@testing-library/react';
import { Profiler } from 'react';
import { ProfileForm } from 'selvedge';
import { en } from 'selvedge/locales/en';
import { afterEach, expect, test } from 'vitest';
import { cleanup, field, fill, press, screen, showPage, userEvent } from './account-page.tsx';

afterEach(cleanup);

const { profile } = en;

/** Counts what React commits inside the form. */
function showCounted(): { commits: () => number } {
  let commits = 0;
  showPage(
    <Profiler id="form" onRender={() => void (commits += 1)}>
      <ProfileForm />
    </Profiler>,
    { strict: false },
  );
  return { commits: () => commits };
}

test('typing renders nothing', async () => {
  const { commits } = showCounted();
  const input = await field(profile.nickname);
  // The list of languages comes after the first form can be used.
  await screen.findByRole('option', { name: 'Deutsch' });
  act(() => input.focus());
  const before = commits();
  await userEvent.keyboard('Countess of Lovelace');
  expect(input.value).toBe('Countess of Lovelace');
  expect(commits() - before).toBe(0);
});

test('putting an error right renders its own field, and no other element of the form changes', async () => {
  showCounted();
  const input = await fill(profile.username, 'not allowed!');
  await press(profile.save);
  await expect.poll(() => input.getAttribute('aria-invalid')).toBe('true');
  const own = input.closest('.selvedge-field');
  expect(own?.textContent).toContain(profile.usernameForm);

  const touched = new Set<Node>();
  const observer = new MutationObserver((records) => {
    for (const { target } of records) touched.add(target);
  });
  observer.observe(document.body, { subtree: true, childList: true, attributes: true });
  await userEvent.clear(input);
  await userEvent.type(input, 'allowed');
  await expect.poll(() => input.getAttribute('aria-invalid')).toBe(null);
  observer.disconnect();
  expect(touched.size).toBeGreaterThan(0);
  expect([...touched].filter((node) => !own?.contains(node))).toEqual([]);
});
