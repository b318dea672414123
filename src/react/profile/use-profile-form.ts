'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Account, ProfileFieldName } from '../../contract/account.ts';
import { profileFields } from '../../contract/account.ts';
import type { AccountError } from '../../contract/account-error.ts';
import { UpdateProfile } from '../../contract/profile.ts';
import { useOperation } from '../use-operation.ts';
import { useOperationForm } from '../use-operation-form.ts';

/** What the form holds: every field as text, an empty one for nothing. */
export type ProfileValues = Record<ProfileFieldName, string>;

/** A field that somebody changed while it was being edited here. */
export interface ProfileConflict {
  name: ProfileFieldName;
  /** What is stored now. */
  theirs: string;
}

/** What `useProfileForm` answers. */
export interface ProfileFormHandle {
  form: UseFormReturn<ProfileValues>;
  /** Saves what was edited; goes with the form's `onSubmit`. */
  save: () => Promise<void>;
  pending: boolean;
  /** What the line beside the button says. */
  status: 'idle' | 'saved' | 'unchanged' | 'interrupted' | 'choose';
  /** Why the last save failed, as far as no field shows it. */
  error: AccountError | null;
  /** Forgets the error, for example when the wait is over. */
  reset: () => void;
  conflicts: readonly ProfileConflict[];
  /** Decides a conflict. */
  resolve: (name: ProfileFieldName, keep: 'mine' | 'theirs') => void;
}

/** Options of `useProfileForm`. */
export interface ProfileFormOptions {
  /** Asked before a save with what would be sent; `false` keeps it from being sent. */
  onBefore?: ((input: UpdateProfile) => boolean | Promise<boolean>) | undefined;
  /** Called after a save. */
  onDone?: ((account: Account) => void) | undefined;
}

function valuesOf(account: Account): ProfileValues {
  return Object.fromEntries(
    profileFields.map((name) => [name, account.profile[name].value ?? '']),
  ) as ProfileValues;
}

/** What has been edited, as the operation takes it: only those keys, and null for what was cleared. */
function editsOf(values: ProfileValues, base: ProfileValues): UpdateProfile {
  const edits: UpdateProfile = {};
  for (const name of profileFields) {
    // A control that is disabled or not shown has no value to send.
    if (values[name] !== undefined && values[name] !== base[name])
      edits[name] = values[name] === '' ? null : values[name];
  }
  return edits;
}

/** All logic of the profile form, no DOM: edits, saving, and what to do when somebody else saved first. */
export function useProfileForm(
  account: Account,
  options: ProfileFormOptions = {},
): ProfileFormHandle {
  const stored = valuesOf(account);
  const { form, showErrors, settle } = useOperationForm<ProfileValues>(UpdateProfile, stored);
  const { run, pending, error, interrupted, reset } = useOperation('updateProfile');
  const [status, setStatus] = useState<'idle' | 'saved' | 'unchanged'>('idle');
  const [conflicts, setConflicts] = useState<readonly ProfileConflict[]>([]);
  const latest = useRef(account);
  const open = useRef(conflicts);
  useEffect(() => {
    latest.current = account;
    open.current = conflicts;
  });
  const { onBefore, onDone } = options;

  const send = useCallback(
    async (values: ProfileValues) => {
      let base = latest.current;
      const asked = editsOf(values, valuesOf(base));
      if (Object.keys(asked).length > 0 && onBefore && !(await onBefore(asked))) return;
      for (let again = true; again;) {
        again = false;
        const edits = editsOf(values, valuesOf(base));
        if (Object.keys(edits).length === 0) return setStatus('unchanged');
        const outcome = await run(edits, { version: base.version });
        if (outcome.status === 'done') {
          const saved = outcome.answer.account;
          settle(values, valuesOf(saved));
          setStatus('saved');
          onDone?.(saved);
        } else if (outcome.status === 'failed') {
          const theirs = outcome.error.account;
          if (outcome.error.code === 'version_conflict' && theirs !== undefined) {
            const before = valuesOf(base);
            const now = valuesOf(theirs);
            const both = profileFields.filter(
              (name) => name in edits && now[name] !== before[name] && now[name] !== values[name],
            );
            setConflicts(both.map((name) => ({ name, theirs: now[name] })));
            // Nobody touched the same field: theirs stays, ours is sent once more, made from the newest version.
            again = both.length === 0 && base.version !== theirs.version;
            values = mergeUntouched(values, edits, now);
            base = theirs;
          } else showErrors(outcome.error);
        }
      }
    },
    [run, settle, showErrors, onBefore, onDone],
  );

  const { handleSubmit, resetField, setFocus } = form;
  const save = useCallback(async () => {
    setStatus('idle');
    const first = open.current[0];
    if (first !== undefined) return setFocus(first.name);
    await handleSubmit(send)();
  }, [handleSubmit, send, setFocus]);

  const resolve = useCallback(
    (name: ProfileFieldName, keep: 'mine' | 'theirs') => {
      const conflict = open.current.find((one) => one.name === name);
      if (conflict !== undefined && keep === 'theirs')
        resetField(name, { defaultValue: conflict.theirs });
      setConflicts(open.current.filter((one) => one.name !== name));
      setFocus(name);
    },
    [resetField, setFocus],
  );

  const conflicting = error?.code === 'version_conflict';
  return {
    form,
    save,
    pending,
    status: conflicts.length > 0 ? 'choose' : interrupted ? 'interrupted' : status,
    error: conflicting ? null : error,
    reset,
    conflicts,
    resolve,
  };
}

/** What was submitted, with the stored value in every field that was not edited. */
function mergeUntouched(
  values: ProfileValues,
  edits: UpdateProfile,
  stored: ProfileValues,
): ProfileValues {
  const merged = { ...stored };
  for (const name of profileFields) if (name in edits) merged[name] = values[name];
  return merged;
}
