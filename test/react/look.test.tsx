import { render } from '@testing-library/react';
import type { ComponentType, ReactElement } from 'react';
import { forwardRef } from 'react';
import type { ButtonSlotProps, DialogProps, InputSlotProps, Look, SelectSlotProps } from 'selvedge';
import {
  AccountProvider,
  AvatarEditor,
  DeleteAccount,
  EmailChangeConfirmation,
  PasswordChange,
  ProfileForm,
} from 'selvedge';
import { en } from 'selvedge/locales/en';
import { createMemoryBackend } from 'selvedge/memory';
import { afterEach, expect, test, vi } from 'vitest';
import {
  button,
  cleanup,
  field,
  hear,
  password,
  press,
  screen,
  userEvent,
} from './account-page.tsx';

afterEach(cleanup);

const ada = { id: 'ada', email: 'ada@example.com', password, name: 'Ada', language: 'en' };

function show(look: Look, component: ReactElement) {
  const backend = createMemoryBackend({ people: [ada] });
  return render(
    <AccountProvider backend={backend} words={en} look={look}>
      {component}
    </AccountProvider>,
  );
}

const roots = () => [...document.querySelectorAll<HTMLElement>('.selvedge-root')];

test('a theme and a colour scheme stand on every root, and on no page of the host', async () => {
  show({ theme: 'acme', colorScheme: 'dark' }, <ProfileForm />);
  await field(en.profile.name);
  expect(roots().length).toBeGreaterThan(0);
  for (const root of roots()) {
    expect(root.dataset).toMatchObject({ selvedgeTheme: 'acme', selvedgeScheme: 'dark' });
    expect(getComputedStyle(root).colorScheme).toBe('dark');
  }
  expect(getComputedStyle(document.documentElement).colorScheme).toBe('normal');
});

test('classes of the host stand beside those of the parts, in dialogs, too', async () => {
  show({ classNames: { button: 'btn', dialog: 'modal', field: 'mb-3' } }, <DeleteAccount />);
  const remove = await button(en.deleteAccount.remove);
  expect([...remove.classList]).toEqual(['selvedge-button', 'btn']);
  await userEvent.click(await screen.findByRole('checkbox'));
  await press(en.deleteAccount.remove);
  const dialog = await screen.findByRole('dialog');
  expect([...dialog.classList]).toEqual(['selvedge-dialog', 'modal']);
  expect((await field(en.stepUp.password)).closest('.mb-3')).not.toBeNull();
});

const HostButton: ComponentType<ButtonSlotProps> = forwardRef<HTMLButtonElement, ButtonSlotProps>(
  function HostButton({ variant, children, ...props }, ref) {
    return (
      // oxlint-disable-next-line react/button-has-type -- it comes with the props
      <button {...props} ref={ref} className={`host-button host-${variant}`}>
        {children}
      </button>
    );
  },
);
const HostInput: ComponentType<InputSlotProps> = forwardRef<HTMLInputElement, InputSlotProps>(
  function HostInput(props, ref) {
    return <input {...props} ref={ref} className="host-input" />;
  },
);
const HostSelect: ComponentType<SelectSlotProps> = forwardRef<HTMLSelectElement, SelectSlotProps>(
  function HostSelect(props, ref) {
    return <select {...props} ref={ref} className="host-select" />;
  },
);

test('components of the host do what ours do: names, values, errors, focus and one press at a time', async () => {
  show({ slots: { Button: HostButton, Input: HostInput, Select: HostSelect } }, <ProfileForm />);
  const name = await field(en.profile.name);
  expect(name.className).toBe('host-input');
  expect((await field(en.profile.language)).className).toBe('host-select');
  await userEvent.fill(name, 'a'.repeat(300));
  await press(en.profile.save);
  await expect.poll(() => name.getAttribute('aria-invalid')).toBe('true');
  await expect.poll(() => document.activeElement).toBe(name);
  const said = document.getElementById(name.getAttribute('aria-describedby')!.split(' ')[0]!);
  expect(said?.className).toBe('selvedge-error');
  await userEvent.fill(name, 'Ada Lovelace');
  await press(en.profile.save);
  await hear('status', en.profile.saved);
  expect((await button(en.profile.save)).className).toBe('host-button host-primary');
});

test('controls of the host are as wide as ours, and the camera stays away where there is none', async () => {
  show(
    { slots: { Button: HostButton, Input: HostInput } },
    <>
      <PasswordChange />
      <AvatarEditor />
    </>,
  );
  const input = await field(en.passwordChange.newPassword);
  const { left, width } = input.getBoundingClientRect();
  const around = input.closest('.selvedge-field')!.getBoundingClientRect();
  expect(left).toBeCloseTo(around.left);
  expect(width).toBeCloseTo(around.width);
  expect((await button(en.avatar.upload)).checkVisibility()).toBe(true);
  expect(screen.queryByRole('button', { name: en.avatar.camera })).toBeNull();
});

test('a dialog of the host asks for the proof', async () => {
  const HostDialog = ({ title, children, onClose }: DialogProps): ReactElement => (
    <div role="dialog" aria-label={String(title)} className="host-dialog">
      {children}
      <button type="button" onClick={onClose}>
        Away
      </button>
    </div>
  );
  show({ slots: { Dialog: HostDialog } }, <DeleteAccount />);
  await userEvent.click(await screen.findByRole('checkbox'));
  await press(en.deleteAccount.remove);
  const dialog = await screen.findByRole('dialog', { name: en.stepUp.title });
  expect(dialog.className).toBe('host-dialog');
  await press('Away');
  await hear('status', en.account.interrupted);
});

test('pages of their own have the logo above, the legal links below, and a way on when they are done', async () => {
  history.replaceState(null, '', '#token=nothing');
  show(
    {
      logo: <svg role="img" aria-label="Acme" width="80" height="20" />,
      legal: [{ label: 'Terms', href: '/terms' }],
    },
    <EmailChangeConfirmation continueHref="/settings" />,
  );
  expect(await screen.findByRole('img', { name: 'Acme' })).not.toBeNull();
  const legal = await screen.findByRole('navigation', { name: en.account.legal });
  expect(legal.querySelector('a')?.getAttribute('href')).toBe('/terms');
  expect(screen.queryByRole('link', { name: en.account.goOn })).toBeNull();
});

test('what breaks in one section leaves the others alone, and can be tried again', async () => {
  let broken = true;
  const Fragile: ComponentType<SelectSlotProps> = forwardRef<HTMLSelectElement, SelectSlotProps>(
    function Fragile(props, ref) {
      if (broken) throw new Error('planted');
      return <select {...props} ref={ref} />;
    },
  );
  const complain = vi.spyOn(console, 'error').mockImplementation(() => {});
  show(
    { slots: { Select: Fragile } },
    <>
      <ProfileForm />
      <DeleteAccount />
    </>,
  );
  await screen.findByText(en.account.loadFailed);
  expect((await button(en.deleteAccount.remove)).isConnected).toBe(true);
  expect(complain.mock.calls.flat().map(String).join(' ')).toContain('planted');
  broken = false;
  await press(en.account.tryAgain);
  expect((await field(en.profile.language)).tagName).toBe('SELECT');
  complain.mockRestore();
});
