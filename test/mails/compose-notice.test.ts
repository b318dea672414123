import { describe, expect, test } from 'vitest';
import { composeMail } from '../../src/server/mails/compose-mail.ts';
import { mailedCode } from '../../src/server/mails/mailed-code.ts';
import type { Mail } from '../../src/server/ports/mailer.ts';
import { deMails } from '../../src/words/mails/de.ts';
import { claimed, secrets, settings } from './mail-world.ts';

const parts = { settings, secrets, words: [deMails] };

describe('from where', () => {
  const said = (params: Record<string, string>, kind = 'new_sign_in', language = 'en'): Mail => {
    const known = { linkId: 'link-1', expiresAt: '2026-11-27T12:00:00.000Z' };
    return composeMail(claimed(kind, { language, params: { ...known, ...params } }), parts);
  };

  test.each([
    [{ browser: 'Firefox', system: 'macOS', place: 'Vienna' }, 'Firefox on macOS, Vienna.'],
    [{ browser: 'Firefox', system: '', place: '' }, 'Firefox.'],
    [{ browser: '', system: 'macOS' }, 'macOS.'],
    [{ browser: '', system: '', place: 'Vienna, Austria' }, 'Vienna, Austria.'],
    [{ browser: 'Firefox', system: 'macOS' }, 'Firefox on macOS.'],
  ])('of %j is told as far as it is known', (from, where) => {
    for (const kind of ['new_sign_in', 'password_reset_link']) {
      expect(said(from, kind).text).toContain(`\n\nFrom where: ${where}\n\n`);
    }
  });

  test('says so when nothing is known, in the words of the reader', () => {
    expect(said({}).text).toContain('\n\nIt is not known from where.\n\n');
    expect(said({ browser: 'Firefox', system: 'macOS' }, 'new_sign_in', 'de').text).toContain(
      '\n\nVon wo: Firefox unter macOS.\n\n',
    );
    expect(said({}, 'password_reset_link', 'de').text).toContain('Von wo das kam, ist nicht');
  });

  test.each(['browser', 'system', 'place'])(
    'a hostile %s is one isolated line, or left out',
    (part) => {
      const plain = said({ [part]: 'Plain' });
      const hostile = said({ [part]: '<b>Bcc <i>\r\neve \u202E\u2069 "&\u2028' });
      expect(hostile.html).toContain('<bdi>&lt;b&gt;');
      expect(hostile.html.split('\n')).toHaveLength(plain.html.split('\n').length);
      expect(hostile.text.split('\n')).toHaveLength(plain.text.split('\n').length);
      expect(hostile.html).not.toContain('<b>');
      expect(hostile.text + hostile.html).not.toMatch(/[\u202E\u2028\r]/u);
      const link = said({ [part]: 'go to evil.example' });
      expect(link.text + link.html).not.toContain('evil');
      expect(said({ [part]: 'נועה' }).html).toContain('<bdi>נועה</bdi>');
      expect(
        [...(/From where: .*/.exec(said({ [part]: 'A'.repeat(5000) }).text)?.[0] ?? '')].length,
      ).toBeLessThan(80);
    },
  );
});

describe('a code', () => {
  const mail = composeMail(claimed('step_up_code'), parts);
  const code = mailedCode(secrets, 'ada', 'code-1');

  test('stands alone in text and HTML, once, and not in the subject', () => {
    expect(code).toMatch(/^\d{6}$/);
    expect(mail.text.split('\n').filter((line) => line === code)).toHaveLength(1);
    expect(mail.text.split(code)).toHaveLength(2);
    expect(mail.html.split(`>${code}</p>`)).toHaveLength(2);
    expect(mail.subject).not.toContain(code);
    expect(mail.html).not.toContain('href');
  });

  test('is of its account and its id, and of no other', () => {
    const other = composeMail(claimed('step_up_code', { accountId: 'grace' }), parts);
    expect(other.text).not.toContain(code);
    const params = { ...claimed('step_up_code').params, codeId: 'code-2' };
    expect(composeMail(claimed('step_up_code', { params }), parts).text).not.toContain(code);
    expect(() => composeMail(claimed('step_up_code', { accountId: null }), parts)).toThrow(
      'no account',
    );
  });
});

test('a notice speaks of a new password only where one can be chosen by mail', () => {
  const { params } = claimed('passkey_added');
  const withIt = composeMail(claimed('passkey_added'), parts).text;
  const without = composeMail(
    claimed('passkey_added', { params: { ...params, reset: '' } }),
    parts,
  ).text;
  expect(withIt).toContain('You also get a link to choose a new password.');
  expect(without).toBe(withIt.replace(' You also get a link to choose a new password.', ''));
});
