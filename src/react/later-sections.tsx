'use client';
import type { ReactElement } from 'react';
import type { Ability } from '../contract/account.ts';
import type { SectionComponentProps } from './account-section.tsx';
import { Activity } from './activity/activity.tsx';
import { DeleteAccount } from './delete-account/delete-account.tsx';
import { IdentityList } from './identities/identity-list.tsx';
import { Passkeys } from './passkeys/passkeys.tsx';
import { Sessions } from './sessions/sessions.tsx';
import { TwoFactor } from './two-factor/two-factor.tsx';
import { useAccount } from './use-account.ts';

/** What the server does not have, or leaves to the host, is not worth a section that says so. */
function isOffered(ability: Ability | undefined): boolean {
  // An older server does not speak of it.
  if (ability === undefined) return false;
  const { allowed, reason } = ability;
  return allowed || (reason !== 'not_offered' && reason !== 'handled_elsewhere');
}

/** Props of `LaterSections`. */
export interface LaterSectionsProps extends SectionComponentProps {
  onDeleted: () => void;
}

/** The sections of `AccountSettings` about safety, as far as the server has them, and its last one. */
export function LaterSections({ onDeleted, ...section }: LaterSectionsProps): ReactElement {
  const { account } = useAccount();
  const abilities = account?.abilities;
  return (
    <>
      {isOffered(abilities?.manageTwoFactor) && <TwoFactor {...section} />}
      {isOffered(abilities?.managePasskeys) && <Passkeys {...section} />}
      {isOffered(abilities?.manageSessions) && <Sessions {...section} />}
      {abilities && <IdentityList {...section} />}
      {isOffered(abilities?.seeActivity) && <Activity {...section} />}
      <DeleteAccount {...section} onDone={onDeleted} />
    </>
  );
}
