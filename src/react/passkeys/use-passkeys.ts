'use client';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser';
import { startRegistration } from '@simplewebauthn/browser';
import { useCallback, useState } from 'react';
import type { Account } from '../../contract/account.ts';
import type { AccountError } from '../../contract/account-error.ts';
import { useAccountContext } from '../account-context.ts';
import { useOperation } from '../use-operation.ts';
import { useTurn } from '../use-turn.ts';
import { useCeremony } from './use-ceremony.ts';

/** Options of `usePasskeys`. */
export interface PasskeysOptions {
  /** Called when a passkey was added, named or removed. */
  onDone?: ((account: Account) => void) | undefined;
}

/** What `usePasskeys` answers. */
export interface PasskeysHandle {
  /** Lets the browser make one, and adds it. Asks for a proof first. */
  add: () => Promise<void>;
  /** Names one. Resolves to whether it has the name now. */
  rename: (id: string, name: string) => Promise<boolean>;
  /** Removes one. Asks for a proof first. While one is being removed, a further call does nothing. */
  remove: (id: string) => Promise<void>;
  /** What is under way; `asking`: the browser asks the person. */
  pending: 'asking' | 'add' | 'rename' | 'remove' | null;
  /** The passkey that `remove` is about, while it is under way. */
  removing: string | null;
  /**
   * What happened last. `stopped`: the browser made none. `known`: it has one for this account already. `interrupted`: the
   * proof was not given.
   */
  status: 'idle' | 'added' | 'renamed' | 'removed' | 'stopped' | 'known' | 'interrupted';
  /** Why the last try failed. */
  error: AccountError | null;
  /** Forgets the error. */
  reset: () => void;
}

/** All logic of passkeys, no DOM. */
export function usePasskeys({ onDone }: PasskeysOptions = {}): PasskeysHandle {
  const starts = useOperation('startPasskey');
  const adds = useOperation('addPasskey');
  const renames = useOperation('renamePasskey');
  const removes = useOperation('removePasskey');
  const takeTurn = useTurn();
  const { asking, ask } = useCeremony();
  const [removing, setRemoving] = useState<string | null>(null);
  const [happened, setHappened] =
    useState<Exclude<PasskeysHandle['status'], 'interrupted'>>('idle');
  const { run: runStart, reset: resetStart } = starts;
  const { run: runAdd, reset: resetAdd } = adds;
  const { run: runRename, reset: resetRename } = renames;
  const { run: runRemove, reset: resetRemove } = removes;
  const reset = useCallback(() => {
    resetStart();
    resetAdd();
    resetRename();
    resetRemove();
  }, [resetStart, resetAdd, resetRename, resetRemove]);
  const fresh = useCallback(() => {
    reset();
    setHappened('idle');
  }, [reset]);

  const { query } = useAccountContext();
  const judge = useCallback(
    ({ code }: AccountError) => {
      // It was added or removed somewhere else: what is shown is of before.
      if (code === 'not_found' || code === 'not_allowed') void query.get().refetch();
    },
    [query],
  );

  const make = useCallback(async () => {
    fresh();
    const started = await runStart(undefined);
    if (started.status === 'failed') judge(started.error);
    if (started.status !== 'done') return;
    const optionsJSON = started.answer.options as unknown as PublicKeyCredentialCreationOptionsJSON;
    const asked = await ask(() => startRegistration({ optionsJSON }));
    if (asked.status === 'stopped' || asked.status === 'known') setHappened(asked.status);
    if (asked.status !== 'answered') return;
    const added = await runAdd({ response: asked.response });
    if (added.status !== 'done') return;
    setHappened('added');
    onDone?.(added.answer.account);
  }, [fresh, runStart, ask, runAdd, judge, onDone]);
  const add = useCallback(() => takeTurn(make), [takeTurn, make]);

  const rename = useCallback(
    async (id: string, name: string) => {
      fresh();
      const outcome = await runRename({ id, name });
      if (outcome.status === 'failed') judge(outcome.error);
      if (outcome.status !== 'done') return false;
      setHappened('renamed');
      onDone?.(outcome.answer.account);
      return true;
    },
    [fresh, runRename, judge, onDone],
  );

  const takeOut = useCallback(
    async (id: string) => {
      fresh();
      setRemoving(id);
      const outcome = await runRemove({ id });
      setRemoving(null);
      if (outcome.status === 'failed') judge(outcome.error);
      if (outcome.status !== 'done') return;
      setHappened('removed');
      onDone?.(outcome.answer.account);
    },
    [fresh, runRemove, judge, onDone],
  );
  const takeRemoval = useTurn();
  const remove = useCallback(
    (id: string) => takeRemoval(() => takeOut(id)),
    [takeRemoval, takeOut],
  );

  const all = [starts, adds, renames, removes];
  return {
    add,
    rename,
    remove,
    pending: asking
      ? 'asking'
      : starts.pending || adds.pending
        ? 'add'
        : renames.pending
          ? 'rename'
          : removes.pending
            ? 'remove'
            : null,
    removing,
    status: all.some((one) => one.interrupted) ? 'interrupted' : happened,
    error: all.find((one) => one.error !== null)?.error ?? null,
    reset,
  };
}
