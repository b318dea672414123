'use client';
import type { ReactElement } from 'react';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Ability } from '../contract/account.ts';
import { useAccountContext } from './account-context.ts';
import type { SectionComponentProps } from './account-section.tsx';
import { Activity } from './activity/activity.tsx';
import { DeleteAccount } from './delete-account/delete-account.tsx';
import { IdentityList } from './identities/identity-list.tsx';
import { Passkeys } from './passkeys/passkeys.tsx';
import { Sessions } from './sessions/sessions.tsx';
import { TwoFactor } from './two-factor/two-factor.tsx';
import { useListKey } from './list-key.ts';
import { useAccount } from './use-account.ts';

/** What the server does not have, or leaves to the host, is not worth a section that says so. */
function isOffered(ability: Ability | undefined): boolean {
  // An older server does not speak of it.
  if (ability === undefined) return false;
  const { allowed, reason } = ability;
  return allowed || (reason !== 'not_offered' && reason !== 'handled_elsewhere');
}

/** How long a list may take until what stands below it is shown all the same, in milliseconds. */
const patience = 2000;

/** Whether a list is there, or will not come. What stands below waits for it, so that it does not move when it does. */
function useSettled(list: 'sessions' | 'activity', awaited: boolean): boolean {
  const { client } = useAccountContext();
  const { key } = useListKey(list);
  const [late, setLate] = useState(false);
  const subscribe = useCallback(
    (changed: () => void) => client.getQueryCache().subscribe(changed),
    [client],
  );
  const status = useSyncExternalStore(
    subscribe,
    () => client.getQueryState(key)?.status,
    () => undefined,
  );
  const settled = status === 'success' || status === 'error';
  useEffect(() => {
    if (!awaited || settled) return;
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, [awaited, settled]);
  return !awaited || settled || late;
}

/** Props of `LaterSections`. */
export interface LaterSectionsProps extends SectionComponentProps {
  onDeleted: () => void;
  /** Called when nothing more will come. */
  onWhole: (whole: boolean) => void;
}

/** The sections of `AccountSettings` about safety, as far as the server has them, and its last one. */
export function LaterSections(props: LaterSectionsProps): ReactElement {
  const { onDeleted, onWhole, ...section } = props;
  const { account } = useAccount();
  const abilities = account?.abilities;
  const sessions = isOffered(abilities?.manageSessions);
  const activity = isOffered(abilities?.seeActivity);
  const further = useSettled('sessions', sessions && abilities?.manageSessions.allowed === true);
  const last = useSettled('activity', activity && abilities?.seeActivity.allowed === true);
  // Once shown they stay: the account goes with a sign-out, and comes back.
  const [shown, setShown] = useState(0);
  const now = further ? (last ? 2 : 1) : 0;
  if (now > shown) setShown(now);
  const whole = shown === 2;
  useEffect(() => onWhole(whole), [whole, onWhole]);
  return (
    <>
      {isOffered(abilities?.manageTwoFactor) && <TwoFactor {...section} />}
      {isOffered(abilities?.managePasskeys) && <Passkeys {...section} />}
      {sessions && <Sessions {...section} />}
      {shown > 0 && abilities && <IdentityList {...section} />}
      {shown > 0 && activity && <Activity {...section} />}
      {whole && <DeleteAccount {...section} onDone={onDeleted} />}
    </>
  );
}
