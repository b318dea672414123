import type { CellPlan } from '../sheets/sheet.tsx';

const activity = () => import('../activity.stories.tsx');
const avatar = () => import('../avatar.stories.tsx');
const confirmation = () => import('../email-change-confirmation.stories.tsx');
const deletion = () => import('../delete-account.stories.tsx');
const email = () => import('../email-change.stories.tsx');
const forgotten = () => import('../password-forgotten.stories.tsx');
const identities = () => import('../identities.stories.tsx');
const passkeys = () => import('../passkeys.stories.tsx');
const password = () => import('../password-change.stories.tsx');
const profile = () => import('../profile.stories.tsx');
const report = () => import('../security-report.stories.tsx');
const reset = () => import('../password-reset.stories.tsx');
const sessions = () => import('../sessions.stories.tsx');
const stepUp = () => import('../step-up.stories.tsx');
const takenBack = () => import('../email-change-report.stories.tsx');
const twoFactor = () => import('../two-factor.stories.tsx');

/** What the studio shows: every component, the states that show most of a theme. Those that are played come last. */
const shown: readonly (readonly [string, string, CellPlan['load'], 'played'?])[] = [
  ['Profile', 'components-profileform--filled', profile],
  ['Picture', 'components-avatareditor--with-picture', avatar],
  ['Email, on its way', 'components-emailchange--pending-later', email],
  ['Password', 'components-passwordchange--empty', password],
  ['Two-step sign-in', 'components-twofactor--on', twoFactor],
  ['Passkeys', 'components-passkeys--filled', passkeys],
  ['Sessions', 'components-sessions--filled', sessions],
  ['Activity', 'components-activity--filled', activity],
  ['Connected accounts', 'components-identitylist--filled', identities],
  ['Owned by a provider', 'components-profileform--read-only', profile],
  ['Loading', 'components-profileform--loading', profile],
  ['Could not be loaded', 'components-sessions--load-failed', sessions],
  ['Link to a new address', 'components-emailchangeconfirmation--ready', confirmation],
  ['Page without a link', 'components-emailchangereport--empty', takenBack],
  ['Forgotten password', 'components-passwordforgotten--empty', forgotten],
  ['New password by link', 'components-passwordreset--ready', reset],
  ['“This wasn’t me”', 'components-securityreport--ready', report],
  ['Profile, saved', 'components-profileform--saved', profile, 'played'],
  ['Profile, changed elsewhere', 'components-profileform--conflict', profile, 'played'],
  ['Set up an authenticator app', 'components-twofactor--set-up', twoFactor, 'played'],
  ['Delete account, refused', 'components-deleteaccount--field-error', deletion, 'played'],
  ['Confirm it’s you, refused', 'components-stepupprompt--field-error', stepUp, 'played'],
];

/** The cells of the live sheet in one scheme. */
export function studioCells(scheme: 'light' | 'dark'): readonly CellPlan[] {
  return shown.map(([caption, story, load, played]) => ({
    caption,
    story,
    load,
    globals: { theme: 'studio', scheme, brand: '', density: 'normal' },
    play: played !== undefined,
  }));
}
