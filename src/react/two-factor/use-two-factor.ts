'use client';
import { useCallback, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Account } from '../../contract/account.ts';
import type { AccountError } from '../../contract/account-error.ts';
import type { TotpSetUp } from '../../contract/two-factor.ts';
import { useAccountContext } from '../account-context.ts';
import { isSignedOut } from '../account-query.ts';
import { useAccount } from '../use-account.ts';
import { useOperation } from '../use-operation.ts';
import { useOperationForm } from '../use-operation-form.ts';

/** Options of `useTwoFactor`. */
export interface TwoFactorOptions {
  /** Called when the second factor was switched on or off, or new recovery codes were made. */
  onDone?: ((account: Account) => void) | undefined;
}

/** What `useTwoFactor` answers. */
export interface TwoFactorHandle {
  /** The secret that waits for its first code; null while none does, and once it ran out. */
  setUp: TotpSetUp | null;
  /** New recovery codes; null once they are put away. They cannot be shown again. */
  recoveryCodes: readonly string[] | null;
  /** A form of one field, `code`. */
  form: UseFormReturn<{ code: string }>;
  /** Makes a secret. Asks for a proof. */
  begin: () => Promise<void>;
  /** Switches on with the code of the form. */
  enable: () => Promise<void>;
  /** Switches off. Asks for a proof. */
  disable: () => Promise<void>;
  /** Makes new recovery codes; the old ones stop working. Asks for a proof. */
  createCodes: () => Promise<void>;
  /** Gives up the set-up, or puts the codes away: neither can be shown again. */
  forget: () => void;
  /** What is under way. */
  pending: 'begin' | 'enable' | 'disable' | 'createCodes' | null;
  /** What happened last; `interrupted`: the proof was not given and all is as it was. */
  status: 'idle' | 'enabled' | 'disabled' | 'interrupted';
  /** Why the last try failed, as far as the field does not show it. */
  error: AccountError | null;
  /** Forgets the error. */
  reset: () => void;
}

const blank = { code: '' };

/** All logic of the second factor, no DOM. Secrets are held here only while they are shown. */
export function useTwoFactor({ onDone }: TwoFactorOptions = {}): TwoFactorHandle {
  const begins = useOperation('setUpTotp');
  const enables = useOperation('enableTotp');
  const disables = useOperation('disableTwoFactor');
  const creates = useOperation('createRecoveryCodes');
  const { form, submit, showErrors, settle } = useOperationForm('enableTotp', blank);
  const [setUp, setSetUp] = useState<TotpSetUp | null>(null);
  const [recoveryCodes, setCodes] = useState<readonly string[] | null>(null);
  const [happened, setHappened] = useState<'idle' | 'enabled' | 'disabled'>('idle');
  const all = [begins, enables, disables, creates];
  const resets = [begins.reset, enables.reset, disables.reset, creates.reset] as const;
  const [resetBegin, resetEnable, resetDisable, resetCreate] = resets;
  const reset = useCallback(() => {
    resetBegin();
    resetEnable();
    resetDisable();
    resetCreate();
  }, [resetBegin, resetEnable, resetDisable, resetCreate]);
  const fresh = useCallback(() => {
    reset();
    setHappened('idle');
  }, [reset]);
  const forget = useCallback(() => {
    setSetUp(null);
    setCodes(null);
    form.reset(blank);
    reset();
  }, [form, reset]);

  // Whoever sits here when the session has ended need not be the person.
  const out = useAccount().status === 'signed_out';
  if (out && (setUp !== null || recoveryCodes !== null)) {
    setSetUp(null);
    setCodes(null);
  }

  const { query } = useAccountContext();
  const judge = useCallback(
    ({ code }: AccountError) => {
      // It was switched on or off somewhere else: what is shown is of before.
      if (code === 'not_allowed') void query.get().refetch();
    },
    [query],
  );

  const { run: runBegin } = begins;
  const begin = useCallback(async () => {
    fresh();
    const outcome = await runBegin(undefined);
    if (outcome.status === 'failed') judge(outcome.error);
    if (outcome.status !== 'done') return;
    form.reset(blank);
    setSetUp(outcome.answer.setUp);
  }, [fresh, runBegin, judge, form]);

  const { run: runEnable } = enables;
  const enable = useCallback(
    () =>
      submit(async (input) => {
        const outcome = await runEnable(input);
        if (outcome.status === 'failed') {
          // A picture that leads nowhere any more is not worth another scan.
          if (outcome.error.code === 'not_found' || isSignedOut(outcome.error)) setSetUp(null);
          else showErrors(outcome.error);
        }
        if (outcome.status !== 'done') return;
        settle(input, blank);
        setSetUp(null);
        setCodes(outcome.answer.recoveryCodes);
        setHappened('enabled');
        onDone?.(outcome.answer.account);
      }),
    [submit, runEnable, showErrors, settle, onDone],
  );

  const { run: runDisable } = disables;
  const disable = useCallback(async () => {
    fresh();
    const outcome = await runDisable(undefined);
    if (outcome.status === 'failed') judge(outcome.error);
    if (outcome.status !== 'done') return;
    setHappened('disabled');
    onDone?.(outcome.answer.account);
  }, [fresh, runDisable, judge, onDone]);

  const { run: runCreate } = creates;
  const createCodes = useCallback(async () => {
    fresh();
    const outcome = await runCreate(undefined);
    if (outcome.status === 'failed') judge(outcome.error);
    if (outcome.status !== 'done') return;
    setCodes(outcome.answer.recoveryCodes);
    onDone?.(outcome.answer.account);
  }, [fresh, runCreate, judge, onDone]);

  const pendingNames = ['begin', 'enable', 'disable', 'createCodes'] as const;
  return {
    setUp,
    recoveryCodes,
    form,
    begin,
    enable,
    disable,
    createCodes,
    forget,
    pending: pendingNames.find((_, index) => all[index]?.pending) ?? null,
    status: all.some((one) => one.interrupted) ? 'interrupted' : happened,
    error: all.find((one) => one.error !== null)?.error ?? null,
    reset,
  };
}
