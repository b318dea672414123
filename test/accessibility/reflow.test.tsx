import type { ReactElement } from 'react';
import { AvatarEditor, PasswordChange, TwoFactor } from 'selvedge';
import { en, english } from 'selvedge/locales/en';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page as tab } from 'vitest/browser';
import {
  button,
  cleanup,
  fill,
  hear,
  press,
  prompt,
  prove,
  screen,
  showPage,
  userEvent,
} from '../react/account-page.tsx';
import { dialog, pickAndOpen, quarters } from '../react/avatar-pictures.ts';
import { Everything, person } from '../support/everything.tsx';
import { layoutFaults } from '../support/layout.ts';
import { tabTo } from '../support/tab-order.ts';

let spacing: CSSStyleSheet | undefined;
afterEach(async () => {
  cleanup();
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== spacing);
  await tab.viewport(1000, 700);
});

/** What a person's own style sheet may ask for, WCAG 2.2, 1.4.12. */
function widenText(): void {
  spacing ??= new CSSStyleSheet();
  spacing.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-block-end: 2em !important }
  `);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, spacing];
}

const { stepUp, passwordChange, avatar, profile, emailChange, deleteAccount } = en;
const inside =
  (width: number) =>
  (it: ReactElement): ReactElement => (
    <div data-testid="frame" style={{ width }}>
      {it}
    </div>
  );
const faults = (): string[] => layoutFaults(screen.getByTestId('frame'));

/** Everything, with an error at a field, a failure and what comes in lists. */
async function showEverything(width: number): Promise<void> {
  showPage(<Everything />, { people: [person], around: inside(width) });
  await button(english.sessions.endOthers);
  await screen.findAllByText(english.activity.here);
  await fill(profile.username, 'a b');
  await press(profile.save);
  await screen.findByText(en.profile.usernameForm);
  await press(deleteAccount.remove);
  await screen.findByText(deleteAccount.tickFirst);
  await fill(passwordChange.newPassword, 'seven');
  await screen.findByRole('list', { name: english.passwordRules.title });
  await button(emailChange.resend);
}

describe('in 320 pixels', () => {
  test('every section is read without scrolling sideways, as a sidebar and as a whole page', async () => {
    await showEverything(320);
    expect(faults()).toEqual([]);
    await tab.viewport(320, 256);
    expect(faults()).toEqual([]);
  });

  test('nothing is cut off or covered when text is set wide', async () => {
    widenText();
    await showEverything(320);
    expect(faults()).toEqual([]);
    await tab.viewport(320, 256);
    expect(faults()).toEqual([]);
  });

  test('the set-up of an app and its codes are, too', async () => {
    const { backend } = showPage(<TwoFactor />, {
      around: inside(320),
      settings: { stepUp: { operations: { setUpTotp: false } } },
    });
    await press(english.twoFactor.setUp);
    await screen.findByText(english.twoFactor.scanTitle);
    expect(faults()).toEqual([]);
    widenText();
    expect(faults()).toEqual([]);
    await fill(english.twoFactor.code, await backend.totpCode('ada'));
    await press(english.twoFactor.enable);
    await screen.findByText(english.twoFactor.codesTitle);
    expect(faults()).toEqual([]);
  });
});

test('nothing is cut off or covered on a wide page when text is set wide', async () => {
  widenText();
  await showEverything(900);
  expect(faults()).toEqual([]);
});

describe.each([
  ['at 400 % on a small screen', 320, 256],
  ['on a phone on its side', 640, 320],
])('%s', (_, width, height) => {
  beforeEach(() => tab.viewport(width, height));

  test('the prompt can be read, filled in and sent by keyboard and by pointer', async () => {
    showPage(<PasswordChange />, { strict: false });
    await fill(passwordChange.newPassword, 'seven otters sing at dusk');
    await userEvent.keyboard('{Enter}');
    const asked = await prompt();
    expect(layoutFaults(asked)).toEqual([]);
    await tabTo(stepUp.confirm);
    widenText();
    expect(layoutFaults(asked)).toEqual([]);
    await prove();
    await hear('status', passwordChange.changed);
  });

  test('the cropper can be used and saved by keyboard and by pointer', async () => {
    showPage(<AvatarEditor />, { strict: false });
    await pickAndOpen(await quarters(600, 300));
    const cropper = await dialog();
    expect(layoutFaults(cropper)).toEqual([]);
    await tabTo(avatar.save);
    widenText();
    expect(layoutFaults(cropper)).toEqual([]);
    await press(avatar.rotate);
    await press(avatar.save);
    await hear('status', avatar.saved);
  });
});
