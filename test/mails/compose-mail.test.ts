import { describe, expect, test } from 'vitest';
import { composeMail } from '../../src/server/mails/compose-mail.ts';
import { deMails } from '../../src/words/mails/de.ts';
import { enMails } from '../../src/words/mails/en/mails.ts';
import { jaMails } from '../../src/words/mails/ja.ts';
import type { SecurityNoticeKind } from '../../src/server/mails/security-notice.ts';
import { claimed, secrets, settings } from './mail-world.ts';

const notices = Object.keys(enMails.securityNotice.kinds) as SecurityNoticeKind[];
const linked = [
  'email_change_link',
  'email_change_requested',
  'email_changed',
  'email_verification',
  'password_reset_link',
  ...notices,
];
const kinds = [...linked, 'email_change_taken', 'step_up_code', 'account_deleted'];
const parts = { settings, secrets, words: [deMails] };
const links = (html: string): string[] =>
  [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1]!);

describe.each(['en', 'de'])('in %s', (language) => {
  test.each(kinds)('writes %s', async (kind) => {
    const mail = composeMail(claimed(kind, { language }), parts);
    const { html, text, ...head } = mail;
    const snapshot = `./__snapshots__/${kind}.${language}`;
    await expect(`${JSON.stringify(head, null, 2)}\n\n${text}`).toMatchFileSnapshot(
      `${snapshot}.txt`,
    );
    if (kind === 'password_changed' || !(notices as string[]).includes(kind)) {
      await expect(html).toMatchFileSnapshot(`${snapshot}.html`);
    }
  });

  test('writes every notice like the one of a changed password, with its own sentences', () => {
    const words = language === 'de' ? deMails : enMails;
    const appName = '<bdi>Acme</bdi>';
    const at =
      language === 'de' ? '20. November 2026 um 12:00 UTC' : 'November 20, 2026 at 12:00 UTC';
    const bones = notices.map((kind) => {
      const { subject, heading, happened } = words.securityNotice.kinds[kind];
      const { html } = composeMail(claimed(kind, { language }), parts);
      for (const said of [subject({ appName: 'Acme' }), heading, happened({ appName, at })]) {
        expect(html).toContain(`>${said}<`);
      }
      return html
        .replace(`<title>${subject({ appName: 'Acme' })}<`, '<title><')
        .replace(`>${heading}</h1>`, '></h1>')
        .replace(`>${happened({ appName, at })}</p>`, '></p>');
    });
    expect(new Set(bones).size).toBe(1);
    expect(notices).toHaveLength(10);
  });
});

describe('links', () => {
  test.each(kinds)('%s links to pages of the settings only, the same in text and HTML', (kind) => {
    const mail = composeMail(claimed(kind), parts);
    const inText = mail.text.match(/https?:\S+/g) ?? [];
    expect(new Set(links(mail.html))).toEqual(new Set(inText));
    for (const link of inText) {
      expect(Object.values(settings.pages)).toContain(link.split('#')[0]);
    }
  });

  test('carry the token behind the #, and only where there is something to answer', () => {
    const tokens = kinds.filter((kind) =>
      composeMail(claimed(kind), parts).text.includes('#token='),
    );
    expect(tokens).toEqual(linked);
    const pageOf = (kind: string): string | undefined =>
      /(https:\S+)#token=/.exec(composeMail(claimed(kind), parts).text)?.[1];
    const { pages } = settings;
    for (const kind of notices) expect(pageOf(kind)).toBe(pages.securityReport);
    expect(pageOf('email_verification')).toBe(pages.emailConfirmation);
    expect(pageOf('password_reset_link')).toBe(pages.passwordReset);
    const link = `${pages.securityReport}#token=${secrets.deriveToken('link-1')}`;
    expect(composeMail(claimed('new_sign_in'), parts).text).toContain(`\n${link}\n`);
    const url = `${settings.pages.emailConfirmation}#token=${secrets.deriveToken('change-1')}`;
    expect(composeMail(claimed('email_change_link'), parts).text).toContain(`\n${url}\n`);
    const report = `${settings.pages.emailReport}#token=${secrets.deriveToken('report-1')}`;
    expect(composeMail(claimed('email_changed'), parts).text).toContain(`\n${report}\n`);
  });

  test('say until when they work, in UTC', () => {
    expect(composeMail(claimed('email_change_link'), parts).text).toContain(
      'until November 20, 2026 at 13:00 UTC.',
    );
    expect(composeMail(claimed('email_changed', { language: 'de-AT' }), parts).text).toContain(
      'bis zum 27. November 2026 um 12:00 UTC.',
    );
    expect(composeMail(claimed('email_changed', { language: 'en-GB' }), parts).text).toContain(
      'until 27 November 2026 at 12:00 UTC.',
    );
  });

  test('stand in the HTML escaped', () => {
    const securityReport = 'https://acme.example/?a="><script>&b=1';
    const pages = { ...settings.pages, securityReport };
    const { html } = composeMail(claimed('password_changed'), {
      ...parts,
      settings: { ...settings, pages },
    });
    expect(html).toContain('href="https://acme.example/?a=&quot;&gt;&lt;script&gt;&amp;b=1#token=');
    expect(html).not.toContain('<script');
  });
});

