'use client';
import type { ReactElement, ReactNode } from 'react';
import { notifyManager } from '@tanstack/react-query';
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

interface AfterProps {
  list: 'sessions' | 'activity';
  /** Whether the list is asked for at all. */
  awaited: boolean;
  children: ReactNode;
}

/**
 * What stands below a list: shown when the list is there, or will not come, so that it does not move when it does. Once
 * shown it stays: the account goes with a sign-out, and comes back.
 */
function After({ list, awaited, children }: AfterProps): ReactNode {
  const { client } = useAccountContext();
  const { key } = useListKey(list);
  const [late, setLate] = useState(false);
  const subscribe = useCallback(
    (changed: () => void) => {
      // Together with the list itself, which would otherwise come a moment later, and push away what is shown here.
      const together = notifyManager.batchCalls(changed);
      return client.getQueryCache().subscribe(({ type }) => {
        // A query is made while its list is rendered, when nothing else may be.
        if (type === 'updated') together();
      });
    },
    [client],
  );
  const status = useSyncExternalStore(
    subscribe,
    () => client.getQueryState(key)?.status,
    () => undefined,
  );
  const settled = !awaited || late || status === 'success' || status === 'error';
  const [shown, setShown] = useState(settled);
  if (settled && !shown) setShown(true);
  useEffect(() => {
    if (shown) return;
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, [shown]);
  return shown && children;
}

/** Says, when it is there, that all is there. */
function Last({ onWhole }: Pick<LaterSectionsProps, 'onWhole'>): null {
  useEffect(() => {
    onWhole(true);
    return () => onWhole(false);
  }, [onWhole]);
  return null;
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
  return (
    <>
      {isOffered(abilities?.manageTwoFactor) && <TwoFactor {...section} />}
      {isOffered(abilities?.managePasskeys) && <Passkeys {...section} />}
      {sessions && <Sessions {...section} />}
      <After list="sessions" awaited={sessions && abilities?.manageSessions.allowed === true}>
        {abilities && <IdentityList {...section} />}
        {activity && <Activity {...section} />}
        <After list="activity" awaited={activity && abilities?.seeActivity.allowed === true}>
          <DeleteAccount {...section} onDone={onDeleted} />
          <Last onWhole={onWhole} />
        </After>
      </After>
    </>
  );
}
