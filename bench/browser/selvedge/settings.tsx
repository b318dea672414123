import 'selvedge/styles.css';

import { createRoot } from 'react-dom/client';
import { AccountProvider, AccountSettings, createHttpBackend } from 'selvedge';
import { en } from 'selvedge/locales/en';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <AccountProvider backend={createHttpBackend({ baseUrl: '/api/auth' })} words={en}>
      <AccountSettings />
    </AccountProvider>,
  );
}
