import { describe, expect } from 'vitest';
import type { StoreTest } from './store-stage.ts';
import { race } from './store-stage.ts';

/** Making and finding accounts. */
export function describeAccounts(test: StoreTest): void {
  describe('accounts', () => {
    test('a new account is found as it was made, at version 1', async (stage) => {
      const { store, at } = stage;
      const made = stage.newAccount('ada', {
        email: 'Ada@example.com',
        emailVerified: false,
        name: 'Ada Lovelace 👩🏽‍💻',
        username: 'ada',
        givenName: 'Ada',
        familyName: 'L\'o"v\\e;--lace',
        nickname: '阿达',
        language: 'en-GB',
        passwordHash: null,
        passwordChangedAt: at(-60),
        passwordStandsAlone: false,
        createdAt: at(-120),
        identities: [
          {
            provider: 'google',
            label: 'Google',
            name: 'ada@gmail.example',
            connectedAt: at(-90),
            owns: ['name', 'givenName'],
          },
          { provider: 'github', label: 'GitHub', name: null, connectedAt: at(-80), owns: [] },
        ],
      });
      const { emailCanonical: _, identities, ...rest } = made;
      const outcome = await store.createAccount(made, null, stage.effects());
      const expected = {
        ...rest,
        version: 1,
        avatar: null,
        pendingEmail: null,
        sessionsValidFrom: null,
        sessionsKept: null,
        verification: null,
        totpEnabledAt: null,
        recoveryCodesLeft: 0,
        passkeys: [],
      };
      expect(outcome).toMatchObject({ kind: 'done', account: expected });
      const found = await stage.read(made);
      expect(found).toMatchObject(expected);
      expect([...found.identities].sort((a, b) => (a.provider > b.provider ? -1 : 1))).toEqual(
        identities,
      );
    });

    test('with a session, the session is there with the account', async (stage) => {
      const made = stage.newAccount('ada');
      const session = stage.newSession(made);
      await stage.store.createAccount(made, session, stage.effects());
      const found = await stage.store.findSession(session.tokenDigest, stage.at(1));
      expect(found?.session).toEqual(session);
      expect(found?.account.id).toBe(made.id);
    });

    test('an account that is not there is null', async ({ store, at }) => {
      expect(await store.findAccount('nobody', at(0))).toBeNull();
      expect(await store.findAccountByEmail('nobody@example.com', at(0))).toBeNull();
    });

    test('an address is found in its canonical form, the typed form is kept', async (stage) => {
      const ada = await stage.person('ada', { email: 'Ada.L@example.com' });
      const found = await stage.store.findAccountByEmail('ada.l@example.com', stage.at(0));
      expect(found).toEqual(ada);
      expect(found?.email).toBe('Ada.L@example.com');
    });

    test('a taken id, address or username refuses, and nothing of the refused account remains', async (stage) => {
      await stage.person('ada', { id: 'the-id', username: 'ada' });
      const before = await stage.dump();
      const make = (change: object): Promise<{ kind: string }> => {
        const account = stage.newAccount('eve', change);
        const effects = stage.effects({
          attempts: [{ key: 'sign-up', limits: [{ count: 5, seconds: 60 }] }],
          deliveries: [stage.newMail(account)],
        });
        return stage.store.createAccount(account, stage.newSession(account), effects);
      };
      expect(await make({ id: 'the-id' })).toEqual({ kind: 'id_taken' });
      expect(await make({ email: 'ADA@example.com' })).toEqual({ kind: 'email_taken' });
      expect(await make({ username: 'ada' })).toEqual({ kind: 'username_taken' });
      await stage.expectUnchanged(before);
    });

    test('no room in a limit refuses', async (stage) => {
      const attempts = [{ key: 'sign-up', limits: [{ count: 1, seconds: 60 }] }];
      const make = (name: string): Promise<{ kind: string }> =>
        stage.store.createAccount(stage.newAccount(name), null, stage.effects({ attempts }));
      expect(await make('ada')).toMatchObject({ kind: 'done' });
      const before = await stage.dump();
      expect(await make('eve')).toEqual({ kind: 'rate_limited', retryAfterSeconds: 60 });
      await stage.expectUnchanged(before);
    });

    test('any number of accounts have no username', async (stage) => {
      const ada = await stage.person('ada');
      const eve = await stage.person('eve');
      expect([ada.username, eve.username]).toEqual([null, null]);
    });

    test('of 16 that race for one address exactly one is made', async (stage) => {
      const counts = await race((index) =>
        stage.store.createAccount(
          stage.newAccount(`racer${index}`, { email: 'one@example.com' }),
          null,
          stage.effects(),
        ),
      );
      expect(counts).toEqual({ done: 1, email_taken: 15 });
    });

    test('of 16 that race for one username exactly one is made', async (stage) => {
      const counts = await race((index) =>
        stage.store.createAccount(
          stage.newAccount(`racer${index}`, { username: 'one' }),
          null,
          stage.effects(),
        ),
      );
      expect(counts).toEqual({ done: 1, username_taken: 15 });
    });

    test('of 16 that race for one id exactly one is made', async (stage) => {
      const counts = await race((index) =>
        stage.store.createAccount(
          stage.newAccount(`racer${index}`, { id: 'one-id' }),
          null,
          stage.effects(),
        ),
      );
      expect(counts).toEqual({ done: 1, id_taken: 15 });
    });

    test("an address is taken when it is another account's, and not by its own", async (stage) => {
      const { store, at } = stage;
      const ada = await stage.person('ada');
      const eve = await stage.person('eve');
      expect(await store.isEmailTaken('ada@example.com', null, at(0))).toBe(true);
      expect(await store.isEmailTaken('ada@example.com', eve.id, at(0))).toBe(true);
      expect(await store.isEmailTaken('ada@example.com', ada.id, at(0))).toBe(false);
      expect(await store.isEmailTaken('free@example.com', null, at(0))).toBe(false);
    });

    test('an address that only waits for its confirmation is not taken', async (stage) => {
      const ada = await stage.person('ada');
      await stage.pend(ada, { address: 'new@example.com' });
      expect(await stage.store.isEmailTaken('new@example.com', null, stage.at(0))).toBe(false);
      expect(await stage.store.findAccountByEmail('new@example.com', stage.at(0))).toBeNull();
    });

    test('nobody shares an object with the store', async (stage) => {
      const identity = {
        provider: 'google',
        label: 'Google',
        name: null,
        connectedAt: stage.at(0),
        owns: ['name' as const],
      };
      const made = stage.newAccount('ada', { name: 'Ada', identities: [identity] });
      const outcome = await stage.store.createAccount(made, null, stage.effects());
      if (outcome.kind !== 'done') throw new Error(outcome.kind);
      made.name = 'Changed';
      identity.label = 'Changed';
      outcome.account.name = 'Changed';
      const read = await stage.read(made);
      read.name = 'Changed';
      const again = await stage.read(made);
      expect([again.name, again.identities[0]?.label]).toEqual(['Ada', 'Google']);
    });
  });
}
