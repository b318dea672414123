import { describe, expect, test } from 'vitest';
import { isCommonPassword } from '../../src/server/operations/common-passwords.ts';
import { completeSettings } from '../../src/server/operations/default-settings.ts';
import { judgePassword } from '../../src/server/operations/password-judge.ts';
import { passwordPolicies } from '../../src/server/operations/password-policies.ts';
import { standsAlone } from '../../src/server/operations/password-rules.ts';

const ada = {
  email: 'ada.lovelace@example.com',
  name: 'Ada Lovelace',
  username: 'countess',
  givenName: 'Ada',
  familyName: 'Lovelace',
  nickname: null,
};
const pages = {
  passwordReset: 'https://app.example/reset',
  securityReport: 'https://app.example/security',
  settings: 'https://app.example/',
  emailConfirmation: 'https://app.example/confirm',
  emailReport: 'https://app.example/report',
};
const settings = completeSettings({ appName: 'Weaver', pages });

async function codes(password: string, policy = {}): Promise<string[]> {
  const judged = await judgePassword(password.normalize('NFC'), ada, {
    ...settings,
    passwordPolicy: { ...settings.passwordPolicy, ...policy },
  });
  return judged.map((error) => error.code);
}

describe('the password policy', () => {
  test('counts code points, not UTF-16 units', async () => {
    expect(await codes('🪡🧵🪢🧶👗👘🧥🧣🧤🧦👚👕👖👔')).toEqual(['password_too_short']);
    expect(await codes('🪡🧵🪢🧶👗👘🧥🧣🧤🧦👚👕👖👔🩳')).toEqual([]);
  });

  test('takes 15 and 256 code points and refuses 14 and 257', async () => {
    const text = 'x9 quiet looms hum at dusk; '.repeat(12);
    expect(await codes(text.slice(0, 14))).toEqual(['password_too_short']);
    expect(await codes(text.slice(0, 15))).toEqual([]);
    expect(await codes(text.slice(0, 256))).toEqual([]);
    expect(await codes(text.slice(0, 257))).toEqual(['password_too_long']);
  });

  test('has no composition rule by default', async () => {
    expect(await codes('aaaaaaaaaaaaaaaa b')).toEqual([]);
    expect(await codes('739284710293847')).toEqual([]);
  });

  test('asks for kinds of characters where the host wants it', async () => {
    const policy = {
      characterTypes: { among: ['lower', 'upper', 'digit', 'special'], atLeast: 3 },
    };
    expect(await codes('quietloomshumatdusk', policy)).toEqual(['password_types']);
    expect(await codes('Quietlooms humatdusk', policy)).toEqual([]);
  });

  test('refuses what little is added to the name, the address or the application', async () => {
    expect(await codes('adalovelace1815')).toEqual(['password_personal']);
    expect(await codes('ada.lovelace@example.com')).toEqual(['password_personal']);
    expect(await codes('WeaverWeaver!!!')).toEqual(['password_personal']);
    expect(await codes('lovelace wrote notes on an engine')).toEqual([]);
  });

  test('counts how often a character stands in a row where the host wants it', async () => {
    const policy = { maxIdenticalInRow: 2 };
    expect(await codes('aabbccdd quiet looms', policy)).toEqual([]);
    expect(await codes('aaabbccd quiet looms', policy)).toEqual(['password_repeats']);
    expect(await codes('🧵🧵🧵 quiet looms hum', policy)).toEqual(['password_repeats']);
    expect(await codes('🧵🪡🧵🪡🧵🪡 quiet looms', policy)).toEqual([]);
    expect(await codes('quiet looms', { minLength: 8, maxIdenticalInRow: 1 })).toEqual([
      'password_repeats',
    ]);
  });

  test('names every rule that is broken, each once, with what it asks for', async () => {
    const policy = {
      minLength: 20,
      maxIdenticalInRow: 2,
      characterTypes: { among: ['lower', 'upper', 'digit', 'special'], atLeast: 4 },
    };
    const judged = await judgePassword('lovelaceaaa', ada, {
      ...settings,
      passwordPolicy: { ...settings.passwordPolicy, ...policy },
    });
    expect(judged).toEqual([
      { code: 'password_too_short', params: { minimum: 20 } },
      { code: 'password_types', params: { atLeast: 4 } },
      { code: 'password_repeats', params: { maximum: 2 } },
      { code: 'password_personal', params: {} },
    ]);
    expect(await codes('password', policy)).toEqual([
      'password_too_short',
      'password_types',
      'password_common',
    ]);
  });

  test('looks through no list for what is too long', async () => {
    let asked = 0;
    const judge = (password: string) =>
      judgePassword(password, ada, {
        ...settings,
        isPasswordCommon: () => {
          asked += 1;
          return true;
        },
      });
    const long = 'quiet looms hum at dusk; '.repeat(12);
    expect((await judge(long)).map(({ code }) => code)).toEqual(['password_too_long']);
    expect(asked).toBe(0);
    expect((await judge(long.slice(0, 200))).map(({ code }) => code)).toEqual(['password_common']);
  });

  test('is shorter beside a second factor, for which alone it would not do', async () => {
    const judge = async (password: string, totpEnabledAt: string | null) =>
      (await judgePassword(password, { ...ada, totpEnabledAt }, settings)).map(({ code }) => code);
    expect(await judge('8 looms.', '2026-11-20T12:00:00.000Z')).toEqual([]);
    expect(await judge('7 looms', '2026-11-20T12:00:00.000Z')).toEqual(['password_too_short']);
    expect(await judge('8 looms.', null)).toEqual(['password_too_short']);
    expect(standsAlone('8 looms.', settings)).toBe(false);
    expect(standsAlone('🧵'.repeat(15), settings)).toBe(true);
  });

  test('lets common and personal ones pass where the host says so', async () => {
    expect(await codes('passwordpassword', { notCommon: false })).toEqual([]);
    expect(await codes('adalovelace1815', { notPersonal: false })).toEqual([]);
  });

  test('asks the list of the host, too', async () => {
    const judged = await judgePassword('a host knows this one', ada, {
      ...settings,
      isPasswordCommon: async (password) => password === 'a host knows this one',
    });
    expect(judged).toEqual([{ code: 'password_common', params: {} }]);
  });
});

