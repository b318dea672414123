import type { ReactElement } from 'react';
import { Activity, AvatarEditor, Passkeys, PasswordChange, ProfileForm, TwoFactor } from 'selvedge';
import { en, english } from 'selvedge/locales/en';
import { afterEach, describe, expect, test } from 'vitest';
import {
  button,
  cleanup,
  fill,
  password,
  press,
  prompt,
  screen,
  showPage,
  userEvent,
} from '../react/account-page.tsx';
import { dialog, pickAndOpen, quarters } from '../react/avatar-pictures.ts';
import { emulateTouch, restoreEmulation } from '../support/emulation.ts';
import { Everything, person } from '../support/everything.tsx';
import { smallTargets } from '../support/target-size.ts';

restoreEmulation();
afterEach(cleanup);

const page = (it: ReactElement): ReactElement => <div style={{ padding: 24 }}>{it}</div>;

/** A host that wants everything close together. */
const dense = (it: ReactElement): ReactElement => (
  <div
    style={{ padding: 24 }}
    ref={(host) => {
      host?.style.setProperty('--selvedge-space', '0.1rem');
      host?.style.setProperty('--selvedge-font-size', '0.75rem');
    }}
  >
    {it}
  </div>
);
const ada = { id: 'ada', email: 'ada@example.com', password, name: 'Ada Lovelace' };
const free = { stepUp: { operations: { setUpTotp: false } } };

describe.each([
  ['a mouse', 24, false],
  ['a finger', 44, true],
])('for %s, %i pixels are the least', (_, least, touch) => {
  test.each([
    ['as they come', page],
    ['in a dense host', dense],
  ])('of everything in the sections, %s', async (__, around) => {
    await emulateTouch(touch);
    expect(matchMedia('(pointer: coarse)').matches).toBe(touch);
    showPage(<Everything />, { people: [person], around });
    await button(english.sessions.endOthers);
    await screen.findAllByText(english.activity.here);
    if (touch) await button(en.avatar.camera);
    expect(smallTargets(document.body, least)).toEqual([]);
  });

  test('of everything in the dialogs', async () => {
    await emulateTouch(touch);
    showPage(<PasswordChange />, { strict: false, people: [person], around: dense });
    await fill(en.passwordChange.newPassword, 'seven otters sing at dusk');
    await press(en.passwordChange.change);
    await prompt();
    await press(english.stepUpMethods.another);
    await button(new RegExp(`^${english.stepUpMethods.recovery_code}`));
    expect(smallTargets(await prompt(), least)).toEqual([]);
    cleanup();

    showPage(<AvatarEditor />, { strict: false, around: dense });
    await pickAndOpen(await quarters(60, 60));
    expect(smallTargets(await dialog(), least)).toEqual([]);
    cleanup();

    showPage(<Activity />, { strict: false, around: dense });
    await press(/^Not me/);
    expect(smallTargets(await screen.findByRole('dialog'), least)).toEqual([]);
  });

  test('of what appears later: a name to write, an app to set up, codes to keep, two edits to choose from', async () => {
    await emulateTouch(touch);
    const { backend, elsewhere } = showPage(
      <>
        <ProfileForm />
        <Passkeys />
        <TwoFactor />
      </>,
      { people: [{ ...ada, passkeys: [{ name: 'Phone' }] }], settings: free, around: dense },
    );
    await press('Rename Phone');
    await press(english.twoFactor.setUp);
    await screen.findByText(english.twoFactor.scanTitle);
    await fill(en.profile.nickname, 'Ada');
    await (await elsewhere()).updateProfile({ nickname: 'Countess' });
    await userEvent.keyboard('{Enter}');
    await button(en.profile.useTheirs);
    expect(smallTargets(document.body, least)).toEqual([]);
    await fill(english.twoFactor.code, await backend.totpCode('ada'));
    await press(english.twoFactor.enable);
    await button(english.twoFactor.done);
    expect(smallTargets(document.body, least)).toEqual([]);
  });
});
