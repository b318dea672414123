import { describe, expect } from 'vitest';
import type { Attempt } from '../server/ports/account-store.ts';
import type { StoreTest } from './store-stage.ts';

const day = 24 * 3600;

/** Forgetting what has run out. */
export function describePurge(test: StoreTest): void {
  describe('purging', () => {
    test('removes sessions, grants and tries that have run out, and no others', async (stage) => {
      const { store, at } = stage;
      const ada = await stage.person('ada');
      const session = await stage.signIn(ada);
      const living = await stage.signIn(ada, { expiresAt: at(3601) });
      const grant = await stage.grant(ada, { expiresAt: at(3600) });
      const usable = await stage.grant(ada, { expiresAt: at(3601) });
      const limits = [
        { count: 5, seconds: 60 },
        { count: 9, seconds: 3600 },
      ];
      await store.takeAttempt({ key: 'key-that-ran-out', limits }, at(0));
      await store.takeAttempt({ key: 'key-that-counts', limits: [...limits] }, at(1));
      await store.purge(at(3600));
      const left = await stage.dump();
      for (const gone of [session.tokenDigest, grant.digest, 'key-that-ran-out']) {
        expect(left).not.toContain(gone);
      }
      for (const kept of [living.tokenDigest, usable.digest, 'key-that-counts']) {
        expect(left).toContain(kept);
      }
      expect(await store.findSession(living.tokenDigest, at(3600))).not.toBeNull();
      expect(await store.findGrant(usable, at(3600))).toBe(true);
    });

    test('removes challenges and set-ups that have run out, and no others', async (stage) => {
      const { store, at } = stage;
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      const accountId = ada.id;
      const bound = { accountId, sessionId: 'session', purpose: 'changePassword' };
      const free = { accountId: null, sessionId: null, purpose: 'signIn' };
      const challenges = [
        { ...bound, digest: 'challenge-out', expiresAt: at(600) },
        { ...free, digest: 'challenge-of-nobody-out', expiresAt: at(600) },
        { ...bound, digest: 'challenge-live', expiresAt: at(601) },
        { ...free, digest: 'challenge-of-nobody-live', expiresAt: at(601) },
      ];
      for (const challenge of challenges) await store.putChallenge(challenge, stage.effects());
      const setUp = { accountId, secretId: 'secret-out', sessionId: 's', expiresAt: at(600) };
      await store.putTotp(setUp, stage.effects());
      const hers = { ...setUp, accountId: eve.id, secretId: 'secret-live', expiresAt: at(601) };
      await store.putTotp(hers, stage.effects());
      const gone = ['challenge-out', 'challenge-of-nobody-out', 'secret-out'];
      const kept = ['challenge-live', 'challenge-of-nobody-live', 'secret-live'];
      await store.purge(at(599.999));
      const before = await stage.dump();
      expect([...gone, ...kept].filter((text) => !before.includes(text))).toEqual([]);
      await store.purge(at(600));
      const left = await stage.dump();
      expect(gone.filter((text) => left.includes(text))).toEqual([]);
      expect(kept.filter((text) => !left.includes(text))).toEqual([]);
    });

    test('leaves an app that is on, recovery codes and former passwords alone', async (stage) => {
      const { store, at } = stage;
      const ada = await stage.person('ada');
      const session = { accountId: ada.id, sessionId: 'session' };
      const totp = { ...session, secretId: 'secret' };
      await store.putTotp({ ...totp, expiresAt: at(600) }, stage.effects());
      await store.enableTotp({ ...totp, step: 1, codeDigests: ['code'] }, stage.effects());
      const password = { passwordHash: '$new', standsAlone: true, keepHistory: 1 };
      const change = { accountId: ada.id, previousHash: ada.passwordHash, ...password };
      await store.changePassword({ ...change, end: { keep: null } }, stage.effects());
      const before = await stage.dump();
      await store.purge(at(9999 * day));
      await stage.expectUnchanged(before);
    });

    test('removes tries in a row of nobody known after 30 days, and those of an account never', async (stage) => {
      const { store, at } = stage;
      const { id: accountId } = await stage.person('ada');
      const tries = (key: string, owner: string | null): Attempt => ({
        key,
        limits: [],
        inARow: 1,
        accountId: owner,
      });
      const [own, nobodys] = [tries('own-key', accountId), tries('key-of-nobody', null)];
      for (const attempt of [own, nobodys]) await store.takeAttempt(attempt, at(0));
      const locked = { kind: 'locked' };
      await store.purge(at(30 * day));
      expect(await store.findAttemptRoom(nobodys, at(30 * day))).toEqual(locked);
      await store.purge(at(31 * day));
      expect(await store.findAttemptRoom(nobodys, at(31 * day))).toEqual({ kind: 'done' });
      expect(await store.findAttemptRoom(own, at(31 * day))).toEqual(locked);
    });

    test('removes links of every kind 30 days after their end, and not before', async (stage) => {
      const { store, at } = stage;
      const ada = await stage.person('ada', { emailVerified: false });
      const long = { expiresAt: at(99 * day) };
      const links = [
        await stage.link(ada, 'verification', long),
        await stage.link(ada, 'password_reset', long),
        await stage.link(ada, 'security_report'),
        await stage.link(ada, 'security_report', long),
      ];
      const [dead, used] = links;
      await stage.link(ada, 'verification', { expiresAt: at(60) }, { at: at(10) });
      const password = { passwordHash: '$new', standsAlone: true, keepHistory: 0 };
      const reset = { id: String(used?.id), ...password };
      await store.takePasswordReset(reset, stage.effects({ at: at(20) }));
      const states = async (seconds: number): Promise<(string | undefined)[]> => {
        const found = links.map(({ tokenDigest }) => store.findLink(tokenDigest, at(seconds)));
        return (await Promise.all(found)).map((link) => link?.state);
      };
      await store.purge(at(30 * day));
      expect(dead?.kind).toBe('verification');
      expect(await states(30 * day)).toEqual(['dead', 'used', 'expired', 'live']);
      await store.purge(at(31 * day));
      expect(await states(31 * day)).toEqual([undefined, undefined, undefined, 'live']);
    });

    test('keeps a limit exact', async (stage) => {
      const { store, at } = stage;
      const attempt = { key: 'proof:ada', limits: [{ count: 2, seconds: 300 }] };
      await store.takeAttempt(attempt, at(0));
      await store.takeAttempt(attempt, at(100));
      await store.purge(at(200));
      const refused = { kind: 'rate_limited', retryAfterSeconds: 100 };
      expect(await store.takeAttempt(attempt, at(200))).toEqual(refused);
      await store.purge(at(300));
      expect(await store.takeAttempt(attempt, at(300))).toMatchObject({ kind: 'done' });
      expect(await store.takeAttempt(attempt, at(301))).toEqual({
        ...refused,
        retryAfterSeconds: 99,
      });
    });

    test('removes links 30 days after they were used, died or expired, and remembers them until then', async (stage) => {
      const { store, at } = stage;
      const ada = await stage.person('ada');
      const report = stage.newReport('ada@example.com', { expiresAt: at(3600) });
      const dead = await stage.pend(ada, { address: 'dead@example.com', report });
      const used = await stage.pend(ada, { address: 'used@example.com' });
      await store.takeEmailChange(
        { id: used.id, keepOldUntil: at(3600), report: null },
        stage.effects({ at: at(10) }),
      );
      const expired = await stage.pend(ada, { address: 'old@example.com' }, { at: at(20) });
      const states = async (seconds: number): Promise<(string | undefined)[]> => {
        const links = await Promise.all([
          store.findEmailChange(dead.tokenDigest, at(seconds)),
          store.findEmailChange(used.tokenDigest, at(seconds)),
          store.findEmailChange(expired.tokenDigest, at(seconds)),
          store.findEmailReport(report.tokenDigest, at(seconds)),
        ]);
        return links.map((link) => link?.state);
      };
      const remembered = ['dead', 'used', 'expired', 'expired'];
      await store.purge(at(29 * day));
      expect(await states(29 * day)).toEqual(remembered);
      await store.purge(at(31 * day));
      expect(await states(31 * day)).toEqual([undefined, undefined, undefined, undefined]);
      expect((await stage.read(ada)).email).toBe('used@example.com');
    });

    test('counts the 30 days from the end of a link, however long it could have worked', async (stage) => {
      const { store, at } = stage;
      const ada = await stage.person('ada');
      const report = stage.newReport('ada@example.com', { expiresAt: at(99 * day) });
      const change = await stage.pend(ada, { report, expiresAt: at(99 * day) });
      await store.takeEmailReport({ id: report.id }, stage.effects({ at: at(10) }));
      const states = async (seconds: number): Promise<(string | undefined)[]> => [
        (await store.findEmailChange(change.tokenDigest, at(seconds)))?.state,
        (await store.findEmailReport(report.tokenDigest, at(seconds)))?.state,
      ];
      await store.purge(at(29 * day));
      expect(await states(29 * day)).toEqual(['dead', 'used']);
      await store.purge(at(31 * day));
      expect(await states(31 * day)).toEqual([undefined, undefined]);
    });

    test('removes kept addresses that have run out, and keeps the others kept', async (stage) => {
      const { store, at } = stage;
      const ada = await stage.person('ada');
      const { id } = await stage.pend(ada);
      const effects = stage.effects({ at: at(10) });
      await store.takeEmailChange({ id, keepOldUntil: at(7 * day), report: null }, effects);
      await store.purge(at(6 * day));
      expect(await store.isEmailTaken('ada@example.com', null, at(6 * day))).toBe(true);
      await store.purge(at(7 * day));
      expect(await stage.dump()).not.toContain('ada@example.com');
    });

    test('leaves accounts, pending changes, the outbox and discarded files alone', async (stage) => {
      const { store, at } = stage;
      const ada = await stage.person('ada');
      const mail = stage.newMail(ada, { to: ada.email });
      await stage.pend(ada, { expiresAt: at(99 * day) }, { deliveries: [mail] });
      await store.discardFiles(['a/1.webp'], at(0));
      const before = await stage.dump();
      await store.purge(at(50 * day));
      await stage.expectUnchanged(before);
    });
  });
}
