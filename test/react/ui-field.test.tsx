import { cleanup, render, screen } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { useForm } from 'react-hook-form';
import type { ReactElement } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Button } from '../../src/react/ui/button.tsx';
import { Checkbox } from '../../src/react/ui/checkbox.tsx';
import { Field } from '../../src/react/ui/field.tsx';
import { Form } from '../../src/react/ui/form.tsx';
import { PasswordInput } from '../../src/react/ui/password-input.tsx';
import { Range } from '../../src/react/ui/range.tsx';
import { Select } from '../../src/react/ui/select.tsx';
import { TextInput } from '../../src/react/ui/text-input.tsx';

afterEach(cleanup);

/** What a screen reader would say after the name. */
function descriptionOf(control: HTMLElement): string[] {
  const ids = control.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent ?? `nothing has the id ${id}`);
}

describe('a field', () => {
  test('names its control and says nothing more when there is nothing more to say', () => {
    render(
      <Field label="Nickname">
        <TextInput />
      </Field>,
    );
    const input = screen.getByRole('textbox', { name: 'Nickname' });
    expect(descriptionOf(input)).toEqual([]);
    expect(input.hasAttribute('aria-invalid')).toBe(false);
  });

  test('reads the error first, then the help, then the note, then what the control brings along', () => {
    render(
      <>
        <p id="host">Said by the host.</p>
        <Field
          label="Username"
          error="Taken."
          description="Shown to others."
          note="Managed elsewhere."
        >
          <TextInput aria-describedby="host" />
        </Field>
      </>,
    );
    const input = screen.getByRole('textbox', { name: 'Username' });
    expect(descriptionOf(input)).toEqual([
      'Taken.',
      'Shown to others.',
      'Managed elsewhere.',
      'Said by the host.',
    ]);
    expect(input.getAttribute('aria-invalid')).toBe('true');
  });

  test('ties every kind of control to its label and its error', () => {
    render(
      <>
        <Field label="Language" error="Choose one.">
          <Select>
            <option>English</option>
          </Select>
        </Field>
        <Field label="New password" error="Too short.">
          <PasswordInput revealLabel="Show password" />
        </Field>
        <Checkbox label="I understand" error="Say that you do." />
        <Range label="Zoom" valueText="140 %" min={1} max={3} step={0.1} defaultValue={1.4} />
      </>,
    );
    expect(descriptionOf(screen.getByRole('combobox', { name: 'Language' }))).toEqual([
      'Choose one.',
    ]);
    expect(descriptionOf(screen.getByLabelText('New password'))).toEqual(['Too short.']);
    expect(descriptionOf(screen.getByRole('checkbox', { name: 'I understand' }))).toEqual([
      'Say that you do.',
    ]);
    const slider = screen.getByRole('slider', { name: 'Zoom' });
    expect(slider.getAttribute('aria-valuetext')).toBe('140 %');
  });

  test('hands what is typed to React Hook Form without rendering again', async () => {
    const submitted = vi.fn<(values: unknown) => void>();
    let renders = 0;
    function Example(): ReactElement {
      renders += 1;
      const { register, handleSubmit } = useForm({
        defaultValues: { name: 'Ada', password: '', language: 'en', sure: false },
      });
      return (
        <Form onSubmit={handleSubmit((values) => submitted(values))}>
          <Field label="Name">
            <TextInput {...register('name')} />
          </Field>
          <Field label="Password">
            <PasswordInput revealLabel="Show password" {...register('password')} />
          </Field>
          <Field label="Language">
            <Select {...register('language')}>
              <option value="en">English</option>
              <option value="de">Deutsch</option>
            </Select>
          </Field>
          <Checkbox label="Sure" {...register('sure')} />
          <Button type="submit">Save</Button>
        </Form>
      );
    }
    render(<Example />);
    const before = renders;
    await userEvent.fill(screen.getByLabelText('Name'), 'Grace');
    await userEvent.fill(screen.getByLabelText('Password'), 'correct horse');
    await userEvent.selectOptions(screen.getByLabelText('Language'), 'de');
    await userEvent.click(screen.getByLabelText('Sure'));
    expect(renders).toBe(before);
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await expect
      .poll(() => submitted.mock.calls)
      .toEqual([[{ name: 'Grace', password: 'correct horse', language: 'de', sure: true }]]);
  });
});

describe('a password', () => {
  test('is revealed and hidden again by a button whose name stays the same', async () => {
    render(
      <Field label="Password">
        <PasswordInput revealLabel="Show password" />
      </Field>,
    );
    const input = screen.getByLabelText<HTMLInputElement>('Password');
    const reveal = screen.getByRole('button', { name: 'Show password', pressed: false });
    await userEvent.fill(input, 'correct horse');
    await userEvent.click(reveal);
    expect(input.type).toBe('text');
    expect(screen.getByRole('button', { name: 'Show password', pressed: true })).toBe(reveal);
    expect(document.activeElement).toBe(input);
    await userEvent.click(reveal);
    expect(input.type).toBe('password');
    expect(input.value).toBe('correct horse');
  });
});

describe('a form', () => {
  test('never puts what is typed into the address bar, not even before its scripts have come', () => {
    const html = renderToString(<Form />);
    expect(html).toContain('method="post"');
  });

  test('keeps its submit from the form of a host', async () => {
    const host = vi.fn<() => void>();
    const own = vi.fn<() => void>();
    render(
      <div onSubmit={host}>
        <Form onSubmit={own}>
          <TextInput aria-label="Name" />
          <Button type="submit">Save</Button>
        </Form>
      </div>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(own).toHaveBeenCalledTimes(1);
    expect(host).not.toHaveBeenCalled();
  });
});
