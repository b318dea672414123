import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { Dialog as RadixDialog } from 'radix-ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import {
  Button as AriaButton,
  Dialog as AriaDialog,
  DialogTrigger,
  Heading,
  Modal,
} from 'react-aria-components';
import { AccountError, DeleteAccount, EmailChange, PasswordChange, useOperation } from 'selvedge';
import { en, english } from 'selvedge/locales/en';
import { afterEach, describe, expect, test } from 'vitest';
import {
  button,
  cleanup,
  descriptionOf,
  field,
  fill,
  hear,
  password,
  press,
  prompt,
  proof,
  prove,
  screen,
  showPage,
  userEvent,
  within,
  passSeconds,
} from './account-page.tsx';

afterEach(cleanup);

const { stepUp, passwordChange, emailChange, errors, fields, account: words } = en;
const fresh = 'seven otters sing at dusk';

describe('the prompt', () => {
  test('names what it is for, has the focus in its field, and holds whose password it is', async () => {
    showPage(<PasswordChange />);
    await fill(passwordChange.newPassword, fresh);
    await press(passwordChange.change);
    const dialog = await prompt();
    expect(dialog.matches(':modal')).toBe(true);
    expect(descriptionOf(dialog)).toBe(stepUp.changePassword);
    const input = within(dialog).getByLabelText<HTMLInputElement>(stepUp.password);
    expect(document.activeElement).toBe(input);
    expect(input.autocomplete).toBe('current-password');
    expect(dialog.querySelector<HTMLInputElement>('[autocomplete=username]')?.value).toBe(
      'ada@example.com',
    );
  });

  test('asks for the password before it sends anything', async () => {
    const { sent } = showPage(<PasswordChange />);
    await fill(passwordChange.newPassword, fresh);
    await press(passwordChange.change);
    await prompt();
    await userEvent.keyboard('{Enter}');
    await expect.poll(async () => descriptionOf(await proof())).toBe(fields.required);
    expect(sent('stepUp')).toEqual([]);
  });

  test('twenty Enters prove once, and the operation runs once', async () => {
    const { sent, hold } = showPage(<PasswordChange />);
    await fill(passwordChange.newPassword, fresh);
    await press(passwordChange.change);
    await prompt();
    await userEvent.keyboard(password);
    const release = hold('stepUp');
    await userEvent.keyboard('{Enter>20/}');
    release();
    await hear('status', passwordChange.changed);
    expect(sent('stepUp')).toHaveLength(1);
    expect(sent('changePassword')).toHaveLength(2);
  });

  test.each(['unavailable', 'offline'] as const)(
    '%s keeps the prompt and what was typed',
    async (code) => {
      const { failNext } = showPage(<PasswordChange />);
      await fill(passwordChange.newPassword, fresh);
      await press(passwordChange.change);
      await prompt();
      failNext('stepUp', new AccountError(code));
      await prove();
      await hear('alert', errors[code]);
      expect((await proof()).value).toBe(password);
      await press(stepUp.confirm);
      await hear('status', passwordChange.changed);
    },
  );

  test('the limit of tries counts down and swallows Enter', async () => {
    const { failNext, sent } = showPage(<PasswordChange />);
    await fill(passwordChange.newPassword, fresh);
    await press(passwordChange.change);
    await prompt();
    failNext('stepUp', new AccountError('rate_limited', { retryAfterSeconds: 47 }));
    await prove();
    await hear('alert', /Wait \d+ seconds/);
    await userEvent.click(await proof());
    await userEvent.keyboard('{Enter}');
    expect(sent('stepUp')).toHaveLength(1);
    passSeconds(47);
    await expect
      .poll(async () => (await button(stepUp.confirm)).getAttribute('aria-disabled'))
      .toBe(null);
    await press(stepUp.confirm);
    await hear('status', passwordChange.changed);
  });

  test('cancelled while the proof is on its way, it stays cancelled', async () => {
    const { hold, sent } = showPage(<PasswordChange />);
    const input = await fill(passwordChange.newPassword, fresh);
    await press(passwordChange.change);
    await prompt();
    const release = hold('stepUp');
    await prove();
    await userEvent.keyboard('{Escape}');
    await hear('status', words.interrupted);
    release();
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
    expect(sent('changePassword')).toHaveLength(1);
    expect(input.value).toBe(fresh);
  });

  test('two sections that ask are answered one after the other', async () => {
    const { sent } = showPage(
      <>
        <PasswordChange />
        <EmailChange />
      </>,
    );
    await fill(passwordChange.newPassword, fresh);
    const address = await fill(emailChange.newEmail, 'lovelace@example.com');
    (await button(passwordChange.change)).click();
    address.form?.requestSubmit();
    const first = descriptionOf(await prompt());
    await userEvent.keyboard('something else{Escape}');
    await expect.poll(async () => descriptionOf(await prompt())).not.toBe(first);
    expect((await proof()).value).toBe('');
    expect([first, descriptionOf(await prompt())].toSorted()).toEqual(
      [stepUp.changePassword, stepUp.requestEmailChange].toSorted(),
    );
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
    expect(sent('stepUp')).toEqual([]);
    expect(address.value).toBe('lovelace@example.com');
    // Neither waits for the other any more.
    await press(emailChange.send);
    await prove();
    await screen.findByRole('group', { name: /lovelace@example.com/ });
  });

  test('goes with the section that asked, and another can ask then', async () => {
    function Host(): ReactElement {
      const [shown, show] = useState(true);
      return (
        <>
          <button type="button" onClick={() => show(false)}>
            Away
          </button>
          {shown && <PasswordChange />}
          <EmailChange />
        </>
      );
    }
    showPage(<Host />);
    await fill(passwordChange.newPassword, fresh);
    await press(passwordChange.change);
    await prompt();
    document.querySelector('button')?.click();
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
    await fill(emailChange.newEmail, 'lovelace@example.com');
    await press(emailChange.send);
    await prove();
    await screen.findByRole('group', { name: /lovelace@example.com/ });
  });

  test('comes for an operation that a host runs by itself, styled like ours', async () => {
    function Host(): ReactElement {
      const { run, pending } = useOperation('deleteAccount');
      return (
        <button type="button" disabled={pending} onClick={() => void run(undefined)}>
          Host
        </button>
      );
    }
    showPage(<Host />);
    await press('Host');
    const dialog = await prompt();
    expect(dialog.closest('.selvedge-root')).not.toBeNull();
    await prove();
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  });
});

