import { describe, expect } from 'vitest';
import type { GrantUse } from '../server/ports/account-store.ts';
import type { StoreStage, StoreTest } from './store-stage.ts';

/** The grant with another digest, account, session and purpose: each of these is refused. */
function misuses(use: GrantUse, other: { id: string }): GrantUse[] {
  return [
    { ...use, digest: 'another-digest' },
    { ...use, accountId: other.id },
    { ...use, sessionId: 'another-session' },
    { ...use, purpose: 'deleteAccount' },
  ];
}

function rename(
  stage: StoreStage,
  account: { id: string },
  grant: GrantUse,
  seconds = 10,
): ReturnType<StoreStage['store']['updateProfile']> {
  return stage.store.updateProfile(
    { accountId: account.id, values: { name: 'Renamed' }, expectedVersion: null },
    stage.effects({ at: stage.at(seconds), grant }),
  );
}

/** Proofs that are bound to account, session and purpose. */
export function describeGrants(test: StoreTest): void {
  describe('a grant', () => {
    test('could be used until it expires; looking does not use it', async (stage) => {
      const use = await stage.grant(await stage.person('ada'));
      expect(await stage.store.findGrant(use, stage.at(0))).toBe(true);
      expect(await stage.store.findGrant(use, stage.at(299.999))).toBe(true);
      expect(await stage.store.findGrant(use, stage.at(300))).toBe(false);
    });

    test('does not raise the version', async (stage) => {
      const ada = await stage.person('ada');
      await stage.grant(ada);
      expect(await stage.read(ada)).toEqual(ada);
    });

    test('works for its account, session and purpose only', async (stage) => {
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      const use = await stage.grant(ada);
      const before = await stage.dump();
      const wrong = misuses(use, eve);
      const found = [];
      for (const misuse of wrong) found.push(await stage.store.findGrant(misuse, stage.at(1)));
      expect(found).toEqual([false, false, false, false]);
      const kinds = [];
      for (const misuse of wrong) kinds.push((await rename(stage, ada, misuse)).kind);
      expect(kinds).toEqual(Array.from(wrong, () => 'grant_refused'));
      await stage.expectUnchanged(before);
      expect(await rename(stage, ada, use)).toMatchObject({ kind: 'done' });
    });

    test('that has expired refuses', async (stage) => {
      const ada = await stage.person('ada');
      const use = await stage.grant(ada);
      const before = await stage.dump();
      expect(await rename(stage, ada, use, 300)).toEqual({ kind: 'grant_refused' });
      await stage.expectUnchanged(before);
    });

    test('works once', async (stage) => {
      const ada = await stage.person('ada');
      const use = await stage.grant(ada);
      expect(await rename(stage, ada, use)).toMatchObject({ kind: 'done' });
      expect(await stage.store.findGrant(use, stage.at(11))).toBe(false);
      expect(await rename(stage, ada, use)).toEqual({ kind: 'grant_refused' });
    });

    test('works until it expires where the policy lets it be used again', async (stage) => {
      const ada = await stage.person('ada');
      const use = { ...(await stage.grant(ada)), consume: false };
      expect(await rename(stage, ada, use, 10)).toMatchObject({ kind: 'done' });
      expect(await rename(stage, ada, use, 299)).toMatchObject({ kind: 'done' });
      expect(await rename(stage, ada, use, 300)).toEqual({ kind: 'grant_refused' });
    });

    test('does not disturb another one for the same purpose', async (stage) => {
      const ada = await stage.person('ada');
      const [first, second] = [await stage.grant(ada), await stage.grant(ada)];
      await rename(stage, ada, first);
      expect(await stage.store.findGrant(second, stage.at(11))).toBe(true);
    });

    test('for an account that is not there is not kept', async (stage) => {
      const grant = stage.newGrant({ id: 'nobody' });
      const before = await stage.dump();
      expect(await stage.store.putGrant(grant, stage.effects())).toEqual({ kind: 'gone' });
      await stage.expectUnchanged(before);
    });
  });
}
