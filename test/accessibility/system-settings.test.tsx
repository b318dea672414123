import '../../src/styles.css';
import { render } from '@testing-library/react';
import { AvatarEditor, PasswordChange, ProfileForm } from 'selvedge';
import { en, english } from 'selvedge/locales/en';
import { afterEach, describe, expect, test } from 'vitest';
import { Avatar } from '../../src/react/ui/avatar.tsx';
import { Checkbox } from '../../src/react/ui/checkbox.tsx';
import { Progress } from '../../src/react/ui/progress.tsx';
import { Range } from '../../src/react/ui/range.tsx';
import { Root } from '../../src/react/ui/root.tsx';
import { Skeleton } from '../../src/react/ui/skeleton.tsx';
import {
  button,
  cleanup,
  fill,
  press,
  prompt,
  screen,
  showPage,
  userEvent,
} from '../react/account-page.tsx';
import { dialog, pickAndOpen, quarters } from '../react/avatar-pictures.ts';
import { emulate, restoreEmulation } from '../support/emulation.ts';
import { Everything, person } from '../support/everything.tsx';
import { contrast, groundOf, painted } from '../support/paint.ts';
import { changed, inked, picture } from '../support/pixels.ts';
import { tabTo } from '../support/tab-order.ts';

restoreEmulation();
afterEach(cleanup);

const { profile, passwordChange, stepUp, avatar } = en;

describe('in forced colours', () => {
  const force = async (): Promise<void> => {
    await emulate({ 'forced-colors': 'active' });
    expect(matchMedia('(forced-colors: active)').matches).toBe(true);
  };

  /** Elements whose border does not stand out from what is around them, in words. */
  const frameless = (elements: Iterable<Element>): string[] =>
    [...elements].flatMap((element) => {
      const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(element);
      const shown = Number.parseFloat(borderTopWidth) >= 1 && borderTopStyle === 'solid';
      const apart = contrast(painted(borderTopColor), groundOf(element));
      return shown && apart >= 3 ? [] : [`${element.className} ${borderTopWidth} ${apart}`];
    });

  test('every button, field, badge and notice has a frame, and every word stands out', async () => {
    await force();
    showPage(<Everything />, { people: [person] });
    await button(english.sessions.endOthers);
    await screen.findAllByText(english.activity.here);
    const framed = document.querySelectorAll(
      '.selvedge-button, .selvedge-input, .selvedge-badge, .selvedge-notice, .selvedge-avatar',
    );
    expect(framed.length).toBeGreaterThan(30);
    expect(frameless(framed)).toEqual([]);
    const eye = (await screen.findByRole('button', { name: en.account.showPassword }))
      .firstElementChild;
    expect(
      contrast(painted(getComputedStyle(eye as Element).stroke), groundOf(eye as Element)),
    ).toBeGreaterThan(3);
  });

  test('a ticked box, a slider and a bar show their state, and a skeleton its place', async () => {
    await force();
    render(
      <Root>
        <Checkbox label="Off" />
        <Checkbox label="On" defaultChecked />
        <Range label="Low" defaultValue="10" />
        <Range label="High" defaultValue="90" />
        <Progress label="Begun" value={0.2} />
        <Progress label="Far" value={0.8} />
        <Avatar name="Ada Lovelace" alt="" />
        <Skeleton shape="control" />
      </Root>,
    );
    const ground = painted('Canvas');
    const pair = (off: string, on: string): Promise<ImageData>[] =>
      [off, on].map((name) => picture(screen.getByLabelText(name)));
    for (const [off, on] of [
      ['Off', 'On'],
      ['Low', 'High'],
      ['Begun', 'Far'],
    ] as const) {
      const [one, other] = (await Promise.all(pair(off, on))) as [ImageData, ImageData];
      expect([off, inked(one, ground) > 20]).toEqual([off, true]);
      expect([on, changed(one, other) > 20]).toEqual([on, true]);
    }
    expect(frameless(document.querySelectorAll('.selvedge-skeleton, .selvedge-avatar'))).toEqual(
      [],
    );
  });

  test('the focus stands out wherever it goes, in the dialogs, too', async () => {
    await force();
    showPage(<PasswordChange />, { strict: false });
    await button(passwordChange.change);
    await tabTo(passwordChange.change);
    await fill(passwordChange.newPassword, 'seven otters sing at dusk');
    await screen.findByText(english.passwordRules.hard);
    const bars = await picture(screen.getByText(english.passwordRules.hard));
    expect(inked(bars, painted('Canvas'))).toBeGreaterThan(100);
    await userEvent.keyboard('{Enter}');
    const asked = await prompt();
    expect(frameless([asked])).toEqual([]);
    await tabTo(stepUp.confirm);
    cleanup();
    showPage(<AvatarEditor />, { strict: false });
    await pickAndOpen(await quarters(600, 300));
    await tabTo(avatar.save);
    const frame = (await dialog()).querySelector('.selvedge-crop-area') as Element;
    expect(getComputedStyle(frame).borderTopWidth).toBe('2px');
  });
});