describe('the language', () => {
  const languageOf = (language: string, words = [deMails], host = 'en'): string =>
    composeMail(claimed('password_changed', { language }), {
      settings: { ...settings, language: host },
      secrets,
      words,
    }).language;

  test('is the nearest that there are words for', () => {
    const swiss = { ...deMails, language: 'de-CH' };
    expect(languageOf('de')).toBe('de');
    expect(languageOf('DE-at-1996')).toBe('de');
    expect(languageOf('de-CH', [deMails, swiss])).toBe('de-CH');
    expect(languageOf('de', [swiss])).toBe('de-CH');
  });

  test('is the one of the host, then English, where there are no words for it', () => {
    expect(languageOf('fr')).toBe('en');
    expect(languageOf('fr', [deMails], 'de')).toBe('de');
    expect(languageOf('fr', [], 'it')).toBe('en');
    expect(languageOf('')).toBe('en');
    expect(languageOf('!! no tag', [])).toBe('en');
  });

  test('can be replaced by a host’s own words, English too', () => {
    const own = { ...enMails, frame: { ...enMails.frame, greetingWithoutName: 'Ahoy,' } };
    const { text } = composeMail(claimed('account_deleted', { params: {} }), {
      ...parts,
      words: [own],
    });
    expect(text).toMatch(/^Ahoy,\n/);
  });

  test('sets the direction of the HTML, and isolates every value where it runs right to left', () => {
    const words = { ...enMails, language: 'he', direction: 'rtl' as const };
    const delivery = claimed('email_change_link', { language: 'he' });
    const mail = composeMail(delivery, { ...parts, words: [words] });
    expect(mail.html).toContain('<html lang="he" dir="rtl">');
    expect(mail.text).toContain('Hello \u2068Ada Lovelace\u2069,');
  });
});

