import { useCallback, useEffect, useId, useRef } from 'react';
import type {
  ComponentPropsWithoutRef,
  MouseEvent,
  ReactElement,
  ReactNode,
  SyntheticEvent,
} from 'react';
import { useLook, usePart } from './look.ts';
import type { HeadingLevel } from './section.tsx';

/** Props of a modal, also of the host's own in `slots.Dialog`. */
export interface DialogProps extends Omit<
  ComponentPropsWithoutRef<'dialog'>,
  'open' | 'title' | 'onClose' | 'onCancel' | 'onClick' | 'onPointerDown' | 'onSubmit'
> {
  /** Whether it is shown. Its content is mounted only while it is. */
  open: boolean;
  /** Asked to close by Escape, the back gesture or a press outside. To refuse, keep `open` true. */
  onClose: () => void;
  /** The heading, which also names the dialog. */
  title: ReactNode;
  /** One or two sentences under the heading, read with it. */
  description?: ReactNode;
  /** 2 by default. */
  level?: HeadingLevel | undefined;
  /** 28rem by default, 36rem when `wide`. */
  size?: 'wide' | undefined;
}

/**
 * A modal on the browser's own `<dialog>`: the rest of the page is inert, and the focus returns to where it came from.
 * The focus goes to the element with `data-autofocus`, else to the first field, else where the browser puts it.
 * Render it outside any `<form>`.
 */
export function Dialog({ open, ...props }: DialogProps): ReactElement | null {
  const Slot = useLook().slots?.Dialog;
  if (!open) return null;
  return Slot ? <Slot {...props} open /> : <OpenDialog {...props} />;
}

function OpenDialog({
  onClose,
  title,
  description,
  level = 2,
  size,
  className,
  children,
  ...props
}: Omit<DialogProps, 'open'>): ReactElement {
  const part = usePart();
  const id = useId();
  const Heading: `h${HeadingLevel}` = `h${level}`;
  const shown = useRef<HTMLDialogElement | null>(null);
  const pressed = useRef<EventTarget | null>(null);

  // A ref and not an effect: it still runs while the element is in the page, and only then does close() return the focus.
  const attach = useCallback((dialog: HTMLDialogElement | null) => {
    if (dialog) show(dialog);
    else if (shown.current) hide(shown.current);
    shown.current = dialog;
  }, []);

  // The modal of a host around us listens on the document and would close as well.
  useEffect(() => {
    const keep = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') event.stopPropagation();
    };
    window.addEventListener('keydown', keep, true);
    return () => window.removeEventListener('keydown', keep, true);
  }, []);

  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- a press outside; the keyboard has Escape
    <dialog
      aria-labelledby={id}
      aria-describedby={description ? `${id}d` : undefined}
      {...props}
      ref={attach}
      className={part('dialog', className)}
      data-size={size}
      onCancel={(event) => {
        // A file picker inside sends a cancel of its own.
        if (!isOwn(event)) return;
        event.preventDefault();
        onClose();
      }}
      onClose={(event) => {
        // Browsers let a page refuse Escape only once: shown again if the owner keeps it open.
        const dialog = event.currentTarget;
        if (!isOwn(event) || dialog.open) return;
        onClose();
        setTimeout(() => dialog.isConnected && !dialog.open && show(dialog));
      }}
      onPointerDown={(event) => {
        pressed.current = event.target;
      }}
      onClick={(event) => {
        // Both ends of the press, so that selecting text and letting go outside does not close; and not the second
        // half of a double click, whose first half opened this.
        const whole = pressed.current === event.target && event.detail < 2;
        if (isOwn(event) && whole && isOutside(event)) onClose();
      }}
      onSubmit={(event) => event.stopPropagation()}
    >
      <div className={part('section-head')}>
        <Heading id={id} className={part('title')}>
          {title}
        </Heading>
        {description && (
          <p id={`${id}d`} className={part('lead')}>
            {description}
          </p>
        )}
      </div>
      {children}
    </dialog>
  );
}

function isOwn(event: SyntheticEvent): boolean {
  return event.target === event.currentTarget;
}

function isOutside({ currentTarget, clientX, clientY }: MouseEvent): boolean {
  const { left, right, top, bottom } = currentTarget.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}

function show(dialog: HTMLDialogElement): void {
  // Test environments without a layout do not know showModal.
  if (dialog.showModal) dialog.showModal();
  else dialog.open = true;
  const target =
    dialog.querySelector<HTMLElement>('[data-autofocus]') ??
    dialog.querySelector<HTMLElement>(FIELDS);
  target?.focus();
}

const FIELDS = ':is(input, select, textarea):not(:disabled, [type=hidden], [tabindex="-1"])';

function hide(dialog: HTMLDialogElement): void {
  const root = dialog.closest<HTMLElement>('.selvedge-root');
  dialog.close?.();
  // What opened it may have gone by now, with the account or its picture.
  setTimeout(() => {
    if (dialog.ownerDocument.activeElement === dialog.ownerDocument.body) root?.focus();
  });
}
