import 'selvedge/styles.css';
import 'selvedge/themes/contrast.css';
import 'selvedge/themes/sharp.css';
import 'selvedge/themes/soft.css';

import type { ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { StepUpChallenge } from 'selvedge';
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
} from 'selvedge';
import { en } from 'selvedge/locales/en';
import type { MemoryPerson } from 'selvedge/memory';
import { createClock, createMemoryBackend } from 'selvedge/memory';
import { hostCss } from '../../.storybook/host-css.ts';
import { components } from './components.ts';
import type { ComponentName, Shown } from './components.ts';

// One component on a page that a test furnishes: room.html?component=Sessions&latency=200&scheme=dark&person=newcomer

const now = '2026-10-05T09:30:00.000Z';
const clock = createClock(now);

/** An instant so many hours ago. */
const ago = (hours: number): string => new Date(Date.parse(now) - hours * 3_600_000).toISOString();

const ada: MemoryPerson = {
  id: 'ada',
  email: 'ada@example.com',
  password: 'correct horse battery staple',
  passwordChangedAt: '2026-03-14T10:00:00.000Z',
  createdAt: '2025-06-02T08:00:00.000Z',
  name: 'Ada Lovelace',
  username: 'ada',
  givenName: 'Ada',
  familyName: 'Lovelace',
  nickname: 'Countess',
  language: 'en-GB',
  identities: [
    {
      provider: 'google',
      label: 'Google',
      name: 'ada.lovelace@gmail.com',
      connectedAt: '2025-06-02T08:30:00.000Z',
    },
  ],
  passkeys: [{ name: 'Laptop', createdAt: '2026-02-01T10:00:00.000Z', lastUsedAt: ago(4) }],
  sessions: [
    { from: { browser: 'Safari', system: 'iOS', place: 'Graz, Austria' }, signedInAt: ago(3) },
    { from: { browser: 'Edge', system: 'Windows' }, signedInAt: ago(26) },
  ],
  activity: [
    { event: 'password_changed', at: ago(5000), from: { browser: 'Firefox', system: 'macOS' } },
    { event: 'sign_in_failed', at: ago(2), from: { browser: 'Chrome', system: 'Windows' } },
  ],
};

const people: Record<string, readonly MemoryPerson[]> = {
  ada: [ada],
  newcomer: [{ id: 'new', email: 'new@example.com', password: 'correct horse battery staple' }],
  waiting: [{ ...ada, pendingEmail: { address: 'lovelace@example.com', requestedAt: ago(1) } }],
  second: [{ ...ada, totp: { enabledAt: '2026-02-01T10:00:00.000Z' } }],
};

const query = new URLSearchParams(location.search);
const name = (query.get('component') ?? 'AccountSettings') as ComponentName;
const shown: Shown = components[name];
const person = query.get('person') ?? shown.person ?? 'ada';
const latency = Number(query.get('latency') ?? 0);
const scheme = query.get('scheme');
if (scheme) document.documentElement.style.colorScheme = scheme;

const backend = createMemoryBackend({
  people: people[person] ?? [ada],
  clock,
  latencyMilliseconds: latency,
  ...(shown.link ? { signedIn: null } : {}),
});
if (shown.link) location.hash = 'token=a-link-that-was-mailed';

const challenge: StepUpChallenge = {
  purpose: 'deleteAccount',
  methods: [{ kind: 'password' }],
};
const elements: Record<ComponentName, ReactElement> = {
  AccountSettings: <AccountSettings />,
  ProfileForm: <ProfileForm />,
  AvatarEditor: <AvatarEditor />,
  EmailChange: <EmailChange />,
  PasswordChange: <PasswordChange />,
  TwoFactor: <TwoFactor />,
  Passkeys: <Passkeys />,
  IdentityList: <IdentityList />,
  Sessions: <Sessions />,
  Activity: <Activity />,
  DeleteAccount: <DeleteAccount />,
  StepUpPrompt: (
    <div className="selvedge-root">
      <StepUpPrompt challenge={challenge} />
    </div>
  ),
  EmailChangeConfirmation: <EmailChangeConfirmation />,
  EmailChangeReport: <EmailChangeReport />,
  PasswordForgotten: <PasswordForgotten />,
  PasswordReset: <PasswordReset />,
  SecurityReport: <SecurityReport />,
};

// For what drives the page: the sheets of the hosts by their names, and the measuring of contrast.
const loadContrast = () => import('../support/contrast-page.ts');
Object.assign(window, { hostCss, loadContrast });

const root = document.querySelector<HTMLElement>('#room');
if (root) {
  const page = createRoot(root);
  // At once, so that what a host has below it does not stand elsewhere before.
  flushSync(() =>
    page.render(
      <AccountProvider backend={backend} words={en}>
        {elements[name]}
      </AccountProvider>,
    ),
  );
  if (query.get('footer')) {
    root.style.position = 'static';
    root.insertAdjacentHTML('afterend', '<footer>The footer of the host</footer>');
  }
}
