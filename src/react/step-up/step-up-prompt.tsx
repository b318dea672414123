'use client';
import type { ReactElement } from 'react';
import { useState } from 'react';
import type { StepUpChallenge } from '../../contract/errors.ts';
import type { StepUpMethodKind } from '../../contract/step-up.ts';
import { useAccountContext } from '../account-context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Actions } from '../ui/form.tsx';
import { usePart } from '../ui/look.ts';
import { Notice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Alert } from '../ui/status.tsx';
import { useAccount } from '../use-account.ts';
import { useLoaded } from '../use-loaded.ts';
import { StepUpPassword } from './step-up-password.tsx';
import type { StepUpHandle } from './use-step-up.ts';
import { useStepUp } from './use-step-up.ts';

/** Props of `StepUpPrompt`. */
export interface StepUpPromptProps {
  /** What `step_up_required` asked for. */
  challenge: StepUpChallenge;
}

const loadCode = () => import('./step-up-code.tsx').then((one) => one.StepUpCode);
const load = {
  passkey: () => import('./step-up-passkey.tsx').then((one) => one.StepUpPasskey),
  totp: loadCode,
  recovery_code: loadCode,
  email_code: loadCode,
  sign_in: () => import('./step-up-sign-in.tsx').then((one) => one.StepUpSignIn),
} satisfies Record<Exclude<StepUpMethodKind, 'password'>, unknown>;
const loadOthers = () => import('./step-up-others.tsx').then((one) => one.StepUpOthers);

/**
 * Asks to prove that it is you, in a modal of its own. The sections open it by themselves when the server asks for a
 * proof; a host renders it only to look at it. What is typed is held here alone, and goes with the dialog. Ways beside
 * the password are loaded when they are shown.
 */
export function StepUpPrompt({ challenge }: StepUpPromptProps): ReactElement {
  const { words } = useAccountContext();
  const handle = useStepUp(challenge);
  const { account } = useAccount();
  const { method, methods, error } = handle;
  const byPassword = method === 'password';
  const text = words.stepUp as Record<string, string>;
  const forgotten =
    (byPassword || error?.code === 'password_locked') &&
    account?.abilities.resetPassword.allowed === true;
  const props = { handle, challenge, forgotten };

  return (
    <Dialog
      open
      onClose={handle.cancel}
      title={words.stepUp.title}
      description={byPassword && (text[challenge.purpose] ?? words.stepUp.other)}
    >
      {byPassword ? (
        <StepUpPassword handle={handle} />
      ) : (
        <Part key={method} load={load[method ?? 'sign_in']} {...props} />
      )}
      {(methods.length > 1 || forgotten) && <Part quiet load={loadOthers} {...props} />}
    </Dialog>
  );
}

/** What a part that is loaded later gets. */
export interface StepUpPartProps {
  handle: StepUpHandle;
  challenge: StepUpChallenge;
  /** Whether a new password can be chosen by mail, and is what may be missing. */
  forgotten: boolean;
}

function Part({
  load: fetchPart,
  quiet,
  ...props
}: StepUpPartProps & {
  load: () => Promise<(props: StepUpPartProps) => ReactElement | null>;
  /** What is only useful may be missing without a word. */
  quiet?: true;
}): ReactElement {
  const part = usePart();
  const { words } = useAccountContext();
  const { part: Loaded, failures, again } = useLoaded(fetchPart);
  const [tries, setTries] = useState(0);
  if (Loaded) return <Loaded {...props} />;
  // Holds its place: what stands above it must not move under somebody's finger.
  if (quiet) return <div className={part('others')} />;
  return (
    <>
      {!failures && <Skeleton />}
      {!failures && fetchPart === loadCode && <Skeleton shape="control" />}
      <Alert>
        {failures > 0 && (
          <Notice
            tone="danger"
            actions={
              <Button
                pending={tries === failures}
                onClick={() => {
                  setTries(failures);
                  again();
                }}
              >
                {words.account.tryAgain}
              </Button>
            }
          >
            {/* Anew each time, so that it is read again. */}
            <span key={failures}>{words.errors.unavailable}</span>
          </Notice>
        )}
      </Alert>
      <Actions>
        <Button onClick={props.handle.cancel} data-autofocus="">
          {words.account.cancel}
        </Button>
      </Actions>
    </>
  );
}
