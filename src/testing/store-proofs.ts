import { describe, expect } from 'vitest';
import type { AccountRecord } from '../server/ports/account-store.ts';
import type { Proof } from '../server/ports/proofs.ts';
import type { ProofOf } from './store-proof-makers.ts';
import { challenge, givePasskey, prove, setUpTotp, turnOn } from './store-proof-makers.ts';
import type { StoreStage, StoreTest } from './store-stage.ts';
import { race } from './store-stage.ts';

interface ProofCase {
  kind: Proof['kind'];
  /** Readies an account so that the proof works once. */
  ready: (stage: StoreStage, account: { id: string }) => Promise<Proof>;
}

const cases: readonly ProofCase[] = [
  {
    kind: 'totp',
    ready: async (stage, { id: accountId }) => {
      const { step } = await turnOn(stage, { id: accountId });
      return { kind: 'totp', accountId, step: step + 1 };
    },
  },
  {
    kind: 'recovery_code',
    ready: async (stage, { id: accountId }) => {
      const { codes } = await turnOn(stage, { id: accountId });
      return { kind: 'recovery_code', accountId, digest: codes[0] ?? '' };
    },
  },
  { kind: 'challenge', ready: (stage, account) => challenge(stage, account) },
  {
    kind: 'passkey',
    ready: async (stage, { id: accountId }) => {
      const { id } = await givePasskey(stage, { id: accountId }, { signCount: 7 });
      return { kind: 'passkey', accountId, id, signCount: 8 };
    },
  },
];

const refused = { kind: 'proof_refused' };

function rename(
  stage: StoreStage,
  account: { id: string },
  proofs: readonly Proof[],
  expectedVersion: number | null = null,
): ReturnType<StoreStage['store']['updateProfile']> {
  return stage.store.updateProfile(
    { accountId: account.id, values: { name: 'Renamed' }, expectedVersion },
    stage.effects({ at: stage.at(10), proofs, deliveries: [stage.newMail(account)] }),
  );
}

function describeKind(test: StoreTest, { kind, ready }: ProofCase): void {
  // oxlint-disable-next-line vitest/valid-title -- one block for each kind
  describe(`a proof (${kind})`, () => {
    test('is used up by the write that it comes with', async (stage) => {
      const ada = await stage.person('ada');
      const proof = await ready(stage, ada);
      expect(await rename(stage, ada, [proof])).toMatchObject({ kind: 'done' });
      const before = await stage.dump();
      expect(await rename(stage, ada, [proof])).toEqual(refused);
      await stage.expectUnchanged(before);
    });

    test('of 16 that race with it exactly one happens', async (stage) => {
      const ada = await stage.person('ada');
      const proof = await ready(stage, ada);
      const { version } = await stage.read(ada);
      const counts = await race(() => rename(stage, ada, [proof]));
      expect(counts).toEqual({ done: 1, proof_refused: 15 });
      expect((await stage.read(ada)).version).toBe(version + 1);
    });

    test('is not used by a write that is refused', async (stage) => {
      const ada = await stage.person('ada');
      const proof = await ready(stage, ada);
      const full = { key: 'full', limits: [{ count: 0, seconds: 60 }] };
      const effects = stage.effects({ at: stage.at(10), proofs: [proof] });
      const nobody = { accountId: 'nobody', values: {}, expectedVersion: null };
      const before = await stage.dump();
      const outcomes = [
        await rename(stage, ada, [proof], 99),
        await stage.store.updateProfile(nobody, effects),
        await stage.store.putGrant(stage.newGrant(ada), { ...effects, attempts: [full] }),
      ];
      const kinds = outcomes.map((outcome) => outcome.kind);
      expect(kinds).toEqual(['version_conflict', 'gone', 'rate_limited']);
      await stage.expectUnchanged(before);
      expect(await rename(stage, ada, [proof])).toMatchObject({ kind: 'done' });
    });

    test("is refused for another account, and when it is not the account's", async (stage) => {
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      const proof = await ready(stage, ada);
      const before = await stage.dump();
      expect(await rename(stage, ada, [{ ...proof, accountId: eve.id }])).toEqual(refused);
      expect(await rename(stage, eve, [{ ...proof, accountId: eve.id }])).toEqual(refused);
      await stage.expectUnchanged(before);
    });

    test('that is refused leaves the grant and the proofs before it unused', async (stage) => {
      const ada = await stage.person('ada');
      const proof = await ready(stage, ada);
      const other = await challenge(stage, ada);
      const grant = await stage.grant(ada);
      await prove(stage, ada, [proof]);
      const before = await stage.dump();
      const effects = stage.effects({ at: stage.at(10), grant, proofs: [other, proof] });
      expect(await stage.store.putGrant(stage.newGrant(ada), effects)).toEqual(refused);
      await stage.expectUnchanged(before);
      expect(await stage.store.findGrant(grant, stage.at(10))).toBe(true);
      expect(await stage.store.findChallenge(other, stage.at(10))).toBe(true);
    });

    test('of an account that was deleted is refused', async (stage) => {
      const ada = await stage.person('ada');
      const proof = await ready(stage, ada);
      await stage.store.deleteAccount({ accountId: ada.id }, stage.effects());
      const before = await stage.dump();
      expect(await prove(stage, ada, [proof])).toEqual(refused);
      await stage.expectUnchanged(before);
    });
  });
}