describe('somebody without a password', () => {
  const people = [{ id: 'ada', email: 'ada@example.com' }];

  test('signs in again, then the operation goes on with what was submitted', async () => {
    let behind = 3_600_000;
    const clock = { now: () => Date.now() - behind };
    const { backend, sent, signedInAgain } = showPage(<DeleteAccount />, { people, clock });
    await userEvent.click(await screen.findByRole('checkbox'));
    behind = 0;
    await press(en.deleteAccount.remove);
    const signIn = await button(words.signIn);
    await expect.poll(() => document.activeElement).toBe(signIn);
    expect(descriptionOf(signIn)).toBe('To delete your account, sign in again, then come back.');
    await press(words.signIn);
    expect(signedInAgain()).toBe(1);
    await press(english.stepUpMethods.signedIn);
    await hear('alert', english.stepUpMethods.notYet);
    await backend.signIn('ada');
    await press(english.stepUpMethods.signedIn);
    await screen.findByText(en.deleteAccount.removed);
    expect(sent('deleteAccount')).toHaveLength(2);
  });
});

describe.each([
  [
    'Radix',
    ({ children }: { children: ReactElement }) => (
      <RadixDialog.Root>
        <RadixDialog.Trigger>Settings</RadixDialog.Trigger>
        <RadixDialog.Portal>
          <RadixDialog.Content aria-describedby={undefined}>
            <RadixDialog.Title>Settings</RadixDialog.Title>
            {children}
          </RadixDialog.Content>
        </RadixDialog.Portal>
      </RadixDialog.Root>
    ),
  ],
  [
    'Base UI',
    ({ children }: { children: ReactElement }) => (
      <BaseDialog.Root>
        <BaseDialog.Trigger>Settings</BaseDialog.Trigger>
        <BaseDialog.Portal>
          <BaseDialog.Popup>
            <BaseDialog.Title>Settings</BaseDialog.Title>
            {children}
          </BaseDialog.Popup>
        </BaseDialog.Portal>
      </BaseDialog.Root>
    ),
  ],
  [
    'React Aria',
    ({ children }: { children: ReactElement }) => (
      <DialogTrigger>
        <AriaButton>Settings</AriaButton>
        <Modal isDismissable>
          <AriaDialog>
            <Heading slot="title">Settings</Heading>
            {children}
          </AriaDialog>
        </Modal>
      </DialogTrigger>
    ),
  ],
])('inside a modal of %s', (_, HostModal) => {
  test('the prompt is in the accessibility tree, takes clicks and typing, and gives the focus back', async () => {
    showPage(<PasswordChange />, { around: (it) => <HostModal>{it}</HostModal>, strict: false });
    await press('Settings');
    await fill(passwordChange.newPassword, fresh);
    await press(passwordChange.change);
    const dialog = await prompt();
    for (let up: Element | null = dialog; up; up = up.parentElement) {
      expect(up.hasAttribute('inert') || up.getAttribute('aria-hidden') === 'true').toBe(false);
    }
    const input = within(dialog).getByLabelText<HTMLInputElement>(stepUp.password);
    await expect.poll(() => document.activeElement).toBe(input);
    await userEvent.click(input);
    await userEvent.keyboard('not my password');
    expect(input.value).toBe('not my password');
    await press(words.cancel);
    await hear('status', words.interrupted);
    await expect.poll(async () => document.activeElement).toBe(await button(passwordChange.change));

    // Escape closes the prompt and not the modal around it.
    await press(passwordChange.change);
    await prompt();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => screen.queryByRole('dialog', { name: stepUp.title })).toBeNull();
    expect((await field(passwordChange.newPassword)).value).toBe(fresh);

    await press(passwordChange.change);
    await prove();
    await hear('status', passwordChange.changed);
  });
});
