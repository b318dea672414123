import type { ReactElement } from 'react';
import { AccountSettings, useAccount } from 'selvedge';
import { send } from './send.ts';

/** The page that this is all about: one component of ours, and a button of the host. */
export function Settings(): ReactElement {
  const { account, forget } = useAccount();
  const signOut = async (): Promise<void> => {
    await send('/api/auth/logout');
    // Here and in the other tabs of this browser.
    forget();
    location.assign('/sign-in');
  };
  return (
    <>
      <header className="head">
        <h1>Settings</h1>
        {account && (
          <button type="button" className="button" onClick={() => void signOut()}>
            Sign out
          </button>
        )}
      </header>
      <AccountSettings />
    </>
  );
}
