import { describe, expect } from 'vitest';
import type { Attempt, ClaimedDelivery, Delivery } from '../server/ports/account-store.ts';
import type { StoreStage, StoreTest } from './store-stage.ts';

/** Queues deliveries one after the other, a second apart. */
async function queue(stage: StoreStage, deliveries: readonly Delivery[]): Promise<void> {
  const ada = await stage.person('ada');
  for (const [index, delivery] of deliveries.entries()) {
    const outcome = await stage.store.updateProfile(
      { accountId: ada.id, values: { name: 'Ada' }, expectedVersion: null },
      stage.effects({ at: stage.at(index), deliveries: [delivery] }),
    );
    expect(outcome).toMatchObject({ kind: 'done' });
  }
}

function claim({ store, at }: StoreStage, seconds: number, most = 100): Promise<ClaimedDelivery[]> {
  return store.claimDeliveries({ at: at(seconds), leaseUntil: at(seconds + 60), most });
}

async function claimIds(stage: StoreStage, seconds: number, most = 100): Promise<string[]> {
  return (await claim(stage, seconds, most)).map(({ id }) => id);
}

/** Deliveries that wait to be done. */
export function describeOutbox(test: StoreTest): void {
  describe('the outbox', () => {
    test('gives out a delivery as it was queued', async (stage) => {
      const mail = stage.newMail(null, {
        kind: 'email_change_link',
        to: 'Ada@example.com',
        language: 'pt-BR',
        params: { changeId: 'x', name: 'Ada "the" \\ Countess 👩🏽‍💻' },
      });
      await queue(stage, [mail]);
      expect(await claim(stage, 10)).toEqual([{ ...mail, tries: 0, createdAt: stage.at(0) }]);
    });

    test('takes what belongs to no account, with the tries that it counts for', async (stage) => {
      const { store, at } = stage;
      const mail = { ...stage.newMail(null), accountId: null };
      const attempt = { key: 'mail:somebody', limits: [{ count: 1, seconds: 60 }] };
      expect(await store.queueDelivery(mail, [attempt], at(0))).toEqual({ kind: 'done' });
      expect(await claim(stage, 0)).toEqual([{ ...mail, tries: 0, createdAt: at(0) }]);
      expect(await store.findAttemptRoom(attempt, at(59))).toEqual({
        kind: 'rate_limited',
        retryAfterSeconds: 1,
      });
    });

    test('takes none of it when a limit has no room, and counts nothing then', async (stage) => {
      const { store, at } = stage;
      const full = { key: 'mail:full', limits: [{ count: 1, seconds: 60 }] };
      const empty = { key: 'mail:empty', limits: [{ count: 1, seconds: 60 }] };
      const locked = { key: 'locked', limits: [], inARow: 1 };
      await store.takeAttempt(full, at(0));
      await store.takeAttempt(locked, at(0));
      const before = await stage.dump();
      const queueWith = (...attempts: Attempt[]) =>
        store.queueDelivery({ ...stage.newMail(null), accountId: null }, attempts, at(10));
      expect(await queueWith(empty, full)).toEqual({ kind: 'rate_limited', retryAfterSeconds: 50 });
      expect(await queueWith(empty, locked)).toEqual({ kind: 'locked' });
      await stage.expectUnchanged(before);
      expect(await queueWith(empty)).toEqual({ kind: 'done' });
    });

    test('gives out no more than asked for, the oldest first', async (stage) => {
      const mails = [stage.newMail(null), stage.newMail(null), stage.newMail(null)];
      await queue(stage, mails);
      const ids = mails.map(({ id }) => id);
      expect((await claimIds(stage, 10, 2)).toSorted()).toEqual(ids.slice(0, 2));
      expect(await claimIds(stage, 10, 2)).toEqual(ids.slice(2));
      expect(await claimIds(stage, 10, 2)).toEqual([]);
    });

    test('gives out a claim that ran out again, from the end of the lease on', async (stage) => {
      const mail = stage.newMail(null);
      await queue(stage, [mail]);
      expect(await claimIds(stage, 10)).toEqual([mail.id]);
      expect(await claimIds(stage, 69.999)).toEqual([]);
      expect(await claim(stage, 70)).toMatchObject([{ id: mail.id, tries: 1 }]);
      expect(await claim(stage, 130)).toMatchObject([{ id: mail.id, tries: 2 }]);
    });

    test('forgets a delivery that is done', async (stage) => {
      const mail = stage.newMail(null);
      await queue(stage, [mail]);
      await claim(stage, 10);
      await stage.store.endDelivery(mail.id);
      expect(await claimIds(stage, 9999)).toEqual([]);
      expect(await stage.dump()).not.toContain(mail.id);
      await stage.store.endDelivery(mail.id);
    });

    test('puts a failed delivery back until it may be tried again', async (stage) => {
      const mail = stage.newMail(null);
      await queue(stage, [mail]);
      await claim(stage, 10);
      await stage.store.failDelivery(mail.id, { retryAt: stage.at(40), reason: 'try 1 was busy' });
      expect(await stage.dump()).toContain('try 1 was busy');
      expect(await claimIds(stage, 39.999)).toEqual([]);
      expect(await claim(stage, 40)).toEqual([{ ...mail, tries: 1, createdAt: stage.at(0) }]);
      await stage.store.failDelivery(mail.id, { retryAt: stage.at(500), reason: 'try 2 was busy' });
      expect(await claimIds(stage, 499.999)).toEqual([]);
      expect(await claim(stage, 500)).toMatchObject([{ tries: 2 }]);
    });

    test('puts a dead letter aside for good, and keeps why', async (stage) => {
      const [mail, other] = [stage.newMail(null), stage.newMail(null)];
      await queue(stage, [mail, other]);
      await claim(stage, 10);
      await stage.store.failDelivery(mail.id, { retryAt: null, reason: 'no such mailbox' });
      expect(await claimIds(stage, 999_999_999)).toEqual([other.id]);
      const left = await stage.dump();
      expect(left).toContain(mail.id);
      expect(left).toContain('no such mailbox');
    });

    test('takes the failure of a delivery that is gone without an error', async (stage) => {
      const before = await stage.dump();
      await stage.store.failDelivery('no-mail', { retryAt: stage.at(1), reason: 'gone' });
      await stage.expectUnchanged(before);
    });

    test('gives each delivery to exactly one of 16 that claim at once', async (stage) => {
      const mails = Array.from({ length: 40 }, () => stage.newMail(null));
      const ada = await stage.person('ada');
      await stage.store.updateProfile(
        { accountId: ada.id, values: { name: 'Ada' }, expectedVersion: null },
        stage.effects({ deliveries: mails }),
      );
      const claims = await Promise.all(Array.from({ length: 16 }, () => claimIds(stage, 10, 5)));
      expect(claims.flat().toSorted()).toEqual(mails.map(({ id }) => id).toSorted());
    });

    test('shares no object with whoever queues or claims', async (stage) => {
      const mail = stage.newMail(null, { params: { name: 'Ada' } });
      await queue(stage, [mail]);
      mail.params['name'] = 'Changed';
      const [claimed] = await claim(stage, 10);
      if (claimed) claimed.params['name'] = 'Changed';
      const [again] = await claim(stage, 100);
      expect([claimed?.id, again?.params]).toEqual([mail.id, { name: 'Ada' }]);
    });
  });
}
