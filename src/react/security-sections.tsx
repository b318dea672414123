'use client';
import type { ReactElement } from 'react';
import type { Ability } from '../contract/account.ts';
import type { SectionComponentProps } from './account-section.tsx';
import { Activity } from './activity/activity.tsx';
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

/** The sections of `AccountSettings` about safety, as far as the server has them. */
export function SecuritySections(props: SectionComponentProps): ReactElement | null {
  const { account } = useAccount();
  if (account === null) return null;
  const { manageTwoFactor, managePasskeys, manageSessions, seeActivity } = account.abilities;
  return (
    <>
      {isOffered(manageTwoFactor) && <TwoFactor {...props} />}
      {isOffered(managePasskeys) && <Passkeys {...props} />}
      {isOffered(manageSessions) && <Sessions {...props} />}
      <IdentityList {...props} />
      {isOffered(seeActivity) && <Activity {...props} />}
    </>
  );
}