describe('hostile values', () => {
  const bare = composeMail(claimed('email_change_link'), parts);
  const withName = (name: string) =>
    composeMail(
      claimed('email_change_link', { params: { ...claimed('email_change_link').params, name } }),
      parts,
    );
  const tags = (html: string): string[] => html.match(/<\/?[a-z][^>]*>/g) ?? [];

  test.each([
    '<img src=x onerror=alert(1)>',
    '"><script>alert(1)<',
    "' onmouseover='alert(1)",
    '&lt;b&gt; <!-- ',
    '<a href=x>',
    'Ada\r\nBcc: eve',
    'Ada\u2028\u2029\u0085Subject',
    '\u202Eada\u2066',
    '\u2069\u2069ada\u2068',
    '\uD800Ada\uDFFF',
    'Z\u0337\u0338'.repeat(300),
    'A'.repeat(5000),
    '👩🏽‍💻'.repeat(400),
  ])('a name of %j leaves the mail as it is built', (name) => {
    const mail = withName(name);
    expect(tags(mail.html).filter((tag) => !/<.?bdi>/.test(tag))).toEqual(
      tags(bare.html).filter((tag) => !/<.?bdi>/.test(tag)),
    );
    expect(mail.text.split('\n').slice(1)).toEqual(bare.text.split('\n').slice(1));
    expect(mail.subject).toBe(bare.subject);
    expect([...mail.text.split('\n')[0]!].length).toBeLessThan(80);
    // oxlint-disable-next-line no-control-regex -- these are what must not be there
    expect(mail.text + mail.html).not.toMatch(/[\r\u2028\u2029\u0085\u202E\u2066]|\p{Cs}/u);
    expect(mail.text.match(/\u2068/g)?.length).toBe(mail.text.match(/\u2069/g)?.length);
  });

  test.each([
    'http://evil.example click',
    'www.evil',
    'you won, see evil.example',
    'evil。example',
    'mailto:eve',
    'eve@evil',
    'evil/now',
  ])('nobody is greeted as %j, which a mail program would make a link of', (name) => {
    expect(withName(name).text).toMatch(/^Hello,\n/);
    expect(withName(name).html).not.toContain('evil');
  });

  test.each(['Ada Lovelace', 'J. R. R. Tolkien', 'Łukasz 🦊', 'نادية', '李小龍', "O'Neill & Sons"])(
    'greets %s',
    (name) => {
      expect(withName(name).text.replaceAll(/[\u2068\u2069]/g, '')).toMatch(`Hello ${name},\n`);
    },
  );

  test('a name that is written right to left is isolated in text and HTML', () => {
    expect(withName('נועה').text).toMatch(/^Hello \u2068נועה\u2069,\n/);
    expect(withName('נועה').html).toContain('Hello <bdi>נועה</bdi>,');
  });

  test('an address in a sentence is no link', () => {
    const { html } = composeMail(claimed('email_changed'), parts);
    expect(html).toContain('<bdi>l•••@\u2060lovelace.\u2060example</bdi>');
    expect(links(html)).toHaveLength(2);
  });

  test('an app name with line breaks does not break a header', () => {
    const odd = { ...settings, appName: 'Acme\r\nBcc: eve@example.com\n\n<b>' };
    for (const kind of kinds) {
      const mail = composeMail(claimed(kind), { ...parts, settings: odd });
      expect(mail.subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
      expect(mail.messageId).toBe(`delivery-${kind}@acme.example`);
      expect(mail.html).not.toContain('<b>');
    }
  });

  test('words with a line break do not break a header', () => {
    const deleted = { ...enMails.deleteAccount.deleted, subject: () => 'One\r\nTo: eve' };
    const words = [{ ...enMails, deleteAccount: { deleted } }];
    expect(composeMail(claimed('account_deleted'), { ...parts, words }).subject).toBe(
      'One To: eve',
    );
  });

  test.each([
    'a@example.com,b@example.com',
    'a@example.com b@example.com',
    'a@example.com\r\nBcc: b@example.com',
    'Ada <a@example.com>',
    'a@b@example.com',
    '',
  ])('a mail to %j is refused for good', (to) => {
    expect(() => composeMail(claimed('password_changed', { to }), parts)).toThrow(
      'The recipient is not one address.',
    );
  });

  test('a kind or a parameter that is not there is an error', () => {
    expect(() => composeMail(claimed('toString'), parts)).toThrow('no mail of the kind toString');
    for (const kind of [...linked, 'step_up_code']) {
      expect(() => composeMail(claimed(kind, { params: {} }), parts)).toThrow('has no');
    }
  });
});

test('the same delivery always becomes the same mail', () => {
  const again = claimed('email_changed', { tries: 3 });
  expect(composeMail(again, parts)).toEqual(composeMail(claimed('email_changed'), parts));
});

test.each(kinds)('the text of %s says every sentence of its HTML', (kind) => {
  const { text, html } = composeMail(claimed(kind), parts);
  const paragraphs = [...html.matchAll(/<p [^>]*>(.*?)<\/p>/g)].map((match) =>
    match[1]!
      .replaceAll(/<[^>]*>|\u2060/g, '')
      .replaceAll('&#39;', "'")
      .replace('If the button does not work, copy this link into your browser:', ''),
  );
  expect(paragraphs.length).toBeGreaterThan(3);
  for (const paragraph of paragraphs) expect(text).toContain(paragraph);
});

test.each([
  ['ja', '。このアカウント', jaMails],
  ['en', ' This is the last mail', enMails],
])('puts a blank between sentences where %s has one', (language, joint, words) => {
  const { text } = composeMail(claimed('account_deleted', { language }), {
    ...parts,
    words: [words],
  });
  expect(text).toContain(joint);
});
