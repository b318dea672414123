'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { DefaultValues, FieldValues, Path, Resolver, UseFormReturn } from 'react-hook-form';
import { useForm } from 'react-hook-form';
import type { AccountError } from '../contract/account-error.ts';
import type { FieldError } from '../contract/errors.ts';
import type { OperationName } from '../contract/operations.ts';
import type { Words } from '../words/interface/en.ts';
import { useWords } from './account-context.ts';
import { fieldSentence } from './error-words.ts';
import { takeTo } from './take-to.ts';
import { useTurn } from './use-turn.ts';

/** A form's field for a pointer of an error: `/newEmail` → `newEmail`. */
function fieldOf(pointer: string): string {
  return pointer.slice(1).split('/')[0] ?? '';
}

const loadJudge = () => import('../contract/judge.ts');

/** The contract as a resolver: the same judgement as on the server, in the person's words. */
function contractResolver<Values extends FieldValues>(
  operation: OperationName,
  words: Words,
): Resolver<Values> {
  return async (values, _, { fields }) => {
    // Where it cannot be fetched, the server judges alone.
    const judge = await loadJudge().catch(() => null);
    const parsed = judge?.judgeInput(operation, values) ?? { value: values };
    if ('value' in parsed) return { values, errors: {} };
    const errors: Record<string, { type: string; message: string; ref: unknown }> = {};
    for (const error of parsed.errors) {
      const name = fieldOf(error.pointer);
      const { ref } = (fields as Record<string, { ref: unknown } | undefined>)[name] ?? {};
      errors[name] ??= { type: error.code, message: fieldSentence(error, words), ref };
    }
    return { values: {}, errors: errors as never };
  };
}

/** A form over one operation's input. */
export interface OperationForm<Values extends FieldValues> {
  form: UseFormReturn<Values>;
  /** Judges what is typed and hands it to `send`; a further call while one is under way does nothing. */
  submit: (send: (values: Values) => Promise<void>) => Promise<void>;
  /** Puts the server's field errors on their fields and the focus on the first; false when none belongs to one. */
  showErrors: (error: AccountError) => boolean;
  /**
   * After a success: what was submitted becomes what is stored, and what was typed since then stays typed.
   */
  settle: (submitted: Values, stored: Values) => void;
}

/**
 * React Hook Form with the contract's judgement, which is fetched when the form is there to be used. Nothing that was typed is lost: newer stored values reach only fields
 * that were not edited, and a failure changes no value. Warns before the page is left with unsaved edits.
 */
export function useOperationForm<Values extends FieldValues>(
  operation: OperationName,
  stored: Values,
): OperationForm<Values> {
  const words = useWords();
  const takeTurn = useTurn();
  const form = useForm<Values>({
    defaultValues: stored as DefaultValues<Values>,
    resolver: contractResolver(operation, words),
    // Nobody is told off while still typing, and not on leaving a field either: a sentence that comes or goes with the
    // press on the button moves the button, and the press is lost.
    mode: 'onSubmit',
    reValidateMode: 'onChange',
    // Here and not by the form, which does it before the reason is shown.
    shouldFocusError: false,
  });
  const { setError, getFieldState, getValues, setValue, reset, handleSubmit } = form;

  const [refused, setRefused] = useState({ names: [] as readonly string[], byServer: false });
  useEffect(() => {
    // After the render that wires the reasons to their fields, so that both are read out together.
    const [first] = refused.names
      .map((name) => getFieldState(name as Path<Values>).error?.ref)
      .filter((ref) => ref instanceof HTMLElement)
      .sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    takeTo(first, { selecting: refused.byServer });
  }, [refused, getFieldState]);

  const submit = useCallback<OperationForm<Values>['submit']>(
    (send) => {
      const onInvalid = (errors: object): void =>
        setRefused({ names: Object.keys(errors), byServer: false });
      return takeTurn(() => handleSubmit(send, onInvalid)());
    },
    [takeTurn, handleSubmit],
  );

  useEffect(() => {
    // Before anybody submits, and after everything that the page needs at its start.
    const timer = setTimeout(() => void loadJudge().catch(() => null), 1000);
    return () => clearTimeout(timer);
  }, []);

  const names = Object.keys(stored) as Path<Values>[];
  const nameList = useRef(names);
  const base = useRef<Record<string, unknown>>(stored);
  useEffect(() => {
    const before = base.current;
    base.current = stored;
    const newer = nameList.current.some((name) => before[name] !== stored[name]);
    // By hand and not by the form's own `values`: that resets the form once more at its very start.
    if (newer) reset(stored, { keepDirtyValues: true, keepErrors: true });
  });
  useEffect(() => {
    // Compared only when somebody leaves: a subscription to "dirty" would compare all fields at every keystroke.
    const warn = (event: BeforeUnloadEvent): void => {
      const typed = getValues();
      // A disabled control has no value.
      const edited = (name: string): boolean =>
        typed[name] !== undefined && typed[name] !== base.current[name];
      if (nameList.current.some(edited)) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [getValues]);

  const showErrors = useCallback(
    (error: AccountError) => {
      const own = error.errors.filter((one: FieldError) =>
        nameList.current.includes(fieldOf(one.pointer) as never),
      );
      const said = new Set<string>();
      for (const one of own) {
        const name = fieldOf(one.pointer);
        // Of several at one field the first says most: too short comes before too common.
        if (said.has(name)) continue;
        said.add(name);
        const message = fieldSentence(one, words);
        setError(name as Path<Values>, { type: one.code, message });
      }
      setRefused({ names: [...said], byServer: true });
      return said.size > 0;
    },
    [setError, words],
  );

  const settle = useCallback(
    (submitted: Values, now: Values) => {
      const typed = getValues();
      // The form's own rule for resets, to keep what was edited, is for what comes from elsewhere.
      reset(now, { keepDirtyValues: false, keepFieldsRef: true });
      for (const name of nameList.current) {
        if (typed[name] !== submitted[name]) setValue(name, typed[name], { shouldDirty: true });
      }
    },
    [getValues, reset, setValue],
  );

  return { form, submit, showErrors, settle };
}
