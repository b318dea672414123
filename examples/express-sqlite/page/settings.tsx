import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';
import { AccountSettings, useAccount } from 'selvedge';
import { locales } from 'selvedge/locales';
import { send } from './send.ts';

/** The page that this is all about: one component of ours, and a button of the host. */
export function Settings({ speak }: { speak: (language: string) => void }): ReactElement {
  const { account, forget } = useAccount();
  const [deleted, setDeleted] = useState(false);
  const language = account?.profile.language.value;
  // What the person chose, now or earlier.
  useEffect(() => {
    if (language !== undefined) speak(language ?? '');
  }, [language, speak]);
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
        {deleted && (
          <a href="/sign-in" className="button">
            Sign in
          </a>
        )}
      </header>
      <AccountSettings languages={locales} onDeleted={() => setDeleted(true)} />
    </>
  );
}
