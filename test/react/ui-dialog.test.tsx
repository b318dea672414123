import '../../src/styles.css';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { StrictMode, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Button } from '../../src/react/ui/button.tsx';
import { Dialog } from '../../src/react/ui/dialog.tsx';
import { Field } from '../../src/react/ui/field.tsx';
import { Form } from '../../src/react/ui/form.tsx';
import { Root } from '../../src/react/ui/root.tsx';
import { TextInput } from '../../src/react/ui/text-input.tsx';

afterEach(cleanup);

interface PageProps {
  children?: ReactNode;
  refuses?: boolean;
  onAsked?: () => void;
  onSubmit?: () => void;
}

function Page({ children, refuses, onAsked, onSubmit }: PageProps): ReactElement {
  const [open, setOpen] = useState(false);
  const [gone, setGone] = useState(false);
  return (
    <div onSubmit={onSubmit}>
      <Root data-testid="root">
        {!gone && <Button onClick={() => setOpen(true)}>Open</Button>}
        <Dialog
          open={open}
          onClose={() => {
            onAsked?.();
            if (!refuses) setOpen(false);
          }}
          title="Confirm that it is you"
          description="Type your password."
        >
          {children ?? (
            <Form>
              <Button>First button</Button>
              <Field label="Password">
                <TextInput />
              </Field>
              <Button type="submit">Continue</Button>
              <Button
                onClick={() => {
                  setGone(true);
                  setOpen(false);
                }}
              >
                Finish
              </Button>
            </Form>
          )}
        </Dialog>
      </Root>
    </div>
  );
}

async function open(page: ReactElement): Promise<HTMLDialogElement> {
  render(<StrictMode>{page}</StrictMode>);
  await userEvent.click(screen.getByRole('button', { name: 'Open' }));
  return screen.findByRole<HTMLDialogElement>('dialog');
}

const opener = (): HTMLElement => screen.getByRole('button', { name: 'Open' });

describe('a dialog', () => {
  test('is modal, named by its title and described by its sentence', async () => {
    const dialog = await open(<Page />);
    expect(dialog.matches(':modal')).toBe(true);
    expect(screen.getByRole('dialog', { name: 'Confirm that it is you' })).toBe(dialog);
    const description = dialog.getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(description)?.textContent).toBe('Type your password.');
  });

  test('puts the focus into its first field, not onto its first button', async () => {
    await open(<Page />);
    expect(document.activeElement).toBe(screen.getByLabelText('Password'));
  });

  test('puts the focus onto what is marked for it', async () => {
    await open(
      <Page>
        <TextInput aria-label="Name" />
        <Button data-autofocus="">Cancel</Button>
      </Page>,
    );
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Cancel' }));
  });

  test('closes on Escape and gives the focus back to what opened it', async () => {
    const asked = vi.fn<() => void>();
    await open(<Page onAsked={asked} />);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.activeElement).toBe(opener());
    expect(asked).toHaveBeenCalledTimes(1);
  });

  test('hands the focus to the root when what opened it has gone', async () => {
    await open(<Page />);
    await userEvent.click(screen.getByRole('button', { name: 'Finish' }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('root')));
  });

  test('stays open when its owner refuses to close, however often Escape is pressed', async () => {
    const asked = vi.fn<() => void>();
    const dialog = await open(<Page refuses onAsked={asked} />);
    for (const time of [1, 2, 3]) {
      await userEvent.keyboard('{Escape}');
      await waitFor(() => expect(asked).toHaveBeenCalledTimes(time));
      await waitFor(() => expect(dialog.matches(':modal')).toBe(true));
    }
  });

  test('keeps Escape from the modal of a host around it', async () => {
    const host = vi.fn<(event: KeyboardEvent) => void>();
    await open(<Page />);
    document.addEventListener('keydown', host, true);
    await userEvent.keyboard('{Escape}');
    document.removeEventListener('keydown', host, true);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(host).not.toHaveBeenCalled();
  });

  test('lets Escape through again once it is closed', async () => {
    const host = vi.fn<(event: KeyboardEvent) => void>();
    await open(<Page />);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    document.addEventListener('keydown', host);
    await userEvent.keyboard('{Escape}');
    document.removeEventListener('keydown', host);
    expect(host).toHaveBeenCalledTimes(1);
  });

  test('closes on a press outside, not on one inside its own padding', async () => {
    const dialog = await open(<Page />);
    await userEvent.click(dialog, { position: { x: 5, y: 5 } });
    expect(dialog.open).toBe(true);
    const outside = { clientX: 1, clientY: 1, bubbles: true };
    dialog.dispatchEvent(new PointerEvent('pointerdown', outside));
    dialog.dispatchEvent(new MouseEvent('click', outside));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.activeElement).toBe(opener());
  });

  test('stays open when a press begins in a field and ends outside', async () => {
    const dialog = await open(<Page />);
    const outside = { clientX: 1, clientY: 1, bubbles: true };
    screen
      .getByLabelText('Password')
      .dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    dialog.dispatchEvent(new MouseEvent('click', outside));
    expect(dialog.open).toBe(true);
  });

  test('stays open when a file picker inside it is cancelled', async () => {
    const asked = vi.fn<() => void>();
    await open(
      <Page onAsked={asked}>
        <input type="file" aria-label="Picture" />
      </Page>,
    );
    screen.getByLabelText('Picture').dispatchEvent(new Event('cancel', { bubbles: true }));
    expect(asked).not.toHaveBeenCalled();
  });

  test('keeps a submit inside it to itself', async () => {
    const submitted = vi.fn<() => void>();
    await open(
      <Page onSubmit={submitted}>
        <form onSubmit={(event) => event.preventDefault()}>
          <Button type="submit">Continue</Button>
        </form>
      </Page>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
    expect(submitted).not.toHaveBeenCalled();
  });
});
