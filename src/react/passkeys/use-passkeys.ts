'use client';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser';
import { startRegistration } from '@simplewebauthn/browser';
import { useCallback, useState } from 'react';
import type { Account } from '../../contract/account.ts';
import type { AccountError } from '../../contract/account-error.ts';
import type { PasskeyResponse } from '../../contract/passkeys.ts';
import { useOperation } from '../use-operation.ts';
import { useTurn } from '../use-turn.ts';

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
  /** Removes one. Asks for a proof first. */
  remove: (id: string) => Promise<void>;
  /** What is under way; `asking`: the browser asks the person. */
  pending: 'asking' | 'add' | 'rename' | 'remove' | null;
  /** The passkey that `remove` is about, while it is under way. */
  removing: string | null;
  /** What happened last. `stopped`: the browser made none. `interrupted`: the proof was not given. */
  status: 'idle' | 'added' | 'renamed' | 'removed' | 'stopped' | 'interrupted';
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
  const [asking, setAsking] = useState(false);
  const [removing, setRemoving] = useState<string | null>(null);
  const [happened, setHappened] = useState<'idle' | 'added' | 'renamed' | 'removed' | 'stopped'>(
    'idle',
  );
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

  const make = useCallback(async () => {
    fresh();
    const started = await runStart(undefined);
    if (started.status !== 'done') return;
    const optionsJSON = started.answer.options as unknown as PublicKeyCredentialCreationOptionsJSON;
    setAsking(true);
    let response: PasskeyResponse;
    try {
      response = (await startRegistration({ optionsJSON })) as unknown as PasskeyResponse;
    } catch {
      // Closed by the person, or refused by the device: browsers do not tell which.
      setHappened('stopped');
      return;
    } finally {
      setAsking(false);
    }
    const added = await runAdd({ response });
    if (added.status !== 'done') return;
    setHappened('added');
    onDone?.(added.answer.account);
  }, [fresh, runStart, runAdd, onDone]);
  const add = useCallback(() => takeTurn(make), [takeTurn, make]);

  const rename = useCallback(
    async (id: string, name: string) => {
      fresh();
      const outcome = await runRename({ id, name });
      if (outcome.status !== 'done') return false;
      setHappened('renamed');
      onDone?.(outcome.answer.account);
      return true;
    },
    [fresh, runRename, onDone],
  );

  const remove = useCallback(
    async (id: string) => {
      fresh();
      setRemoving(id);
      const outcome = await runRemove({ id });
      setRemoving(null);
      if (outcome.status !== 'done') return;
      setHappened('removed');
      onDone?.(outcome.answer.account);
    },
    [fresh, runRemove, onDone],
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
