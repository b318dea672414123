import { describe, expect } from 'vitest';
import type { StoreTest } from './store-stage.ts';
import { changeState, takeChange } from './store-email-pending.ts';
import { race } from './store-stage.ts';

function describeConfirmation(test: StoreTest): void {
  describe('a confirmed change of address', () => {
    test("makes the address the account's, verified", async (stage) => {
      const ada = await stage.person('ada', { emailVerified: false });
      const change = await stage.pend(ada, { address: 'New@example.com' });
      const outcome = await takeChange(stage, change);
      const expected = { ...ada, version: 3, email: 'New@example.com', emailVerified: true };
      expect(outcome).toEqual({ kind: 'done', account: expected });
      expect(await stage.store.findAccountByEmail('new@example.com', stage.at(11))).toEqual(
        expected,
      );
      expect(await stage.store.findAccountByEmail('ada@example.com', stage.at(11))).toBeNull();
      expect(await changeState(stage, change)).toBe('used');
      expect(await changeState(stage, change, 99_999)).toBe('used');
    });

    test('works once', async (stage) => {
      const ada = await stage.person('ada');
      const change = await stage.pend(ada);
      await takeChange(stage, change);
      const before = await stage.dump();
      expect(await takeChange(stage, change)).toEqual({ kind: 'link_used' });
      await stage.expectUnchanged(before);
    });

    test('of 16 that race for one link exactly one wins', async (stage) => {
      const ada = await stage.person('ada');
      const change = await stage.pend(ada);
      expect(await race(() => takeChange(stage, change))).toEqual({ done: 1, link_used: 15 });
      expect((await stage.read(ada)).version).toBe(3);
    });

    test('a link that was never put is used', async (stage) => {
      expect(await takeChange(stage, { id: 'never-put' })).toEqual({ kind: 'link_used' });
    });

    test('keeps the old address for this account, for as long as it says', async (stage) => {
      const { store, at } = stage;
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      await takeChange(stage, await stage.pend(ada));
      const taken = (seconds: number, except: string | null): Promise<boolean> =>
        store.isEmailTaken('ada@example.com', except, at(seconds));
      expect(await taken(604_799, null)).toBe(true);
      expect(await taken(604_799, eve.id)).toBe(true);
      expect(await taken(11, ada.id)).toBe(false);
      expect(await taken(604_800, null)).toBe(false);
    });

    test('nobody else gets the kept address, by any way', async (stage) => {
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      const hers = await stage.pend(eve, { address: ada.email });
      await takeChange(stage, await stage.pend(ada));
      const { store, at } = stage;
      const effects = stage.effects({ at: at(11) });
      const change = { accountId: eve.id, address: ada.email, addressCanonical: ada.email };
      expect(await store.changeEmailNow(change, effects)).toEqual({ kind: 'email_taken' });
      expect(await takeChange(stage, hers, 11)).toEqual({ kind: 'email_taken' });
      const another = stage.newAccount('another', { email: ada.email });
      expect(await store.createAccount(another, null, effects)).toEqual({ kind: 'email_taken' });
    });

    test('the account itself may take its kept address back', async (stage) => {
      const ada = await stage.person('ada');
      await takeChange(stage, await stage.pend(ada));
      const back = await stage.pend(ada, { address: ada.email }, { at: stage.at(20) });
      const outcome = await takeChange(stage, back, 30);
      expect(outcome).toMatchObject({ kind: 'done', account: { email: ada.email } });
      expect(await stage.store.isEmailTaken('new@example.com', null, stage.at(31))).toBe(true);
    });

    test('leaves sessions alone and kills every grant of the account', async (stage) => {
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      const session = await stage.signIn(ada);
      const [own, hers] = [await stage.grant(ada), await stage.grant(eve)];
      await takeChange(stage, await stage.pend(ada));
      expect(await stage.store.findSession(session.tokenDigest, stage.at(11))).not.toBeNull();
      expect(await stage.store.findGrant(own, stage.at(11))).toBe(false);
      expect(await stage.store.findGrant(hers, stage.at(11))).toBe(true);
    });

    test('with a report, its link is there', async (stage) => {
      const ada = await stage.person('ada');
      const report = stage.newReport(ada.email);
      const { id } = await stage.pend(ada);
      await stage.store.takeEmailChange(
        { id, keepOldUntil: stage.at(99), report },
        stage.effects(),
      );
      const found = await stage.store.findEmailReport(report.tokenDigest, stage.at(1));
      expect(found).toMatchObject({ id: report.id, address: ada.email, state: 'live' });
    });

    test("somebody's address refuses; the change is then dead, the version rises, no effect happens", async (stage) => {
      const ada = await stage.person('ada');
      const change = await stage.pend(ada, { address: 'wanted@example.com' });
      await stage.person('eve', { email: 'Wanted@example.com' });
      const mail = stage.newMail(ada);
      const outcome = await stage.store.takeEmailChange(
        { id: change.id, keepOldUntil: stage.at(99), report: stage.newReport(ada.email) },
        stage.effects({ at: stage.at(10), deliveries: [mail] }),
      );
      expect(outcome).toEqual({ kind: 'email_taken' });
      expect(await changeState(stage, change)).toBe('dead');
      expect(await stage.read(ada)).toEqual({ ...ada, version: 3 });
      expect(await stage.dump()).not.toContain(mail.id);
    });

    test('of 16 accounts that race for one address exactly one gets it', async (stage) => {
      const changes: { id: string }[] = [];
      for (let index = 0; index < 16; index++) {
        changes.push(await stage.pend(await stage.person(`racer${index}`)));
      }
      const counts = await race((index) => takeChange(stage, changes[index] ?? { id: '' }));
      expect(counts).toEqual({ done: 1, email_taken: 15 });
    });
  });
}

function describeInstantChange(test: StoreTest): void {
  describe('a change of address without mail', () => {
    test('replaces the address at once, unverified, and ends a pending change', async (stage) => {
      const ada = await stage.person('ada');
      const pending = await stage.pend(ada);
      const outcome = await stage.store.changeEmailNow(
        { accountId: ada.id, address: 'Now@example.com', addressCanonical: 'now@example.com' },
        stage.effects(),
      );
      const expected = { ...ada, version: 3, email: 'Now@example.com', emailVerified: false };
      expect(outcome).toEqual({ kind: 'done', account: expected });
      expect(await stage.read(ada)).toEqual(expected);
      expect(await changeState(stage, pending)).toBe('dead');
      expect(await stage.store.isEmailTaken('ada@example.com', null, stage.at(1))).toBe(false);
    });

    test("somebody's address refuses and changes nothing", async (stage) => {
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      await stage.pend(ada);
      const before = await stage.dump();
      const change = { accountId: ada.id, address: eve.email, addressCanonical: eve.email };
      const outcome = await stage.store.changeEmailNow(change, stage.effects());
      expect(outcome).toEqual({ kind: 'email_taken' });
      await stage.expectUnchanged(before);
    });

    test('of 16 accounts that race for one address exactly one gets it', async (stage) => {
      const people: string[] = [];
      for (let index = 0; index < 16; index++) people.push((await stage.person(`r${index}`)).id);
      const [address, addressCanonical] = ['one@example.com', 'one@example.com'];
      const counts = await race((index) =>
        stage.store.changeEmailNow(
          { accountId: people[index] ?? '', address, addressCanonical },
          stage.effects(),
        ),
      );
      expect(counts).toEqual({ done: 1, email_taken: 15 });
    });
  });
}

/** Changes of address that happen: confirmed, and at once. */
export function describeEmailChanges(test: StoreTest): void {
  describeConfirmation(test);
  describeInstantChange(test);
}
