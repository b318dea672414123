import { describe, expect } from 'vitest';
import { challenge, setUpTotp } from './store-proof-makers.ts';
import type { StoreStage, StoreTest } from './store-stage.ts';
import { race } from './store-stage.ts';

function change(
  stage: StoreStage,
  account: { id: string; passwordHash: string | null },
  more: {
    passwordHash?: string;
    previousHash?: string | null;
    standsAlone?: boolean;
    keep?: string | null;
  } = {},
): ReturnType<StoreStage['store']['changePassword']> {
  return stage.store.changePassword(
    {
      accountId: account.id,
      passwordHash: more.passwordHash ?? '$hash$new',
      previousHash: more.previousHash === undefined ? account.passwordHash : more.previousHash,
      standsAlone: more.standsAlone ?? true,
      keepHistory: 0,
      end: { keep: more.keep ?? null },
    },
    stage.effects({ at: stage.at(10) }),
  );
}

/** Changes of the password, and what ends with them. */
export function describePasswords(test: StoreTest): void {
  describe('password', () => {
    test('the hash is replaced, and when is remembered', async (stage) => {
      const ada = await stage.person('ada');
      const outcome = await change(stage, ada);
      const expected = {
        ...ada,
        version: 2,
        passwordHash: '$hash$new',
        passwordChangedAt: stage.at(10),
        sessionsValidFrom: stage.at(10),
        sessionsKept: null,
      };
      expect(outcome).toEqual({ kind: 'done', account: expected });
      expect(await stage.read(ada)).toEqual(expected);
      expect(await stage.dump()).not.toContain(String(ada.passwordHash));
    });

    test('an account without a password gets its first one', async (stage) => {
      const ada = await stage.person('ada', { passwordHash: null });
      expect(await change(stage, ada)).toMatchObject({ kind: 'done' });
      expect((await stage.read(ada)).passwordHash).toBe('$hash$new');
    });

    test('whether it could stand alone is remembered', async (stage) => {
      const ada = await stage.person('ada', { passwordStandsAlone: false });
      const eve = await stage.person('eve');
      await change(stage, ada, { standsAlone: true });
      await change(stage, eve, { standsAlone: false });
      const after = [await stage.read(ada), await stage.read(eve)];
      expect(after.map((account) => account.passwordStandsAlone)).toEqual([true, false]);
    });

    test('another previous hash is stale and changes nothing', async (stage) => {
      const ada = await stage.person('ada');
      const eve = await stage.person('eve', { passwordHash: null });
      await stage.signIn(ada);
      await stage.grant(ada);
      await stage.pend(ada);
      await stage.link(ada, 'password_reset');
      await challenge(stage, ada);
      const before = await stage.dump();
      expect(await change(stage, ada, { previousHash: '$hash$older' })).toEqual({ kind: 'stale' });
      expect(await change(stage, ada, { previousHash: null })).toEqual({ kind: 'stale' });
      expect(await change(stage, eve, { previousHash: '$hash$older' })).toEqual({ kind: 'stale' });
      await stage.expectUnchanged(before);
    });

    test('of 16 that race with one previous hash exactly one wins', async (stage) => {
      const ada = await stage.person('ada');
      const counts = await race((index) => change(stage, ada, { passwordHash: `$hash$${index}` }));
      expect(counts).toEqual({ done: 1, stale: 15 });
      expect((await stage.read(ada)).version).toBe(2);
    });

    test("all other sessions of the account end, the kept one and everybody else's go on", async (stage) => {
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      const [kept, other, hers] = [
        await stage.signIn(ada),
        await stage.signIn(ada),
        await stage.signIn(eve),
      ];
      await change(stage, ada, { keep: kept.id });
      const find = (digest: string): ReturnType<StoreStage['store']['findSession']> =>
        stage.store.findSession(digest, stage.at(11));
      expect((await find(kept.tokenDigest))?.session).toEqual(kept);
      expect(await find(other.tokenDigest)).toBeNull();
      expect(await find(hers.tokenDigest)).not.toBeNull();
      const after = await stage.read(ada);
      expect([after.sessionsValidFrom, after.sessionsKept]).toEqual([stage.at(10), kept.id]);
      expect((await stage.read(eve)).sessionsValidFrom).toBeNull();
    });

    test('without a kept session all of them end', async (stage) => {
      const ada = await stage.person('ada');
      const session = await stage.signIn(ada);
      await change(stage, ada);
      expect(await stage.store.findSession(session.tokenDigest, stage.at(11))).toBeNull();
    });

    test("a host's kept session need not be one of ours", async (stage) => {
      const ada = await stage.person('ada');
      await change(stage, ada, { keep: 'session-of-the-host' });
      expect((await stage.read(ada)).sessionsKept).toBe('session-of-the-host');
    });

    test("all grants of the account die, of every purpose and session; others' do not", async (stage) => {
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      const own = await stage.grant(ada);
      const another = await stage.grant(ada, { purpose: 'deleteAccount', sessionId: 'another' });
      const hers = await stage.grant(eve);
      await change(stage, ada);
      expect(await stage.store.findGrant(own, stage.at(11))).toBe(false);
      expect(await stage.store.findGrant(another, stage.at(11))).toBe(false);
      expect(await stage.store.findGrant(hers, stage.at(11))).toBe(true);
    });

    test("all challenges of the account die, of every purpose and session; others' do not", async (stage) => {
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      const challenges = [
        await challenge(stage, ada),
        await challenge(stage, ada, { purpose: 'addPasskey', sessionId: 'another' }),
        await challenge(stage, eve),
        await challenge(stage, null),
      ];
      await change(stage, ada);
      const alive = [];
      for (const one of challenges) alive.push(await stage.store.findChallenge(one, stage.at(11)));
      expect(alive).toEqual([false, false, true, true]);
    });

    test('links that choose a new password die; other links, other accounts and a set-up that waits do not', async (stage) => {
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      const links = [
        await stage.link(ada, 'password_reset'),
        await stage.link(ada, 'verification'),
        await stage.link(ada, 'security_report'),
        await stage.link(eve, 'password_reset'),
      ];
      await setUpTotp(stage, ada);
      await change(stage, ada);
      const states = [];
      for (const { tokenDigest } of links) {
        states.push((await stage.store.findLink(tokenDigest, stage.at(11)))?.state);
      }
      expect(states).toEqual(['dead', 'live', 'live', 'live']);
      expect((await stage.store.findTotp(ada.id, stage.at(11)))?.state).toBe('waiting');
    });

    test('the pending change of address dies, and the mail with its link is not sent', async (stage) => {
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      const made = stage.newChange(ada);
      const link = stage.newMail(ada, {
        kind: 'email_change_link',
        to: made.address,
        params: { changeId: made.id },
      });
      await stage.store.putEmailChange(made, stage.effects({ deliveries: [link] }));
      const hers = await stage.pend(eve, { address: 'eves@example.com' });
      const outcome = await change(stage, ada);
      expect(outcome).toMatchObject({ kind: 'done', account: { pendingEmail: null } });
      const found = await stage.store.findEmailChange(String(made.tokenDigest), stage.at(11));
      expect(found?.state).toBe('dead');
      const claim = { at: stage.at(11), leaseUntil: stage.at(99), most: 10 };
      expect(await stage.store.claimDeliveries(claim)).toEqual([]);
      expect((await stage.store.findEmailChange(hers.tokenDigest, stage.at(11)))?.state).toBe(
        'live',
      );
    });
  });
}
