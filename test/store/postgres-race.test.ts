import { expect } from 'vitest';
import type { AccountStore } from '../../src/server/ports/account-store.ts';
import { race } from '../../src/testing/store-stage.ts';
import type { PostgresStage } from '../support/postgres-stores.ts';
import { testOnPostgres } from '../support/postgres-stores.ts';

const rounds = Array.from({ length: 20 }, (_, round) => round);

/** Sixteen clients at once, every other one on a store of its own, as of two processes. */
async function raceOnTwo(
  { store, another }: PostgresStage,
  run: (store: AccountStore, client: number, round: number) => Promise<{ kind: string }>,
): Promise<Record<string, number>[]> {
  const second = await another();
  const results: Record<string, number>[] = [];
  for (const round of rounds) {
    results.push(await race((client) => run(client % 2 === 0 ? store : second, client, round)));
  }
  return results;
}

const inEachRound = <Outcome>(outcome: Outcome): Outcome[] => rounds.map(() => outcome);

testOnPostgres('lets one of 16 use a grant, on two stores', async (stage) => {
  const ada = await stage.person('ada');
  const grants = await Promise.all(rounds.map(() => stage.grant(ada)));
  const results = await raceOnTwo(stage, (store, client, round) =>
    store.updateProfile(
      { accountId: ada.id, values: { name: `Client ${client}` }, expectedVersion: null },
      stage.effects({ grant: grants[round] ?? null }),
    ),
  );
  expect(results).toEqual(inEachRound({ done: 1, grant_refused: 15 }));
  expect((await stage.read(ada)).version).toBe(1 + rounds.length);
});

testOnPostgres('lets one of 16 confirm an address, on two stores', async (stage) => {
  const people = await Promise.all(rounds.map((round) => stage.person(`person-${round}`)));
  const changes = await Promise.all(
    people.map((person, round) => {
      const address = `new-${round}@example.com`;
      return stage.pend(person, { address, addressCanonical: address });
    }),
  );
  const results = await raceOnTwo(stage, (store, _client, round) =>
    store.takeEmailChange(
      { id: changes[round]?.id ?? '', keepOldUntil: stage.at(3600), report: null },
      stage.effects(),
    ),
  );
  expect(results).toEqual(inEachRound({ done: 1, link_used: 15 }));
});

testOnPostgres('takes a link of every kind for one of 16, on two stores', async (stage) => {
  const people = await Promise.all(
    rounds.map((round) => stage.person(`person-${round}`, { emailVerified: false })),
  );
  const password = { passwordHash: '$new', standsAlone: true, keepHistory: 1 };
  const takes = {
    verification: (store: AccountStore, id: string) =>
      store.takeVerification({ id }, stage.effects()),
    password_reset: (store: AccountStore, id: string) =>
      store.takePasswordReset({ id, ...password }, stage.effects()),
    security_report: (store: AccountStore, id: string) =>
      store.takeSecurityReport({ id }, stage.effects()),
  };
  for (const kind of ['verification', 'password_reset', 'security_report'] as const) {
    const links = await Promise.all(people.map((person) => stage.link(person, kind)));
    const results = await raceOnTwo(stage, (store, _client, round) =>
      takes[kind](store, links[round]?.id ?? ''),
    );
    expect(results).toEqual(inEachRound({ done: 1, link_used: 15 }));
  }
});

testOnPostgres('leaves one of 16 links that are asked for at once', async (stage) => {
  const people = await Promise.all(rounds.map((round) => stage.person(`person-${round}`)));
  const made: { tokenDigest: string }[][] = rounds.map(() => []);
  const results = await raceOnTwo(stage, (store, _client, round) => {
    const { id: accountId, email } = people[round] ?? { id: '', email: '' };
    const link = stage.newLink({ id: accountId, email }, 'password_reset');
    made[round]?.push(link);
    return store.putLinks({ accountId }, stage.effects({ links: [link] }));
  });
  expect(results).toEqual(inEachRound({ done: 16 }));
  for (const links of made) {
    const states = await Promise.all(
      links.map(async ({ tokenDigest }) => {
        return (await stage.store.findLink(tokenDigest, stage.at(1)))?.state;
      }),
    );
    expect(states.toSorted()).toEqual([...Array.from({ length: 15 }, () => 'dead'), 'live']);
  }
});

