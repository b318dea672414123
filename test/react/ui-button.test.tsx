import '../../src/styles.css';
import { cleanup, render, screen } from '@testing-library/react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Button } from '../../src/react/ui/button.tsx';
import { Form } from '../../src/react/ui/form.tsx';
import { Root } from '../../src/react/ui/root.tsx';
import { TextInput } from '../../src/react/ui/text-input.tsx';

afterEach(cleanup);

function SaveForm({ onSave }: { onSave: () => void }): ReactElement {
  const [pending, setPending] = useState(false);
  return (
    <Root>
      <Form
        onSubmit={() => {
          onSave();
          setPending(true);
        }}
      >
        <TextInput aria-label="Name" />
        <Button variant="primary" type="submit" pending={pending}>
          Save changes
        </Button>
      </Form>
    </Root>
  );
}

describe('a pending button', () => {
  test('keeps its focus, its name and its width', async () => {
    render(<SaveForm onSave={() => {}} />);
    const button = screen.getByRole('button', { name: 'Save changes' });
    const { width } = button.getBoundingClientRect();
    await userEvent.click(button);
    expect(screen.getByRole('button', { name: 'Save changes', busy: true })).toBe(button);
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(document.activeElement).toBe(button);
    expect(button.getBoundingClientRect().width).toBe(width);
  });

  test('sends one request for many presses and many Enters', async () => {
    const saved = vi.fn<() => void>();
    render(<SaveForm onSave={saved} />);
    await userEvent.dblClick(screen.getByRole('button', { name: 'Save changes' }));
    await userEvent.click(screen.getByRole('textbox', { name: 'Name' }));
    for (let time = 0; time < 20; time += 1) await userEvent.keyboard('{Enter}');
    expect(saved).toHaveBeenCalledTimes(1);
  });

  test('keeps its presses from what stands around it', async () => {
    const around = vi.fn<() => void>();
    const own = vi.fn<() => void>();
    render(
      <div onClick={around}>
        <Button pending onClick={own}>
          Save
        </Button>
      </div>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Save' }), { force: true });
    expect(own).not.toHaveBeenCalled();
    expect(around).not.toHaveBeenCalled();
  });

  test('shows its spinner only when it takes longer than 300 ms', async () => {
    render(
      <Root>
        <Button pending>Save</Button>
      </Root>,
    );
    const button = screen.getByRole('button', { name: 'Save' });
    const spinner = (): number => Number(getComputedStyle(button, '::after').opacity);
    const animations = button.getAnimations({ subtree: true });
    const at = (time: number): void => {
      for (const animation of animations) {
        animation.pause();
        animation.currentTime = time;
      }
    };
    at(299);
    expect(spinner()).toBe(0);
    at(401);
    expect(spinner()).toBeGreaterThan(0.9);
    expect(button.firstElementChild && getComputedStyle(button.firstElementChild).opacity).toBe(
      '0',
    );
  });
});

test('a button submits nothing unless it is told to', async () => {
  const submitted = vi.fn<() => void>();
  render(
    <Form onSubmit={submitted}>
      <Button>Cancel</Button>
    </Form>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(submitted).not.toHaveBeenCalled();
});
