import { describe, expect, test } from 'vitest';
import { composeMail } from '../../src/server/mails/compose-mail.ts';
import { completeSettings } from '../../src/server/operations/default-settings.ts';
import type { MailLook } from '../../src/server/ports/mail-look.ts';
import { createTheme } from '../../src/theme.ts';
import { deMails } from '../../src/words/mails/de.ts';
import { claimed, secrets, settings } from './mail-world.ts';

const write = (mailLook: MailLook, language = 'en', kind = 'email_change_link') =>
  composeMail(claimed(kind, { language }), {
    settings: completeSettings({ ...settings, mailLook }),
    secrets,
    words: [deMails],
  });

describe('a theme', () => {
  const theme = createTheme({
    name: 'acme',
    brand: '#ffd400',
    surface: { light: '#fffdf8', dark: '#101418' },
    text: { light: '#2b1d0e', dark: '#f6efe4' },
    radius: '0.25rem',
    font: "'Inter', sans-serif",
  });

  test('gives the mail its colours in both schemes, its corners and its fonts', () => {
    const { html } = write({ theme });
    const { light, dark } = theme.tokens;
    expect(html).toContain(
      `background:${light.brand};border-radius:4px;color:${light['on-brand']};`,
    );
    expect(html).toContain(
      `.button{background:${dark.brand}!important;color:${dark['on-brand']}!important}`,
    );
    expect(html).toContain(`.page{background:${dark.surface}!important}`);
    expect(html).toContain(`<body class="page" style="background:${light.surface};`);
    expect(html).toContain(`color:${light.text};`);
    expect(html).toContain(`color:${light['text-muted']};`);
    expect(html).toContain("font-family:'Inter', sans-serif,system-ui,");
    for (const ours of ['#1f1f24', '#1c1c20', '#5f5f68', '#e4e4e7', '#f4f4f5', '#2e2e34']) {
      expect(html).not.toContain(ours);
    }
  });

  test('has no translucent colour: many programs know none', () => {
    expect(theme.tokens.light.border).toMatch(/^#[0-9a-f]{8}$/);
    const { html } = write({ theme });
    expect(html.match(/#[0-9a-f]{8}\b/gi)).toBeNull();
    expect(html).toMatch(/border:1px solid #[0-9a-f]{6};/);
  });

  test('lays a translucent border over what it stands on', () => {
    const light = { ...theme.tokens.light, 'surface-raised': '#ffffff', border: '#00000080' };
    const { html } = write({ theme: { tokens: { ...theme.tokens, light } } });
    expect(html).toContain('border:1px solid #7f7f7f;');
  });

  test('cannot leave its attribute', () => {
    const light = { ...theme.tokens.light, font: '"A" onload="x' };
    const { html } = write({ theme: { tokens: { ...theme.tokens, light } } });
    expect(html).not.toContain('onload="');
  });
});

test('without a look nothing is loaded, and with a logo only that', () => {
  const loads = (html: string): string[] =>
    [...html.matchAll(/(?:src=|url\(|@import|<link)[^>]*/g)].map(([found]) => found);
  expect(loads(write({}).html)).toEqual([]);
  const { html } = write({
    logo: { url: 'https://acme.example/logo.png?a=1&b=2', width: 120, height: 28 },
  });
  expect(loads(html)).toHaveLength(1);
  expect(html).toContain(
    '<img src="https://acme.example/logo.png?a=1&amp;b=2" alt="Acme" width="120" height="28" ',
  );
});

describe('legal links', () => {
  const legal = {
    en: [
      { label: 'Terms & <conditions>', href: 'https://acme.example/terms?a=1&b=2' },
      { label: 'Privacy', href: 'https://acme.example/privacy' },
    ],
    de: [{ label: 'Impressum', href: 'https://acme.example/impressum' }],
  };

  test('stand below, in text and HTML alike', () => {
    const { html, text } = write({ legal });
    expect(html).toContain('href="https://acme.example/terms?a=1&amp;b=2"');
    expect(html).toContain('>Terms &amp; &lt;conditions&gt;</a> · <a');
    expect(text.trimEnd().split('\n\n').slice(-2)).toEqual([
      'Terms & <conditions>: https://acme.example/terms?a=1&b=2',
      'Privacy: https://acme.example/privacy',
    ]);
  });

  test("are those of the mail's language, else of the host's", () => {
    expect(write({ legal }, 'de-AT').text).toContain('Impressum: ');
    expect(write({ legal }, 'de-AT').text).not.toContain('Privacy');
    expect(write({ legal: { en: legal.en } }, 'de').text).toContain('Privacy: ');
    expect(write({ legal: { de: legal.de } }, 'en').text).not.toContain('Impressum');
  });
});

const colours = createTheme({ name: 'a' }).tokens;
const tokens = (change: object) => ({
  theme: { tokens: { ...colours, light: { ...colours.light, ...change } } },
});

test.each<[string, object]>([
  ['mailLook.theme.tokens.light.brand is "red"', tokens({ brand: 'red' })],
  ['mailLook.theme.tokens.light.brand is undefined', tokens({ brand: undefined })],
  ['mailLook.theme.tokens.light.text is "#fff;}"', tokens({ text: '#fff;}' })],
  ['mailLook.theme.tokens.light.radius is "px"', tokens({ radius: 'px' })],
  ['mailLook.theme.tokens.light.radius is "1em"', tokens({ radius: '1em' })],
  ['mailLook.theme.tokens.light.font is "a;b"', tokens({ font: 'a;b' })],
  ['mailLook.theme.tokens.light.surface is undefined', { theme: {} }],
  ['mailLook.theme.tokens.light.surface is undefined', { theme: { tokens: {} } }],
  ['mailLook.logo.url is "/logo.png"', { logo: { url: '/logo.png', width: 1, height: 1 } }],
  ['mailLook.logo.url is "http://a', { logo: { url: 'http://a.example/', width: 1, height: 1 } }],
  ['mailLook.logo.height is 0', { logo: { url: 'https://a.example/', width: 1, height: 0 } }],
  ['mailLook.legal.en is "/terms"', { legal: { en: [{ label: 'Terms', href: '/terms' }] } }],
  [
    'mailLook.legal.en is "javascript:',
    { legal: { en: [{ label: 'Terms', href: 'javascript:alert(1)' }] } },
  ],
  ['mailLook.legal.en is " "', { legal: { en: [{ label: ' ', href: 'https://a.example/' }] } }],
  ['mailLook.legal.en is {}', { legal: { en: {} } }],
  ['there is no option "mailLook.colour"', { colour: 'red' }],
])('is refused at the start: %s', (sentence, mailLook) => {
  expect(() => completeSettings({ ...settings, mailLook })).toThrow(sentence);
});
