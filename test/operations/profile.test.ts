import { expect, test } from 'vitest';
import type { UpdateProfile } from '../../src/contract/profile.ts';
import { olga } from './provided-person.ts';
import { ada, grace, onEveryStore, outcome, refusal, sixteen, tally } from './rule-world.ts';

onEveryStore('the profile', (open) => {
  async function start(options = {}) {
    const world = await open(options);
    const her = await world.signIn(ada);
    const save = (input: UpdateProfile) => outcome(her.call('updateProfile', input));
    return { world, her, save };
  }

  test('keeps what is absent, clears with null and blanks, and is stored trimmed and composed', async () => {
    const { her } = await start();
    await her.call('updateProfile', {
      name: '  Ame\u0301lie ',
      username: ' Countess ',
      givenName: 'Ada',
      familyName: 'Lovelace',
      nickname: 'Enchantress',
      language: 'PT-br',
    });
    const { account } = await her.call('updateProfile', { givenName: null, familyName: ' \t ' });
    const values = Object.entries(account.profile).map(([name, field]) => [name, field.value]);
    expect(Object.fromEntries(values)).toEqual({
      name: 'Amélie',
      username: 'countess',
      givenName: null,
      familyName: null,
      nickname: 'Enchantress',
      language: 'pt-BR',
    });
  });

  test('raises the version by one, writes one audit entry with names and no values', async () => {
    const { world, her } = await start();
    const { version } = await her.account();
    const { account } = await her.call('updateProfile', {
      nickname: 'Enchantress',
      name: ada.name,
    });
    expect(account.version).toBe(version + 1);
    const entries = (await world.dump()).match(/"profile_updated".{0,200}/g);
    expect(entries).toHaveLength(1);
    expect(entries?.[0]).toMatch(/fields\W+nickname\W/);
    expect(entries?.[0]).not.toContain('Enchantress');
  });

  test('takes the most code points of each field and not one more', async () => {
    const { her, save } = await start({ settings: { usernameMaxLength: 20 } });
    const { profile } = await her.account();
    const most = { name: 150, givenName: 150, familyName: 150, nickname: 300 } as const;
    for (const [name, length] of Object.entries(most)) {
      expect(profile[name as keyof typeof most].maxLength).toBe(length);
      expect(await save({ [name]: '🪡'.repeat(length) })).toBe('done');
      expect(await save({ [name]: '🪡'.repeat(length + 1) })).toBe(
        `validation_failed /${name} too_long`,
      );
    }
  });

  test('takes a username of 15 by default, of another length by option', async () => {
    for (const [settings, length] of [
      [{}, 15],
      [{ usernameMaxLength: 1 }, 1],
      [{ usernameMaxLength: 128 }, 128],
    ] as const) {
      const { her, save } = await start({ settings });
      expect((await her.account()).profile.username.maxLength).toBe(length);
      expect(await save({ username: 'u'.repeat(length) })).toBe('done');
      const refused = await refusal(
        her.call('updateProfile', { username: 'u'.repeat(length + 1) }),
      );
      expect(refused.errors).toEqual([
        { pointer: '/username', code: 'too_long', params: { maximum: length } },
      ]);
    }
  });

  test('refuses what a username or a language cannot be', async () => {
    const { save } = await start();
    for (const username of ['ada lovelace', 'a@b.co', 'äda', 'a/b', 'ада', 'a\u200Bda', 'a%b']) {
      expect([username, await save({ username })]).toEqual([
        username,
        'validation_failed /username malformed',
      ]);
    }
    for (const username of ['a.b-c_d', "a'b+c", 'a@b', '42'])
      expect(await save({ username })).toBe('done');
    for (const language of ['en_GB', 'e', 'x'.repeat(9), '../en']) {
      expect([language, await save({ language })]).toEqual([
        language,
        'validation_failed /language malformed',
      ]);
    }
  });

  test('refuses names that cannot be seen, break lines or turn other text around', async () => {
    const { save } = await start();
    const bad = [
      '\u200B',
      '\u00AD\u2060',
      '\u3164',
      '\u2800 \u2800',
      'a\nb',
      'a\u2028b',
      'a\u0000',
      '\u202Eadmin',
      'a\uD800',
      '\u2066x',
    ];
    for (const name of bad) {
      expect([name, await save({ name })]).toEqual([name, 'validation_failed /name malformed']);
    }
    for (const name of [
      'علی\u200Cرضا',
      '👩🏽‍🚀',
      'J. R.',
      '<img src=x onerror=alert(1)>',
      "'; DROP TABLE accounts; --",
    ]) {
      expect([name, await save({ name })]).toEqual([name, 'done']);
    }
  });

  test('takes nothing but its fields: no id, role, address, flag, version or prototype', async () => {
    const { world, save } = await start();
    const before = await world.dump();
    for (const key of [
      'id',
      'email',
      'emailVerified',
      'roles',
      'version',
      'passwordHash',
      'avatar',
      'createdAt',
      'constructor',
      'profile',
    ]) {
      expect(await save({ [key]: 'x' } as never)).toBe(`validation_failed /${key} unknown_key`);
    }
    const polluted = JSON.parse('{"__proto__":{"name":"Mallory"}}') as never;
    expect(await save(polluted)).toBe('validation_failed /__proto__ unknown_key');
    for (const input of [
      null,
      [],
      'name',
      42,
      { name: 7 },
      { name: ['Ada'] },
      { name: { $ne: '' } },
    ]) {
      expect(await save(input as never)).toMatch(/^validation_failed {1,2}(\/name )?invalid_type$/);
    }
    expect(await world.dump()).toBe(before);
    expect(({} as { name?: string }).name).toBeUndefined();
  });

  test('refuses a change of a field that a provider owns or the application keeps, and takes its present value', async () => {
    const world = await open({ people: [olga, grace], settings: { lockedFields: ['nickname'] } });
    const her = await world.signIn(olga);
    const { profile } = await her.account();
    expect(profile.name).toMatchObject({
      editable: false,
      reason: 'owned_by_provider',
      owner: 'Google',
    });
    expect(profile.username).toMatchObject({ editable: false, owner: 'GitHub' });
    expect(profile.nickname).toMatchObject({
      editable: false,
      reason: 'locked_by_application',
      owner: 'account',
    });
    expect(profile.familyName).toMatchObject({ editable: true, reason: null, owner: 'account' });
    const before = await world.dump();
    const refused = await refusal(
      her.call('updateProfile', {
        name: 'Mallory',
        username: null,
        nickname: 'M',
        familyName: 'Ok',
      }),
    );
    expect(refused.errors.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/name', 'not_editable'],
      ['/username', 'not_editable'],
      ['/nickname', 'not_editable'],
    ]);
    expect(await world.dump()).toBe(before);
    const { account } = await her.call('updateProfile', {
      name: 'Olga Provided',
      username: 'olga',
      nickname: null,
      givenName: null,
      familyName: 'Ok',
    });
    expect(account.profile).toMatchObject({
      name: { value: 'Olga Provided' },
      familyName: { value: 'Ok' },
    });
  });

  test('a username belongs to one account, in any case, and is free again once it is given up', async () => {
    const { world, her, save } = await start();
    const other = await world.signIn(grace);
    expect(await save({ username: 'weaver' })).toBe('done');
    const before = await world.dump();
    for (const username of ['weaver', 'WEAVER', ' Weaver ']) {
      expect(await outcome(other.call('updateProfile', { username, name: 'X' }))).toBe(
        'username_taken /username taken',
      );
    }
    expect(await world.dump()).toBe(before);
    expect(await save({ username: 'weaver' })).toBe('done');
    await her.call('updateProfile', { username: null });
    expect(await outcome(other.call('updateProfile', { username: 'weaver' }))).toBe('done');
  });

  test('of 16 accounts that race for one username exactly one gets it', async () => {
    const people = sixteen((index) => ({
      ...ada,
      id: `p${index}`,
      email: `p${index}@example.com`,
    }));
    const world = await open({ people });
    const visitors = await Promise.all(people.map((person) => world.signIn(person)));
    const counts = await tally(
      visitors.map((one) => one.call('updateProfile', { username: 'weaver', nickname: 'W' })),
    );
    expect(counts).toEqual({ done: 1, 'username_taken /username taken': 15 });
    const accounts = await Promise.all(visitors.map((one) => one.account()));
    expect(accounts.filter(({ version }) => version === 2)).toHaveLength(1);
    expect(accounts.filter(({ profile }) => profile.nickname.value === 'W')).toHaveLength(1);
  });

  test('of 16 saves from one version exactly one wins, whole; the rest get the newest account', async () => {
    const { her } = await start();
    const { version } = await her.account();
    const saves = sixteen((index) =>
      her.call('updateProfile', { name: `name ${index}`, nickname: `nick ${index}` }, { version }),
    );
    const settled = await Promise.allSettled(saves);
    const winners = settled.flatMap((one, index) => (one.status === 'fulfilled' ? [index] : []));
    expect(winners).toHaveLength(1);
    const now = await her.account();
    expect(now.version).toBe(version + 1);
    expect([now.profile.name.value, now.profile.nickname.value]).toEqual([
      `name ${winners[0]}`,
      `nick ${winners[0]}`,
    ]);
    const losers = settled.filter((one) => one.status === 'rejected');
    for (const { reason } of losers) {
      expect(reason).toMatchObject({ code: 'version_conflict', account: now });
    }
  });

  test('that changes nothing writes nothing, and is refused all the same at another version', async () => {
    const { world, her } = await start();
    const account = await her.account();
    const { version } = account;
    const before = await world.dump();
    const same = { name: account.profile.name.value, nickname: account.profile.nickname.value };
    for (const beside of [{}, { version }]) {
      for (const input of [{}, same]) {
        expect((await her.call('updateProfile', input, beside)).account).toEqual(account);
      }
    }
    const late = her.call('updateProfile', same, { version: version - 1 });
    expect(await outcome(late)).toBe('version_conflict');
    expect(await world.dump()).toBe(before);
  });

  test('a version that is not the present one is refused, be it older or newer; none accepts any', async () => {
    const { world, her } = await start();
    const { version } = await her.account();
    const before = await world.dump();
    for (const wrong of [version - 1, version + 1, 0, -1, Number.MAX_SAFE_INTEGER]) {
      const save = her.call('updateProfile', { nickname: 'X' }, { version: wrong });
      expect(await outcome(save)).toBe('version_conflict');
    }
    expect(await world.dump()).toBe(before);
    expect(await outcome(her.call('updateProfile', { nickname: 'X' }))).toBe('done');
  });

  test('of two who save without a version neither loses what only one of them sent', async () => {
    const { world, her } = await start();
    const herOther = await world.signIn(ada);
    await Promise.all([
      her.call('updateProfile', { nickname: 'N' }),
      herOther.call('updateProfile', { familyName: 'F' }),
    ]);
    const { profile } = await her.account();
    expect([profile.nickname.value, profile.familyName.value]).toEqual(['N', 'F']);
  });

  test('of an account that is deleted meanwhile is not saved, and brings nothing back', async () => {
    const { world, her } = await start();
    const grant = await her.prove('deleteAccount');
    const counts = await tally([
      her.call('deleteAccount', undefined, { grant }),
      ...sixteen((index) => her.call('updateProfile', { nickname: `N${index}` })),
    ]);
    expect(counts['done'] ?? 0).toBeGreaterThan(0);
    expect((counts['done'] ?? 0) + (counts['session_ended'] ?? 0)).toBe(17);
    expect(await outcome(her.account())).toBe('session_ended');
    expect(await world.ports.store.findAccount('ada', '2026-11-20T12:00:00.000Z')).toBeNull();
  });
});
