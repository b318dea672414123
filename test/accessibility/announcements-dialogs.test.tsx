import { AvatarEditor, PasswordChange } from 'selvedge';
import { en, english } from 'selvedge/locales/en';
import { afterEach, describe, expect, test } from 'vitest';
import {
  button,
  cleanup,
  fill,
  hear,
  password,
  press,
  prompt,
  screen,
  showPage,
  userEvent,
} from '../react/account-page.tsx';
import { dialog, pickAndOpen, quarters } from '../react/avatar-pictures.ts';
import type { ScreenReader } from '../support/screen-reader.ts';
import { listen, readThrough } from '../support/screen-reader.ts';

let reader: ScreenReader;
afterEach(async () => {
  await reader.stop();
  cleanup();
});

const { stepUp, passwordChange, avatar, fields, account: words } = en;
const said = (): Promise<string[]> => reader.takeSaid();

describe('the prompt', () => {
  async function ask(): Promise<void> {
    showPage(<PasswordChange />, { strict: false });
    await fill(passwordChange.newPassword, 'seven otters sing at dusk');
    await screen.findByText(english.passwordRules.hard);
    await button(passwordChange.change);
    reader = await listen();
    // Told once the typing pauses; that is the field's and not the prompt's.
    await hear('status', english.passwordRules.allMet);
    await said();
    await userEvent.keyboard('{Enter}');
    await prompt();
  }
  const opened = [`dialog, ${stepUp.title}, ${stepUp.changePassword}`, stepUp.password];

  test('is read with its name and its reason, then a wrong password, then the success behind it', async () => {
    await ask();
    expect(await said()).toEqual(opened);
    await userEvent.keyboard('wrong{Enter}');
    await screen.findByText(fields.wrong_password);
    expect(await said()).toEqual([`assertive: ${fields.wrong_password}`]);
    await userEvent.keyboard('wrong again');
    await press(stepUp.confirm);
    await expect.poll(() => document.activeElement?.tagName).toBe('INPUT');
    expect(await said()).toEqual([
      `button, ${stepUp.confirm}`,
      `${stepUp.password}, wrong again, ${fields.wrong_password}`,
    ]);
    await userEvent.keyboard(`${password}{Enter}`);
    await hear('status', passwordChange.changed);
    const [back, ...then] = await said();
    expect(back).toMatch(passwordChange.newPassword);
    expect(then).toEqual([`polite: ${passwordChange.changed}`]);
  });

  test('that is closed leads back, and says that nothing was changed', async () => {
    await ask();
    await said();
    await userEvent.keyboard('{Escape}');
    const [back, ...then] = await said();
    expect(back).toMatch(passwordChange.newPassword);
    expect(then).toEqual([`polite: ${words.interrupted}`]);
  });
});

describe('the cropper', () => {
  async function crop(): Promise<void> {
    showPage(<AvatarEditor />, { strict: false });
    await button(avatar.upload);
    reader = await listen();
    await pickAndOpen(await quarters(600, 300));
  }

  const named = `dialog, ${avatar.cropTitle}, ${avatar.cropLead}`;
  const across = (place: string): string =>
    `slider, ${avatar.horizontal}, orientated horizontally, max value 50, min value -50, current value ${place}`;

  // axe sees nothing wrong in a cropper that has no name at all: this is what holds it.
  test('is read as a heading, a group of three named sliders and two buttons, and what sends it', async () => {
    await crop();
    expect(await readThrough(await dialog())).toEqual([
      named,
      `heading, ${avatar.cropTitle}, level 2`,
      'paragraph',
      avatar.cropLead,
      'end of paragraph',
      `group, ${avatar.section}`,
      avatar.section,
      `image, ${avatar.preview}`,
      `button, ${avatar.rotate}`,
      `button, ${avatar.reset}`,
      avatar.horizontal,
      across(avatar.centre),
      avatar.vertical,
      `slider, ${avatar.vertical}, orientated horizontally, max value 50, min value -50, disabled, current value ${avatar.noRoom}`,
      avatar.zoom,
      `slider, ${avatar.zoom}, orientated horizontally, max value 4, min value 1, current value 100%`,
      `end of group, ${avatar.section}`,
      'alert',
      'status',
      `button, ${words.cancel}`,
      `button, ${avatar.asIs}`,
      `button, ${avatar.save}`,
      `end of ${named}`,
    ]);
  });

  test('tells every place that the keyboard moves to, every turn, and the end', async () => {
    await crop();
    const opened = await said();
    expect(opened).toContain(named);
    expect(opened.at(-1)).toBe(across(avatar.centre));
    await userEvent.keyboard('{ArrowRight}');
    expect(await said()).toEqual([`value: ${avatar.right.replace('{percent}', '2%')}`]);
    await userEvent.keyboard('{Tab}{Tab}{ArrowRight}');
    expect((await said()).slice(2)).toEqual(['value: 105%']);
    await press(avatar.rotate);
    const degrees = (count: string): string => avatar.rotated.replace('{degrees}', count);
    expect(await said()).toEqual([`button, ${avatar.rotate}`, `polite: ${degrees('90')}`]);
    await press(avatar.rotate);
    expect(await said()).toEqual([`polite: ${degrees('180')}`]);
    await press(avatar.reset);
    expect(await said()).toEqual([`button, ${avatar.reset}`, `polite: ${avatar.wasReset}`]);
    await press(avatar.save);
    await hear('status', avatar.saved);
    expect(await said()).toEqual([
      `button, ${avatar.save}`,
      `polite: ${avatar.uploading}`,
      `polite: ${avatar.saved}`,
      `button, ${avatar.upload}`,
    ]);
  });
});