describe('with less motion', () => {
  const still = new Set([
    'opacity',
    'color',
    'background-color',
    'border-color',
    'outline-color',
    'fill',
    'stroke',
    'visibility',
  ]);

  /** What moves in rules that hold whatever the person prefers, in words. */
  function movesIn(rules: Iterable<CSSRule>, keyframes: Map<string, string[]>): string[] {
    return [...rules].flatMap((rule) => {
      if (
        rule instanceof CSSMediaRule &&
        /reduced-motion: no-preference/.test(rule.conditionText)
      ) {
        return [];
      }
      const inner = rule instanceof CSSGroupingRule ? movesIn(rule.cssRules, keyframes) : [];
      if (!(rule instanceof CSSStyleRule)) return inner;
      const list = (property: string): string[] =>
        rule.style
          .getPropertyValue(property)
          .split(', ')
          .filter((one) => one && one !== 'none');
      const lasts = rule.style.getPropertyValue('transition-duration');
      const moved = [
        ...(lasts && lasts !== '0s' ? list('transition-property') : []),
        ...list('animation-name').flatMap((name) => keyframes.get(name) ?? [name]),
      ].filter((property) => !still.has(property));
      return [...inner, ...moved.map((property) => `${rule.selectorText} moves by ${property}`)];
    });
  }

  const rulesOfOurs = (): CSSRule[] =>
    [...document.styleSheets]
      .map((sheet) => [...sheet.cssRules])
      .filter((rules) => rules.some((rule) => rule.cssText.includes('selvedge-root')))
      .flat();

  /** What each animation of ours changes. */
  const keyframesIn = (rules: readonly CSSRule[]): Map<string, string[]> =>
    new Map(
      rules
        .filter((rule) => rule instanceof CSSKeyframesRule)
        .map((rule) => [
          rule.name,
          [...rule.cssRules].flatMap((frame) => [...(frame as CSSKeyframeRule).style]),
        ]),
    );

  test('nothing of ours moves by a rule: what changes fades or changes its colour', async () => {
    showPage(<ProfileForm />);
    await button(profile.save);
    const rules = rulesOfOurs();
    expect(rules.length).toBeGreaterThan(100);
    expect(keyframesIn(rules).size).toBeGreaterThan(2);
    expect(movesIn(rules, keyframesIn(rules))).toEqual([]);
  });

  test.each([
    ['reduce', false],
    ['no-preference', true],
  ])('a dialog that opens and a button that waits: %s', async (preference, moves) => {
    await emulate({ 'prefers-reduced-motion': preference });
    const started = new Set<string>();
    const note = ({ animationName }: AnimationEvent): void => void started.add(animationName);
    document.addEventListener('animationstart', note);
    const { hold } = showPage(<PasswordChange />, { strict: false });
    await fill(passwordChange.newPassword, 'seven otters sing at dusk');
    await press(passwordChange.change);
    await prompt();
    const release = hold('stepUp');
    await userEvent.keyboard('correct horse battery staple{Enter}');
    // The words give way to what turns, or only pulses.
    await expect.poll(() => started.size).toBeGreaterThan(2);
    release();
    document.removeEventListener('animationstart', note);
    const keyframes = keyframesIn(rulesOfOurs());
    const properties = [...started].flatMap((name) => keyframes.get(name) ?? [name]);
    expect(properties.some((property) => !still.has(property))).toBe(moves);
  });
});