function describeOrder(test: StoreTest): void {
  test('comes after the grant and before the limits', async (stage) => {
    const ada = await stage.person('ada');
    const wrong = { ...(await challenge(stage, ada)), digest: 'another-digest' };
    const grant = await stage.grant(ada);
    const attempts = [{ key: 'full', limits: [{ count: 0, seconds: 60 }], inARow: 0 }];
    const write = (used: typeof grant): Promise<{ kind: string }> =>
      stage.store.putGrant(
        stage.newGrant(ada),
        stage.effects({ grant: used, proofs: [wrong], attempts }),
      );
    expect(await write({ ...grant, digest: 'another-digest' })).toEqual({ kind: 'grant_refused' });
    expect(await write(grant)).toEqual(refused);
  });

  test('is needed with all others of the write', async (stage) => {
    const ada = await stage.person('ada');
    const { id } = await givePasskey(stage, ada, { signCount: 7 });
    const asked = await challenge(stage, ada);
    const used = { kind: 'passkey' as const, accountId: ada.id, id };
    const before = await stage.dump();
    expect(await prove(stage, ada, [asked, { ...used, signCount: 7 }])).toEqual(refused);
    const another = { ...asked, digest: 'another-digest' };
    expect(await prove(stage, ada, [{ ...used, signCount: 8 }, another])).toEqual(refused);
    await stage.expectUnchanged(before);
    expect(await prove(stage, ada, [asked, { ...used, signCount: 8 }])).toEqual({ kind: 'done' });
  });

  test('that is refused makes no account', async (stage) => {
    const proofs: ProofOf<'challenge'>[] = [await challenge(stage, null)];
    const make = (name: string): Promise<{ kind: string }> => {
      const account = stage.newAccount(name);
      return stage.store.createAccount(account, null, stage.effects({ proofs }));
    };
    expect(await make('ada')).toMatchObject({ kind: 'done' });
    const before = await stage.dump();
    expect(await make('eve')).toEqual(refused);
    await stage.expectUnchanged(before);
  });
}

function describeTotpCode(test: StoreTest): void {
  const code = (ada: AccountRecord, step: number): Proof[] => [
    { kind: 'totp', accountId: ada.id, step },
  ];

  test('is refused when its time step, or a later one, was used before', async (stage) => {
    const ada = await stage.person('ada');
    await turnOn(stage, ada, 100);
    expect(await prove(stage, ada, code(ada, 103))).toEqual({ kind: 'done' });
    for (const step of [103, 102, 101, 100, 0, -1]) {
      expect(await prove(stage, ada, code(ada, step)), `step ${step}`).toEqual(refused);
    }
    expect(await prove(stage, ada, code(ada, 104))).toEqual({ kind: 'done' });
  });

  test('is refused while the second factor is off, or waits for its first code', async (stage) => {
    const ada = await stage.person('ada');
    expect(await prove(stage, ada, code(ada, 100))).toEqual(refused);
    await setUpTotp(stage, ada);
    expect(await prove(stage, ada, code(ada, 100))).toEqual(refused);
  });
}

function describePasskeyUse(test: StoreTest): void {
  const use = (ada: AccountRecord, id: string, signCount: number): Proof[] => [
    { kind: 'passkey', accountId: ada.id, id, signCount },
  ];

  test('is written down with its count and its instant; the version stays', async (stage) => {
    const ada = await stage.person('ada');
    const passkey = await givePasskey(stage, ada, { signCount: 7 });
    const other = await givePasskey(stage, ada);
    const before = await stage.read(ada);
    await prove(stage, ada, use(ada, passkey.id, 9), 20);
    const used = { ...passkey, signCount: 9, lastUsedAt: stage.at(20) };
    expect(await stage.store.findPasskeys(ada.id)).toEqual([used, other]);
    const [first, second] = before.passkeys;
    expect(await stage.read(ada)).toEqual({
      ...before,
      passkeys: [{ ...first, lastUsedAt: stage.at(20) }, second],
    });
  });

  test('is refused when its count has not risen', async (stage) => {
    const ada = await stage.person('ada');
    const { id } = await givePasskey(stage, ada, { signCount: 7 });
    const before = await stage.dump();
    for (const count of [7, 6, 1, 0]) {
      expect(await prove(stage, ada, use(ada, id, count)), `count ${count}`).toEqual(refused);
    }
    await stage.expectUnchanged(before);
  });

  test('works again and again where the authenticator does not count, until it does', async (stage) => {
    const ada = await stage.person('ada');
    const { id } = await givePasskey(stage, ada, { signCount: 0 });
    for (const count of [0, 0, 1]) {
      expect(await prove(stage, ada, use(ada, id, count))).toEqual({ kind: 'done' });
    }
    expect(await prove(stage, ada, use(ada, id, 0))).toEqual(refused);
    expect(await prove(stage, ada, use(ada, id, 1))).toEqual(refused);
  });

  test('is refused when it was removed', async (stage) => {
    const ada = await stage.person('ada');
    const { id } = await givePasskey(stage, ada);
    await stage.store.removePasskey({ accountId: ada.id, id }, stage.effects());
    expect(await prove(stage, ada, use(ada, id, 1))).toEqual(refused);
  });
}

/** Proofs that work once, used by the write that they allow. */
export function describeProofs(test: StoreTest): void {
  for (const one of cases) describeKind(test, one);
  describe('a proof', () => {
    describeOrder(test);
  });
  describe('a code of an authenticator app', () => {
    describeTotpCode(test);
  });
  describe('the use of a passkey', () => {
    describePasskeyUse(test);
  });
}
