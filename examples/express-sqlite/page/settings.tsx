import type { ReactElement } from 'react';
import { AccountSettings } from 'selvedge';
import { send } from './send.ts';

/** The page that this is all about: one component of ours, and a button of the host. */
export function Settings(): ReactElement {
  const signOut = async (): Promise<void> => {
    await send('/api/auth/logout');
    location.assign('/sign-in');
  };
  return (
    <>
      <header className="head">
        <h1>Settings</h1>
        <button type="button" className="plain" onClick={() => void signOut()}>
          Sign out
        </button>
      </header>
      <AccountSettings />
    </>
  );
}