/** Auth0's documentation: the level, what is just enough for it, and what is just not, with the rule that says so. */
const levels: [keyof typeof passwordPolicies, enough: string[], tooLittle: [string, string][]][] = [
  ['none', ['a', 'password', 'aaaa'], []],
  ['low', ['abcdef', 'password', '111111'], [['abcde', 'password_too_short']]],
  [
    'fair',
    ['abcdeF12', 'aaaaaaA1'],
    [
      ['abcdF12', 'password_too_short'],
      ['abcdef12', 'password_types'],
      ['ABCDEF12', 'password_types'],
      ['abcdefGH', 'password_types'],
      ['abcdef!!', 'password_types'],
    ],
  ],
  [
    'good',
    ['abcdeF12', 'abcdef1!', 'ABCDEF1!', 'abcdefG!'],
    [
      ['abcF12!', 'password_too_short'],
      ['abcdef12', 'password_types'],
      ['abcdefGH', 'password_types'],
    ],
  ],
  [
    'excellent',
    ['aabbccdF12', 'abcdefgh1!'],
    [
      ['abbccdF12', 'password_too_short'],
      ['abcdefgh12', 'password_types'],
      ['aaabccdF12', 'password_repeats'],
    ],
  ],
  [
    'nist',
    ['quiet looms hum', '739284710293847'],
    [
      ['quiet looms hu', 'password_too_short'],
      ['passwordpassword', 'password_common'],
      ['adalovelace1815', 'password_personal'],
    ],
  ],
];

describe('the presets', () => {
  test.each(levels)('%s is what its documentation says', async (name, enough, tooLittle) => {
    const { passwordPolicy } = completeSettings({
      appName: 'Weaver',
      pages,
      passwordPolicy: passwordPolicies[name],
    });
    const judge = async (password: string) =>
      (await judgePassword(password, ada, { ...settings, passwordPolicy })).map(({ code }) => code);
    for (const password of enough) expect(await judge(password), password).toEqual([]);
    for (const [password, code] of tooLittle) expect(await judge(password)).toEqual([code]);
  });

  test('the five levels ask for no less beside a second factor', () => {
    for (const name of ['none', 'low', 'fair', 'good', 'excellent'] as const) {
      const { minLength, minLengthWithSecondFactor } = passwordPolicies[name];
      expect(minLengthWithSecondFactor).toBe(minLength);
    }
  });

  test('nist is the default', () => {
    expect(settings.passwordPolicy).toEqual(passwordPolicies.nist);
  });
});

describe('the list of common passwords', () => {
  test.each([
    'passwordpassword',
    'Password123456789',
    'p4ssw0rdp4ssw0rd',
    '123456789012345',
    'qwertyuiopqwertyuiop',
    'correct horse battery staple',
    'iloveyouiloveyou',
    'abcabcabcabcabc',
    'aaaaaaaaaaaaaaa',
    'zyxwvutsrqponmlk',
    'letmeinplease!!!!!!',
    'passwort-passwort-1',
    'admin.admin.admin',
    'thequickbrownfoxjumpsoverthelazydog',
  ])('has %s', (password) => {
    expect(isCommonPassword(password)).toBe(true);
  });

  test.each([
    'quiet looms hum at dusk',
    'vf8#Kq2!mZ0pLw7s',
    '739284710293847',
    'der Webstuhl klappert leise',
    '织布机在黄昏时分轻轻地响着呢啊哦',
    'passion fruit on a wardrobe',
  ])('lets %s through', (password) => {
    expect(isCommonPassword(password)).toBe(false);
  });

  test('takes time that grows with a password, but never explodes', () => {
    const time = (text: string, times: number): number => {
      const started = performance.now();
      for (let time = 0; time < times; time++) isCommonPassword(text);
      return performance.now() - started;
    };
    for (const part of ['abc', 'passwordadmin', 'a1', '\u{1F9F5}', 'passwordpasswordx']) {
      const short = part.repeat(Math.ceil(512 / part.length));
      // Eight times as long takes 64 times as long where it grows by the square: about 1 here, and 8 for the next power. As
      // much work on both sides, and the best of five: a machine that does something else meanwhile does so for both.
      const ratios = [1, 2, 3, 4, 5].map(() => time(short.repeat(8), 1) / time(short, 64));
      expect(Math.min(...ratios)).toBeLessThan(4);
    }
  });
});