testOnPostgres('gives an address, and a username, to one of 16, on two stores', async (stage) => {
  const emails = await raceOnTwo(stage, (store, client, round) => {
    const email = `wanted-${round}@example.com`;
    const account = stage.newAccount(`client-${client}`, { email, emailCanonical: email });
    return store.createAccount(account, null, stage.effects());
  });
  expect(emails).toEqual(inEachRound({ done: 1, email_taken: 15 }));
  const people = await Promise.all(
    Array.from({ length: 16 }, (_, client) => stage.person(`named-${client}`)),
  );
  const usernames = await raceOnTwo(stage, (store, client, round) =>
    store.updateProfile(
      {
        accountId: people[client]?.id ?? '',
        values: { username: `wanted-${round}` },
        expectedVersion: null,
      },
      stage.effects(),
    ),
  );
  expect(usernames).toEqual(inEachRound({ done: 1, username_taken: 15 }));
});

testOnPostgres('counts each of 16 tries against one limit, on two stores', async (stage) => {
  const results = await raceOnTwo(stage, (store, _client, round) =>
    store.takeAttempt({ key: `key-${round}`, limits: [{ count: 10, seconds: 60 }] }, stage.at(0)),
  );
  expect(results).toEqual(inEachRound({ done: 10, rate_limited: 6 }));
  expect(await stage.query('select count(*)::int as tries from attempts')).toEqual([
    { tries: 10 * rounds.length },
  ]);
});

testOnPostgres('lets nothing in by a proof that is just being taken back', async (stage) => {
  // Each looks at what the other one writes.
  const outcomes = new Set<string>();
  for (const round of rounds) {
    const ada = await stage.person(`ada-${round}`, { passwordHash: 'old' });
    const grant = { ...(await stage.grant(ada)), consume: false };
    const [changed, put] = await Promise.all([
      stage.store.changePassword(
        {
          accountId: ada.id,
          passwordHash: 'new',
          previousHash: 'old',
          standsAlone: true,
          keepHistory: 0,
          end: { keep: null },
        },
        stage.effects(),
      ),
      stage.store.putEmailChange(stage.newChange(ada), stage.effects({ grant })),
    ]);
    expect(changed.kind).toBe('done');
    outcomes.add(put.kind);
    expect((await stage.read(ada)).pendingEmail).toBeNull();
  }
  // Before, and then given up; or after, and refused.
  expect(['done', 'grant_refused']).toEqual(expect.arrayContaining([...outcomes]));
});

testOnPostgres('gives each delivery to one of 16 dispatchers, on two stores', async (stage) => {
  const ada = await stage.person('ada');
  const deliveries = Array.from({ length: 200 }, () => stage.newMail(ada));
  await stage.store.putGrant(stage.newGrant(ada), stage.effects({ deliveries }));
  const second = await stage.another();
  const claimed: string[] = [];
  await Promise.all(
    Array.from({ length: 16 }, async (_, dispatcher) => {
      const store = dispatcher % 2 === 0 ? stage.store : second;
      for (;;) {
        const claim = { at: stage.at(1), leaseUntil: stage.at(60), most: 5 };
        const batch = await store.claimDeliveries(claim);
        if (batch.length === 0) return;
        expect(batch.length).toBeLessThanOrEqual(5);
        claimed.push(...batch.map(({ id }) => id));
      }
    }),
  );
  expect(claimed.toSorted()).toEqual(deliveries.map(({ id }) => id).toSorted());
});

testOnPostgres('refuses nobody because many want the same, but lets them queue', async (stage) => {
  const second = await stage.another();
  const attempt = { key: 'key', limits: [{ count: 1000, seconds: 60 }] };
  const tries = Array.from({ length: 100 }, (_, client) =>
    (client % 2 === 0 ? stage.store : second).takeAttempt(attempt, stage.at(client)),
  );
  const outcomes = await Promise.all(tries);
  expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(100);
  expect(await stage.query('select count(*)::int as tries from attempts')).toEqual([
    { tries: 100 },
  ]);
});
