import { describe, expect, test } from 'vitest';
import { isCommonPassword } from '../../src/server/operations/common-passwords.ts';
import { completeSettings } from '../../src/server/operations/default-settings.ts';
import { judgePassword } from '../../src/server/operations/password-judge.ts';

const ada = {
  email: 'ada.lovelace@example.com',
  name: 'Ada Lovelace',
  username: 'countess',
  givenName: 'Ada',
  familyName: 'Lovelace',
  nickname: null,
};
const pages = {
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

  test('asks the list of the host, too', async () => {
    const judged = await judgePassword('a host knows this one', ada, {
      ...settings,
      isPasswordCommon: async (password) => password === 'a host knows this one',
    });
    expect(judged).toEqual([{ code: 'password_common', params: {} }]);
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
    const fastest = (text: string): number =>
      Math.min(
        ...[1, 2, 3, 4, 5].map(() => {
          const started = performance.now();
          isCommonPassword(text);
          return performance.now() - started;
        }),
      );
    for (const part of ['abc', 'passwordadmin', 'a1', '\u{1F9F5}', 'passwordpasswordx']) {
      const short = part.repeat(Math.ceil(512 / part.length));
      const long = short.repeat(8);
      expect(fastest(long) / Math.max(fastest(short), 0.05)).toBeLessThan(200);
    }
  });
});
