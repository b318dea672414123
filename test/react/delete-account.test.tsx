import { AccountError, DeleteAccount } from 'selvedge';
import { en } from 'selvedge/locales/en';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  button,
  cleanup,
  descriptionOf,
  hear,
  press,
  prompt,
  prove,
  screen,
  showPage,
  userEvent,
} from './account-page.tsx';

afterEach(cleanup);

const { deleteAccount, errors, account: words } = en;
const box = (): Promise<HTMLInputElement> =>
  screen.findByRole<HTMLInputElement>('checkbox', { name: deleteAccount.understood });

describe('deleting the account', () => {
  test('says what goes, takes a tick, a press and a proof, and then says that it is gone', async () => {
    const onDone = vi.fn<() => void>();
    const { backend, sent } = showPage(<DeleteAccount onDone={onDone} />);
    await screen.findByText(deleteAccount.goesProfile);
    await userEvent.click(await box());
    await press(deleteAccount.remove);
    await prove();
    const gone = await screen.findByText(deleteAccount.removed);
    expect(document.activeElement?.contains(gone)).toBe(true);
    expect(document.activeElement).not.toBe(document.body);
    expect(onDone).toHaveBeenCalledTimes(1);
    expect(sent('deleteAccount')).toHaveLength(2);
    await expect(backend.getAccount()).rejects.toMatchObject({ code: 'not_signed_in' });
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('needs the tick first', async () => {
    const { sent } = showPage(<DeleteAccount />);
    await press(deleteAccount.remove);
    const tick = await box();
    expect(document.activeElement).toBe(tick);
    await expect.poll(() => descriptionOf(tick)).toBe(deleteAccount.tickFirst);
    expect(sent('deleteAccount')).toEqual([]);
    await userEvent.click(tick);
    expect(descriptionOf(tick)).toBe('');
  });

  test('stops without the proof, with the tick still there', async () => {
    const { backend } = showPage(<DeleteAccount />);
    await userEvent.click(await box());
    await press(deleteAccount.remove);
    await prompt();
    await userEvent.keyboard('{Escape}');
    await hear('status', words.interrupted);
    expect((await box()).checked).toBe(true);
    expect(document.activeElement).toBe(await button(deleteAccount.remove));
    expect((await backend.getAccount()).account.id).toBe('ada');
  });

  test('says why it failed and can be tried again', async () => {
    const { failNext } = showPage(<DeleteAccount />);
    await userEvent.click(await box());
    failNext('deleteAccount', new AccountError('unavailable'));
    await press(deleteAccount.remove);
    await hear('alert', errors.unavailable);
    expect((await box()).checked).toBe(true);
    await userEvent.dblClick(await button(deleteAccount.remove));
    await prove();
    await screen.findByText(deleteAccount.removed);
  });

  test('does nothing when onBefore says no', async () => {
    const { sent } = showPage(<DeleteAccount onBefore={() => false} />);
    await userEvent.click(await box());
    await press(deleteAccount.remove);
    await userEvent.click(await box());
    expect(sent('deleteAccount')).toEqual([]);
  });
});
