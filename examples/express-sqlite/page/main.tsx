import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import {
  AccountProvider,
  EmailChangeConfirmation,
  EmailChangeReport,
  PasswordForgotten,
  PasswordReset,
  SecurityReport,
  createHttpBackend,
} from 'selvedge';
import { loadWords, locales, matchLocale } from 'selvedge/locales';
import 'selvedge/styles.css';
import './page.css';
import { Mailbox } from './mailbox.tsx';
import { Settings } from './settings.tsx';
import { SignIn } from './sign-in.tsx';

const backend = createHttpBackend();
/** `?lang=fr`, then the language of the person's profile, then those of the browser. */
const loadLanguage = (chosen: readonly string[] = []) => {
  const asked = new URLSearchParams(location.search).getAll('lang');
  return loadWords(matchLocale([...asked, ...chosen, ...navigator.languages], locales) ?? 'en');
};
const firstWords = await loadLanguage();

/** A host has a router; these few pages need none. */
function Page({ speak }: { speak: (language: string) => void }) {
  switch (location.pathname) {
    case '/mailbox':
      return <Mailbox />;
    case '/sign-in':
      return <SignIn />;
    case '/confirm-email':
      return <EmailChangeConfirmation className="narrow" continueHref="/" />;
    case '/not-me':
      return <EmailChangeReport className="narrow" />;
    case '/forgot-password':
      return <PasswordForgotten className="narrow" />;
    case '/reset-password':
      return <PasswordReset className="narrow" />;
    case '/secure-account':
      return <SecurityReport className="narrow" />;
    default:
      return <Settings speak={speak} />;
  }
}

function Host() {
  const [words, setWords] = useState(firstWords);
  // Where a language cannot be fetched, the page goes on in the one that it has.
  const [speak] = useState(() => (language: string) => {
    void loadLanguage([language]).then(setWords, () => {});
  });
  return (
    <AccountProvider backend={backend} words={words} onSignIn={() => location.assign('/sign-in')}>
      <Page speak={speak} />
    </AccountProvider>
  );
}

const root = document.querySelector('#root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <nav className="bar" aria-label="Example">
        <a href="/">
          <img src="/icon.svg" alt="" width="24" height="24" />
          Example
        </a>
        <a href="/" aria-current={location.pathname === '/' ? 'page' : undefined}>
          Settings
        </a>
        <a href="/mailbox" aria-current={location.pathname === '/mailbox' ? 'page' : undefined}>
          Mailbox
        </a>
      </nav>
      <main>
        <Host />
      </main>
    </StrictMode>,
  );
}
