import 'selvedge/styles.css';

import { createRoot } from 'react-dom/client';
import { AccountProvider, AccountSettings, createHttpBackend } from 'selvedge';
import { loadWords, locales, matchLocale } from 'selvedge/locales';
import { en } from 'selvedge/locales/en';

// The settings page of a host that speaks every language of the package, and French by its own path.
const root = document.getElementById('root');
if (root) {
  const page = createRoot(root);
  const show = (words: typeof en): void =>
    page.render(
      <AccountProvider backend={createHttpBackend({ baseUrl: '/api/auth' })} words={words}>
        <AccountSettings />
      </AccountProvider>,
    );
  show(en);
  const wanted = matchLocale(navigator.languages, locales);
  if (wanted?.startsWith('fr')) void import('selvedge/locales/fr').then(({ fr }) => show(fr));
  else if (wanted && wanted !== 'en') void loadWords(wanted).then(show);
}
