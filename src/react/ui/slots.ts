import type { ComponentPropsWithoutRef, ComponentType, RefAttributes } from 'react';
import type { ButtonVariant } from './button.tsx';
import type { DialogProps } from './dialog.tsx';

/**
 * Components of the host in place of native controls. Each takes what the native element takes, its ref included (with
 * `forwardRef` on React 18), and has to hand it on: names, states and descriptions for screen readers are among it. It
 * gets no class of ours, so that it looks like the host's.
 */
export interface Slots {
  /**
   * In place of `<button>`. A press that may not count is swallowed already; `aria-disabled`, `aria-busy` and
   * `data-pending` say why.
   */
  Button?: ComponentType<ButtonSlotProps> | undefined;
  /** In place of `<input>` for text, addresses, codes and passwords. */
  Input?: ComponentType<InputSlotProps> | undefined;
  /** In place of `<select>`; `<option>`s are its children. */
  Select?: ComponentType<SelectSlotProps> | undefined;
  /** In place of `<input type="checkbox">`, without its label. */
  Checkbox?: ComponentType<InputSlotProps> | undefined;
  /** In place of `<a>`. */
  Link?: ComponentType<LinkSlotProps> | undefined;
  /** In place of the modal: it is rendered while `open`, names itself by `title`, and asks `onClose` when it should go. */
  Dialog?: ComponentType<DialogProps> | undefined;
}

/** Props of `slots.Button`. */
export type ButtonSlotProps = ComponentPropsWithoutRef<'button'> &
  RefAttributes<HTMLButtonElement> & {
    /** What the button is for. */
    variant: ButtonVariant;
  };

/** Props of `slots.Input` and `slots.Checkbox`. */
export type InputSlotProps = ComponentPropsWithoutRef<'input'> & RefAttributes<HTMLInputElement>;

/** Props of `slots.Select`. */
export type SelectSlotProps = ComponentPropsWithoutRef<'select'> & RefAttributes<HTMLSelectElement>;

/** Props of `slots.Link`. */
export type LinkSlotProps = ComponentPropsWithoutRef<'a'>;
