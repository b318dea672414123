import {
  AccountSettingsCards,
  AuthUIProvider,
  SecuritySettingsCards,
} from '@daveyplate/better-auth-ui';
import { passkeyClient } from '@better-auth/passkey/client';
import { twoFactorClient } from 'better-auth/client/plugins';
import { createAuthClient } from 'better-auth/react';
import { createRoot } from 'react-dom/client';
import { Toaster } from 'sonner';

import './better-auth.css';

const dark = new URLSearchParams(location.search).get('scheme') === 'dark';
document.documentElement.classList.toggle('dark', dark);

const authClient = createAuthClient({ plugins: [twoFactorClient(), passkeyClient()] });

createRoot(document.querySelector('#root') as Element).render(
  <AuthUIProvider
    authClient={authClient}
    navigate={() => {}}
    replace={() => {}}
    avatar
    passkey
    twoFactor={['totp']}
    social={{ providers: ['google', 'github'] }}
    deleteUser
    changeEmail
  >
    <main className="mx-auto flex max-w-3xl flex-col gap-4 p-4 md:gap-6 md:p-6">
      <AccountSettingsCards />
      <SecuritySettingsCards />
    </main>
    <Toaster theme={dark ? 'dark' : 'light'} />
  </AuthUIProvider>,
);
