import { describe, expect } from 'vitest';
import type { Account } from '../contract/account.ts';
import type { BackendTest } from './backend-stage.ts';
import {
  accountOf,
  ada,
  codeOf,
  fieldsOf,
  grace,
  mary,
  raceCodes,
  refusal,
} from './backend-stage.ts';

function values({ profile }: Account): Record<string, string | null> {
  return Object.fromEntries(Object.entries(profile).map(([name, field]) => [name, field.value]));
}

/** `updateProfile`. */
export function describeProfileOperations(test: BackendTest): void {
  describe('updateProfile', () => {
    test('sets every field, in its stored form, and raises the version by one', async (stage) => {
      const own = await stage.signIn(ada.email);
      const answer = own.updateProfile({
        name: '  Augusta Ada King ',
        username: 'COUNTESS',
        givenName: 'Augusta',
        familyName: 'King',
        nickname: 'Ada 👩🏽‍💻',
        language: 'PT-br',
      });
      const account = await accountOf(answer);
      expect(values(account)).toEqual({
        name: 'Augusta Ada King',
        username: 'countess',
        givenName: 'Augusta',
        familyName: 'King',
        nickname: 'Ada 👩🏽‍💻',
        language: 'pt-BR',
      });
      expect(account.version).toBe(2);
      expect(await stage.read(own)).toEqual(account);
    });

    test('keeps what is absent; null and blanks clear', async ({ signIn, read }) => {
      const own = await signIn(ada.email);
      await own.updateProfile({ nickname: 'Countess', givenName: 'Ada' });
      await own.updateProfile({ nickname: null, givenName: ' \t ' });
      const { profile } = await read(own);
      expect([profile.nickname.value, profile.givenName.value]).toEqual([null, null]);
      expect([profile.name.value, profile.username.value]).toEqual([ada.name, ada.username]);
    });

    test('needs no proof, and another session sees it', async ({ signIn, read }) => {
      const [own, other] = [await signIn(ada.email), await signIn(ada.email)];
      const account = await accountOf(own.updateProfile({ nickname: 'Countess' }));
      expect(await read(other)).toEqual(account);
    });

    test('names every field that it refuses, and changes none', async ({ signIn, read }) => {
      const own = await signIn(ada.email);
      const before = await read(own);
      const refused = await fieldsOf(
        own.updateProfile({
          name: 'x'.repeat(151),
          username: 'white space',
          nickname: 'two\nlines',
          language: 'not a language',
        }),
      );
      expect(refused.toSorted()).toEqual([
        '/language malformed',
        '/name too_long',
        '/nickname malformed',
        '/username malformed',
      ]);
      expect(await read(own)).toEqual(before);
    });

    test('refuses a username longer than the account says', async ({ signIn, read }) => {
      const own = await signIn(ada.email);
      const { maxLength } = (await read(own)).profile.username;
      expect(await fieldsOf(own.updateProfile({ username: 'x'.repeat(maxLength + 1) }))).toEqual([
        '/username too_long',
      ]);
      const longest = 'x'.repeat(maxLength);
      expect(await codeOf(own.updateProfile({ username: longest }))).toBe('done');
    });

    test('refuses a field that a provider owns, and takes its unchanged value', async (stage) => {
      const own = await stage.signIn(mary.email);
      const { name } = (await stage.read(own)).profile;
      expect(name).toMatchObject({ editable: false, reason: 'owned_by_provider', owner: 'Google' });
      expect(await fieldsOf(own.updateProfile({ name: 'Somebody else' }))).toEqual([
        '/name not_editable',
      ]);
      const account = await accountOf(own.updateProfile({ name: mary.name, nickname: 'M' }));
      expect([account.profile.name.value, account.profile.nickname.value]).toEqual([
        mary.name,
        'M',
      ]);
    });

    test("refuses somebody's username and changes nothing", async ({ signIn, read }) => {
      const own = await signIn(ada.email);
      const before = await read(own);
      const error = await refusal(own.updateProfile({ username: 'Grace', nickname: 'X' }));
      expect(error.code).toBe('username_taken');
      expect(error.errors).toEqual([{ pointer: '/username', code: 'taken', params: {} }]);
      expect(await read(own)).toEqual(before);
    });

    test('refuses an older version with the newest account, and changes nothing', async (stage) => {
      const own = await stage.signIn(ada.email);
      const newest = await accountOf(own.updateProfile({ nickname: 'First' }, { version: 1 }));
      const error = await refusal(own.updateProfile({ nickname: 'Second' }, { version: 1 }));
      expect(error.code).toBe('version_conflict');
      expect(error.account).toEqual(newest);
      expect(await stage.read(own)).toEqual(newest);
    });

    test('of 16 that race with one version exactly one wins', async ({ signIn, read }) => {
      const own = await signIn(ada.email);
      const counts = await raceCodes((index) =>
        own.updateProfile({ nickname: `Racer ${index}` }, { version: 1 }),
      );
      expect(counts).toEqual({ done: 1, version_conflict: 15 });
      expect((await read(own)).version).toBe(2);
    });

    test('of two people who race for one username exactly one wins', async ({ signIn }) => {
      const people = [await signIn(ada.email), await signIn(grace.email)];
      const codes = await Promise.all(
        people.map((one) => codeOf(one.updateProfile({ username: 'wanted' }))),
      );
      expect(codes.toSorted()).toEqual(['done', 'username_taken']);
    });
  });
}
