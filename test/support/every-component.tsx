import { QueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Account } from 'selvedge';
import {
  AccountProvider,
  AccountSettings,
  Activity,
  AvatarEditor,
  DeleteAccount,
  EmailChange,
  EmailChangeConfirmation,
  EmailChangeReport,
  IdentityList,
  Passkeys,
  PasswordChange,
  PasswordForgotten,
  PasswordReset,
  ProfileForm,
  SecurityReport,
  Sessions,
  StepUpPrompt,
  TwoFactor,
  accountQueryKey,
} from 'selvedge';
import { en } from 'selvedge/locales/en';
import type { MemoryBackendOptions } from 'selvedge/memory';
import { createMemoryBackend } from 'selvedge/memory';

/** Every component of the package, by its name, and what is rendered otherwise by what it asks for. */
export const everyComponent: readonly (readonly [string, ReactElement])[] = Object.entries({
  ProfileForm: <ProfileForm />,
  EmailChange: <EmailChange />,
  EmailChangeConfirmation: <EmailChangeConfirmation />,
  EmailChangeReport: <EmailChangeReport />,
  PasswordChange: <PasswordChange />,
  AvatarEditor: <AvatarEditor />,
  DeleteAccount: <DeleteAccount />,
  IdentityList: <IdentityList />,
  PasswordForgotten: <PasswordForgotten />,
  PasswordReset: <PasswordReset />,
  SecurityReport: <SecurityReport />,
  TwoFactor: <TwoFactor />,
  Passkeys: <Passkeys />,
  Sessions: <Sessions />,
  Activity: <Activity />,
  AccountSettings: <AccountSettings />,
  StepUpPrompt: (
    <StepUpPrompt challenge={{ purpose: 'deleteAccount', methods: [{ kind: 'password' }] }} />
  ),
  StepUpPromptForPasskey: (
    <StepUpPrompt
      challenge={{ purpose: 'addPasskey', methods: [{ kind: 'passkey' }, { kind: 'totp' }] }}
    />
  ),
});

/** An account with something in every section. */
export async function fullAccount(): Promise<Account> {
  return (await createMemoryBackend(full).getAccount()).account;
}

const full: MemoryBackendOptions = {
  people: [
    {
      id: 'ada',
      email: 'ada@example.com',
      password: 'correct horse battery staple',
      passwordChangedAt: '2026-03-14T23:30:00.000Z',
      name: 'Ada Lovelace',
      language: 'gsw',
      identities: [
        {
          provider: 'google',
          label: 'Google',
          name: 'ada',
          connectedAt: '2025-06-02T23:30:00.000Z',
          owns: ['givenName'],
        },
      ],
      pendingEmail: { address: 'lovelace@example.com' },
      totp: { enabledAt: '2026-06-09T23:30:00.000Z' },
      passkeys: [{ name: 'Phone', createdAt: '2026-08-21T23:30:00.000Z' }],
    },
  ],
};

/** A page as a server renders it, and a browser takes it over: without an account, or with one that is known. */
export function servedPage(account: Account | undefined, children: ReactElement): ReactElement {
  const client = new QueryClient();
  if (account) client.setQueryData(accountQueryKey, account);
  return (
    <AccountProvider backend={createMemoryBackend(full)} words={en} queryClient={client}>
      {children}
    </AccountProvider>
  );
}
