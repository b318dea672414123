'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Account, ProfileFieldName } from '../../contract/account.ts';
import { profileFields } from '../../contract/account.ts';
import type { AccountError } from '../../contract/account-error.ts';
import type { UpdateProfile } from '../../contract/profile.ts';
import { useOperation } from '../use-operation.ts';
import { useOperationForm } from '../use-operation-form.ts';

/** What the form holds: every field as text, an empty one for nothing. */
export type ProfileValues = Record<ProfileFieldName, string>;

/** A field that somebody changed while it was being edited here. */
export interface ProfileConflict {
  /** The field; theirs is stored, and the form still holds what was typed here. */
  name: ProfileFieldName;
  /** What is stored now. */
  theirs: string;
}

/** What `useProfileForm` answers. */
export interface ProfileFormHandle {
  /** A form of text fields with the names of `profileFields`; the errors of the server land in it. */
  form: UseFormReturn<ProfileValues>;
  /** Saves what was edited; goes with the form's `onSubmit`. */
  save: () => Promise<void>;
  /** While a save is under way. */
  pending: boolean;
  /** What the line beside the button says. */
  status: 'idle' | 'saved' | 'unchanged' | 'interrupted' | 'choose';
  /** Empties that line, for example when somebody types on. */
  forgetStatus: () => void;
  /** Why the last save failed, as far as no field shows it. */
  error: AccountError | null;
  /** Forgets the error, for example when the wait is over. */
  reset: () => void;
  /** Changed on both sides and not yet decided; as long as there are any, `save` sends nothing. */
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
  const { form, submit, showErrors, settle } = useOperationForm<ProfileValues>(
    'updateProfile',
    stored,
  );
  const { run, pending, error, interrupted, reset } = useOperation('updateProfile');
  const [status, setStatus] = useState<'idle' | 'saved' | 'unchanged'>('idle');
  const [clashing, setClashing] = useState<readonly ProfileFieldName[]>([]);
  /** What the edits were made from. */
  const base = useRef(account);
  const sending = useRef(false);
  const { onBefore, onDone } = options;
  const { getValues, resetField, setFocus } = form;

  /** Goes on from `theirs`; answers which fields were changed on both sides. */
  const rebase = useCallback((mine: UpdateProfile, theirs: Account) => {
    const before = valuesOf(base.current);
    const now = valuesOf(theirs);
    base.current = theirs;
    const both = profileFields.filter(
      (name) => name in mine && now[name] !== before[name] && now[name] !== (mine[name] ?? ''),
    );
    setClashing((known) => profileFields.filter((name) => [...known, ...both].includes(name)));
    return both;
  }, []);

  useEffect(() => {
    // While a save is under way, its answer decides.
    if (sending.current || account.version <= base.current.version) return;
    // Somebody else's newer account came with a fetch, without any save of ours.
    rebase(editsOf(getValues(), valuesOf(base.current)), account);
  }, [account, getValues, rebase]);

  const send = useCallback(
    async (values: ProfileValues) => {
      const edits = editsOf(values, valuesOf(base.current));
      // The second press of a double click has nothing left to save.
      if (Object.keys(edits).length === 0)
        return setStatus((now) => (now === 'saved' ? now : 'unchanged'));
      setStatus('idle');
      if (onBefore && !(await onBefore(edits))) return;
      sending.current = true;
      let outcome = await run(edits, { version: base.current.version });
      const theirs = outcome.status === 'failed' && outcome.error.account;
      // Nobody touched the same field: theirs stays, and the same edit is sent once more.
      if (theirs) {
        const both = rebase(edits, theirs);
        if (both.length === 0) outcome = await run(edits, { version: theirs.version });
        // After the render that shows theirs beside the field.
        else setTimeout(() => both[0] && setFocus(both[0]));
      }
      sending.current = false;
      if (outcome.status === 'failed') showErrors(outcome.error);
      if (outcome.status !== 'done') return;
      base.current = outcome.answer.account;
      settle(values, valuesOf(base.current));
      setStatus('saved');
      onDone?.(base.current);
    },
    [run, rebase, settle, showErrors, setFocus, onBefore, onDone],
  );

  const save = useCallback(async () => {
    if (clashing[0] === undefined) await submit(send);
    else setFocus(clashing[0]);
  }, [clashing, submit, send, setFocus]);

  const resolve = useCallback(
    (name: ProfileFieldName, keep: 'mine' | 'theirs') => {
      if (keep === 'theirs') resetField(name, { defaultValue: valuesOf(base.current)[name] });
      setClashing((known) => known.filter((one) => one !== name));
      setFocus(name);
    },
    [resetField, setFocus],
  );

  const choose = clashing.length > 0;
  return {
    form,
    save,
    pending,
    status: choose ? 'choose' : interrupted ? 'interrupted' : status,
    error: choose && error?.code === 'version_conflict' ? null : error,
    reset,
    forgetStatus: useCallback(() => setStatus('idle'), []),
    conflicts: clashing.map((name) => ({ name, theirs: stored[name] })),
    resolve,
  };
}
