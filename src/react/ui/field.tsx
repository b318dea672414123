import { createContext, useContext, useId } from 'react';
import type { AriaAttributes, ReactElement, ReactNode } from 'react';
import { usePart } from './look.ts';

/** What is said about a control besides its label. All of it is wired to the control by `aria-describedby`. */
export interface FieldTexts {
  /** Why the value is refused. Its presence marks the control as invalid. */
  error?: ReactNode;
  /** Help that is always there. */
  description?: ReactNode;
  /** Why the value cannot be changed here, or the like. */
  note?: ReactNode;
}

/** The attributes that tie a control to its label and texts. */
export interface ControlProps {
  id?: string | undefined;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: AriaAttributes['aria-invalid'];
}

const FieldContext = createContext<ControlProps>({});

/** Attributes for a control inside a {@link Field}, merged with those passed to it. */
export function useControl(own: ControlProps): ControlProps {
  const field = useContext(FieldContext);
  return {
    id: own.id ?? field.id,
    'aria-describedby': join(field['aria-describedby'], own['aria-describedby']),
    'aria-invalid': own['aria-invalid'] ?? field['aria-invalid'],
  };
}

/** Attributes for the control with this id, and the elements they point at. */
export function useFieldTexts(
  id: string,
  { error, description, note }: FieldTexts,
): { control: ControlProps; texts: ReactNode } {
  const part = usePart();
  const line = (key: string, text: ReactNode, name: 'error' | 'help'): ReactNode =>
    text ? (
      <p key={key} id={id + key} className={part(name)}>
        {text}
      </p>
    ) : null;
  return {
    control: {
      id,
      'aria-describedby': join(
        error ? `${id}e` : '',
        description ? `${id}d` : '',
        note ? `${id}n` : '',
      ),
      'aria-invalid': error ? true : undefined,
    },
    texts: [line('e', error, 'error'), line('d', description, 'help'), line('n', note, 'help')],
  };
}

export interface FieldProps extends FieldTexts {
  label: ReactNode;
  className?: string | undefined;
  /** One control of ours, or one that calls {@link useControl}. */
  children: ReactNode;
}

/** Label above, control, then error, help and note. Ids are made here; the control inside takes them from the context. */
export function Field({ label, className, children, ...texts }: FieldProps): ReactElement {
  const part = usePart();
  const { control, texts: lines } = useFieldTexts(useId(), texts);
  return (
    <div
      className={part('field', className)}
      data-invalid={control['aria-invalid'] ? '' : undefined}
    >
      <label className={part('label')} htmlFor={control.id}>
        {label}
      </label>
      <FieldContext.Provider value={control}>{children}</FieldContext.Provider>
      {lines}
    </div>
  );
}

function join(...ids: (string | undefined)[]): string | undefined {
  return ids.filter(Boolean).join(' ') || undefined;
}
