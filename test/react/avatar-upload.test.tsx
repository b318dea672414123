import { AccountError, AvatarEditor } from 'selvedge';
import { en } from 'selvedge/locales/en';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  button,
  cleanup,
  hear,
  press,
  prompt,
  screen,
  showPage,
  userEvent,
  within,
  passSeconds,
} from './account-page.tsx';
import { dialog, pickAndOpen, quarters, slider } from './avatar-pictures.ts';

const { account, avatar, errors, fields } = en;
let file: Blob;

beforeEach(async () => {
  file = await quarters(800, 400);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('impatience', () => {
  test('a double click on Save sends one picture', async () => {
    const { sent } = showPage(<AvatarEditor />);
    await pickAndOpen(file);
    await userEvent.dblClick(await button(avatar.save));
    await hear('status', avatar.saved);
    expect(sent('setAvatar')).toHaveLength(1);
  });

  test('twenty Enters, and "use as is" in between, send one picture', async () => {
    const { sent, hold } = showPage(<AvatarEditor />);
    await pickAndOpen(file);
    const release = hold('setAvatar');
    (await button(avatar.save)).focus();
    await userEvent.keyboard('{Enter>20/}');
    (await button(avatar.asIs)).click();
    await expect.poll(() => sent('setAvatar')).toHaveLength(1);
    release();
    await hear('status', avatar.saved);
    expect(sent('setAvatar')).toHaveLength(1);
  });
});

describe('an upload', () => {
  test('shows how far it is, can be stopped, and goes on from the same crop', async () => {
    let latencyMilliseconds = 60_000;
    const { sent, backend } = showPage(<AvatarEditor />, {
      latencyMilliseconds: (name) => (name === 'setAvatar' ? latencyMilliseconds : 0),
    });
    await pickAndOpen(file);
    await userEvent.fill(slider(avatar.horizontal), '-50');
    await press(avatar.save);
    const bar = await screen.findByRole('progressbar', { name: avatar.uploading });
    expect(Number(bar.getAttribute('value'))).toBeLessThan(1);
    await hear('status', avatar.uploading);

    await press(avatar.stop);
    await hear('status', avatar.stopped);
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(screen.getAllByRole('alert', { hidden: true }).every((one) => !one.textContent)).toBe(
      true,
    );
    expect(slider(avatar.horizontal).value).toBe('-50');
    expect((await dialog()).contains(document.activeElement)).toBe(true);
    expect((await backend.getAccount()).account.avatar).toBeNull();

    latencyMilliseconds = 0;
    await press(avatar.save);
    await hear('status', avatar.saved);
    expect(sent('setAvatar')).toHaveLength(2);
  });

  test('is stopped by Escape; the next Escape gives the picture up', async () => {
    showPage(<AvatarEditor />, {
      latencyMilliseconds: (name) => (name === 'setAvatar' ? 60_000 : 0),
    });
    await pickAndOpen(file);
    await press(avatar.save);
    await screen.findByRole('progressbar');
    await userEvent.keyboard('{Escape}');
    await hear('status', avatar.stopped);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  });

  test('is stopped when the section leaves the page', async () => {
    const backend = showPage(<AvatarEditor />, {
      latencyMilliseconds: (name) => (name === 'setAvatar' ? 300 : 0),
    }).backend;
    await pickAndOpen(file);
    await press(avatar.save);
    await screen.findByRole('progressbar');
    cleanup();
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect((await backend.getAccount()).account.avatar).toBeNull();
  });
});

describe('a refusal', () => {
  test.each([
    ['offline', new AccountError('offline'), errors.offline],
    ['unavailable', new AccountError('unavailable'), errors.unavailable],
    ['too large', new AccountError('too_large'), avatar.tooLarge.replace('{megabytes}', '10')],
    ['another kind', new AccountError('unsupported_media_type'), avatar.unsupported],
    [
      'more than a picture',
      new AccountError('validation_failed', {
        errors: [{ pointer: '', code: 'image_mixed', params: {} }],
      }),
      fields.image_mixed,
    ],
  ])(
    '%s: stands inside, the crop and the old picture stay, and Save tries again',
    async (_, error, sentence) => {
      const person = { id: 'ada', email: 'ada@example.com', avatar: await quarters(60, 40) };
      const { failNext, sent, backend } = showPage(<AvatarEditor />, { people: [person] });
      await pickAndOpen(file);
      await userEvent.fill(slider(avatar.horizontal), '-50');
      const before = (await backend.getAccount()).account.avatar?.url;
      failNext('setAvatar', error);
      await press(avatar.save);
      expect(await within(await dialog()).findByText(sentence)).not.toBeNull();
      await hear('alert', sentence);
      expect(slider(avatar.horizontal).value).toBe('-50');
      expect((await backend.getAccount()).account.avatar?.url).toBe(before);
      await press(avatar.save);
      await hear('status', avatar.saved);
      expect(sent('setAvatar')).toHaveLength(2);
    },
  );

  test('a limit counts down, and Save waits for its end', async () => {
    const { failNext, sent } = showPage(<AvatarEditor />);
    await pickAndOpen(file);
    failNext('setAvatar', new AccountError('rate_limited', { retryAfterSeconds: 47 }));
    await press(avatar.save);
    await hear('alert', /Wait \d+ seconds/);
    const save = await button(avatar.save);
    expect(save.getAttribute('aria-disabled')).toBe('true');
    save.click();
    (await button(avatar.asIs)).click();
    passSeconds(47);
    await expect.poll(() => save.getAttribute('aria-disabled')).toBeNull();
    expect(sent('setAvatar')).toHaveLength(1);
    await press(avatar.save);
    await hear('status', avatar.saved);
  });

  test('a proof that is asked for and not given leaves everything as it was', async () => {
    const { failNext, sent } = showPage(<AvatarEditor />);
    await pickAndOpen(file);
    failNext(
      'setAvatar',
      new AccountError('step_up_required', {
        stepUp: { purpose: 'setAvatar', methods: [{ kind: 'password' }] },
      }),
    );
    await press(avatar.save);
    await within(await prompt()).findByRole('button', { name: account.cancel });
    await userEvent.keyboard('{Escape}');
    await hear('status', account.interrupted);
    expect((await dialog()).matches(':modal')).toBe(true);
    expect((await dialog()).contains(document.activeElement)).toBe(true);
    expect(sent('setAvatar')).toHaveLength(1);
  });

  test('the end of the session keeps the picture in sight', async () => {
    const { failNext } = showPage(<AvatarEditor />);
    await pickAndOpen(file);
    failNext('setAvatar', new AccountError('session_ended'));
    await press(avatar.save);
    await hear('alert', new RegExp(errors.session_ended));
    expect((await dialog()).open).toBe(true);
  });
});

test('lets go of every address that it made', async () => {
  const made = vi.spyOn(URL, 'createObjectURL');
  const revoked = vi.spyOn(URL, 'revokeObjectURL');
  showPage(<AvatarEditor />);
  await pickAndOpen(file);
  await press(account.cancel);
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  const urls = made.mock.results.map(({ value }) => value as string);
  expect(urls.length).toBeGreaterThan(1);
  await expect
    .poll(() => revoked.mock.calls.map(([url]) => url).toSorted())
    .toEqual(urls.toSorted());
});
