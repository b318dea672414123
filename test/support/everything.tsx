// An account with something in every list, whose words are as long as people's are, and every section that shows it.
import type { ReactElement } from 'react';
import {
  Activity,
  AvatarEditor,
  DeleteAccount,
  EmailChange,
  IdentityList,
  Passkeys,
  PasswordChange,
  PasswordForgotten,
  ProfileForm,
  Sessions,
  TwoFactor,
} from 'selvedge';
import type { MemoryPerson } from 'selvedge/memory';

const at = '2026-03-14T23:30:00.000Z';

/** Somebody with long names and everything set up. */
export const person: MemoryPerson = {
  id: 'ada',
  email: 'augusta.ada.king.countess.of.lovelace.1815@analytical-engine-society.example.com',
  emailVerified: false,
  password: 'correct horse battery staple',
  passwordChangedAt: at,
  name: 'Augusta Ada King Countess of Lovelace Donaudampfschifffahrtsgesellschaftskapitän',
  givenName: 'Augusta Ada',
  username: 'ada.lovelace',
  identities: [
    {
      provider: 'google',
      label: 'Google Workspace of the Analytical Engine Society',
      name: 'augusta.ada.king.countess.of.lovelace@analytical-engine-society.example.com',
      connectedAt: at,
      owns: ['familyName'],
    },
  ],
  pendingEmail: {
    address: 'countess.of.lovelace.augusta.ada.king@analytical-engine-society.example.com',
    requestedAt: new Date(Date.now() - 300_000).toISOString(),
  },
  totp: { enabledAt: at },
  passkeys: [
    { name: 'Fingerabdruckleser am Bildschirmarbeitsplatz im Maschinenraum', createdAt: at },
    { name: 'Key', createdAt: at, lastUsedAt: at },
  ],
  sessions: [
    {
      from: {
        browser: 'Samsung Internet',
        system: 'Android',
        place: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch, Wales',
      },
    },
  ],
};

/** Every section at once, in the order of the page. */
export function Everything(): ReactElement {
  return (
    <>
      <AvatarEditor />
      <ProfileForm />
      <EmailChange />
      <PasswordChange />
      <TwoFactor />
      <Passkeys />
      <Sessions />
      <IdentityList />
      <Activity />
      <DeleteAccount />
      <PasswordForgotten />
    </>
  );
}
