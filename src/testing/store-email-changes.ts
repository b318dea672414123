import { describe, expect } from 'vitest';
import type { StoreStage, StoreTest } from './store-stage.ts';
import { race } from './store-stage.ts';

type Taken = ReturnType<StoreStage['store']['takeEmailChange']>;

function take(stage: StoreStage, change: { id: string }, seconds = 10): Taken {
  return stage.store.takeEmailChange(
    { id: change.id, keepOldUntil: stage.at(604_800), report: null },
    stage.effects({ at: stage.at(seconds) }),
  );
}

async function stateOf(
  stage: StoreStage,
  change: { tokenDigest: string },
  seconds = 10,
): Promise<string | undefined> {
  return (await stage.store.findEmailChange(change.tokenDigest, stage.at(seconds)))?.state;
}

/** A pending change with its three mails: the link, the warning for an owner, and the notice to the present address. */
async function pendWithMails(
  stage: StoreStage,
  account: { id: string; email: string },
  address: string,
): Promise<string[]> {
  const change = stage.newChange(account, { address });
  const mail = (kind: string, to: string): ReturnType<StoreStage['newMail']> =>
    stage.newMail(account, { kind, to, params: { changeId: change.id } });
  const mails = [
    mail('email_change_link', address),
    mail('email_change_taken', address),
    mail('email_change_requested', account.email),
  ];
  await stage.store.putEmailChange(change, stage.effects({ deliveries: mails }));
  return mails.map(({ id }) => id);
}

async function queued({ store, at }: StoreStage): Promise<string[]> {
  const claim = { at: at(20), leaseUntil: at(21), most: 100 };
  return (await store.claimDeliveries(claim)).map(({ id }) => id);
}

function describePending(test: StoreTest): void {
  describe('a pending change of address', () => {
    test('shows in the account, raises the version, and leaves the address alone', async (stage) => {
      const ada = await stage.person('ada', { emailVerified: false });
      const change = stage.newChange(ada);
      const effects = stage.effects({ at: stage.at(5) });
      const outcome = await stage.store.putEmailChange(change, effects);
      const pendingEmail = {
        id: change.id,
        address: 'new@example.com',
        requestedAt: stage.at(5),
        expiresAt: stage.at(3600),
      };
      const expected = { ...ada, version: 2, pendingEmail };
      expect(outcome).toEqual({ kind: 'done', account: expected });
      expect(await stage.read(ada, stage.at(6))).toEqual(expected);
      const byEmail = await stage.store.findAccountByEmail('ada@example.com', stage.at(6));
      expect(byEmail).toEqual(expected);
    });

    test('is found by its token', async (stage) => {
      const ada = await stage.person('ada');
      const change = await stage.pend(ada);
      const found = await stage.store.findEmailChange(change.tokenDigest, stage.at(1));
      const expected = { id: change.id, accountId: ada.id, address: change.address, state: 'live' };
      expect(found).toEqual(expected);
      expect(await stage.store.findEmailChange('another-digest', stage.at(1))).toBeNull();
    });

    test('works until the instant at which it expires, and is then left out of the account', async (stage) => {
      const ada = await stage.person('ada');
      const change = await stage.pend(ada);
      expect(await stateOf(stage, change, 3599.999)).toBe('live');
      expect((await stage.read(ada, stage.at(3599.999))).pendingEmail).not.toBeNull();
      expect(await stateOf(stage, change, 3600)).toBe('expired');
      expect((await stage.read(ada, stage.at(3600))).pendingEmail).toBeNull();
      expect(await take(stage, change, 3600)).toEqual({ kind: 'link_used' });
      expect((await stage.read(ada)).email).toBe('ada@example.com');
    });

    test('takes the place of another one, which is then dead', async (stage) => {
      const ada = await stage.person('ada');
      const older = await stage.pend(ada, { address: 'older@example.com' });
      const newer = await stage.pend(ada, { address: 'newer@example.com' });
      expect(await stateOf(stage, older)).toBe('dead');
      expect(await stateOf(stage, newer)).toBe('live');
      expect((await stage.read(ada)).pendingEmail?.address).toBe('newer@example.com');
      expect((await stage.read(ada)).version).toBe(3);
      expect(await take(stage, older)).toEqual({ kind: 'link_used' });
      expect((await stage.read(ada)).email).toBe('ada@example.com');
    });

    test('of 16 put at once exactly one is live', async (stage) => {
      const ada = await stage.person('ada');
      const changes = Array.from({ length: 16 }, (_, index) =>
        stage.newChange(ada, { address: `new${index}@example.com` }),
      );
      await Promise.all(changes.map((one) => stage.store.putEmailChange(one, stage.effects())));
      const states = await Promise.all(
        changes.map(({ tokenDigest }) => stateOf(stage, { tokenDigest: tokenDigest ?? '' })),
      );
      expect(states.filter((state) => state === 'live')).toHaveLength(1);
      expect(states.filter((state) => state === 'dead')).toHaveLength(15);
    });

    test('removes the queued mails to the address of the other one, and keeps the notices', async (stage) => {
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      const [, , notice] = await pendWithMails(stage, ada, 'older@example.com');
      const hers = await pendWithMails(stage, eve, 'older@example.com');
      const newer = await pendWithMails(stage, ada, 'newer@example.com');
      expect((await queued(stage)).toSorted()).toEqual([notice, ...hers, ...newer].toSorted());
    });

    test('with a report, its link is there', async (stage) => {
      const ada = await stage.person('ada');
      const report = stage.newReport(ada.email);
      await stage.pend(ada, { report });
      const found = await stage.store.findEmailReport(report.tokenDigest, stage.at(1));
      const expected = { id: report.id, accountId: ada.id, address: ada.email, state: 'live' };
      expect(found).toEqual(expected);
    });

    test('without a token looks the same and can never be confirmed', async (stage) => {
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      const blind = stage.newChange(ada, { address: eve.email, tokenDigest: null });
      const other = stage.newChange(eve, { address: ada.email, tokenDigest: null });
      const outcome = await stage.store.putEmailChange(blind, stage.effects());
      await stage.store.putEmailChange(other, stage.effects());
      expect(outcome).toMatchObject({
        kind: 'done',
        account: { version: 2, pendingEmail: { id: blind.id, address: eve.email } },
      });
      await remove(stage, eve);
      expect(await take(stage, blind)).toEqual({ kind: 'link_used' });
      expect((await stage.read(ada)).email).toBe(ada.email);
    });

    test('is given up', async (stage) => {
      const ada = await stage.person('ada');
      const change = await stage.pend(ada);
      const [, , notice] = await pendWithMails(stage, ada, 'newer@example.com');
      const outcome = await stage.store.cancelEmailChange({ accountId: ada.id }, stage.effects());
      expect(outcome).toEqual({ kind: 'done', account: { ...ada, version: 4 } });
      expect(await stateOf(stage, change)).toBe('dead');
      expect(await queued(stage)).toEqual([notice]);
    });

    test('given up when there is none, nothing is written', async (stage) => {
      const ada = await stage.person('ada');
      await stage.pend(ada);
      await stage.store.cancelEmailChange({ accountId: ada.id }, stage.effects());
      const after = await stage.read(ada);
      const before = await stage.dump();
      const effects = stage.effects({ deliveries: [stage.newMail(ada)] });
      const outcome = await stage.store.cancelEmailChange({ accountId: ada.id }, effects);
      expect(outcome).toEqual({ kind: 'done', account: after });
      await stage.expectUnchanged(before);
    });
  });
}

function remove(stage: StoreStage, account: { id: string }): Promise<{ kind: string }> {
  return stage.store.deleteAccount({ accountId: account.id }, stage.effects());
}

function describeConfirmation(test: StoreTest): void {
  describe('a confirmed change of address', () => {
    test("makes the address the account's, verified", async (stage) => {
      const ada = await stage.person('ada', { emailVerified: false });
      const change = await stage.pend(ada, { address: 'New@example.com' });
      const outcome = await take(stage, change);
      const expected = { ...ada, version: 3, email: 'New@example.com', emailVerified: true };
      expect(outcome).toEqual({ kind: 'done', account: expected });
      expect(await stage.store.findAccountByEmail('new@example.com', stage.at(11))).toEqual(
        expected,
      );
      expect(await stage.store.findAccountByEmail('ada@example.com', stage.at(11))).toBeNull();
      expect(await stateOf(stage, change)).toBe('used');
      expect(await stateOf(stage, change, 99_999)).toBe('used');
    });

    test('works once', async (stage) => {
      const ada = await stage.person('ada');
      const change = await stage.pend(ada);
      await take(stage, change);
      const before = await stage.dump();
      expect(await take(stage, change)).toEqual({ kind: 'link_used' });
      await stage.expectUnchanged(before);
    });

    test('of 16 that race for one link exactly one wins', async (stage) => {
      const ada = await stage.person('ada');
      const change = await stage.pend(ada);
      expect(await race(() => take(stage, change))).toEqual({ done: 1, link_used: 15 });
      expect((await stage.read(ada)).version).toBe(3);
    });

    test('a link that was never put is used', async (stage) => {
      expect(await take(stage, { id: 'never-put' })).toEqual({ kind: 'link_used' });
    });

    test('keeps the old address for this account, for as long as it says', async (stage) => {
      const { store, at } = stage;
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      await take(stage, await stage.pend(ada));
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
      await take(stage, await stage.pend(ada));
      const { store, at } = stage;
      const effects = stage.effects({ at: at(11) });
      const change = { accountId: eve.id, address: ada.email, addressCanonical: ada.email };
      expect(await store.changeEmailNow(change, effects)).toEqual({ kind: 'email_taken' });
      expect(await take(stage, hers, 11)).toEqual({ kind: 'email_taken' });
      const another = stage.newAccount('another', { email: ada.email });
      expect(await store.createAccount(another, null, effects)).toEqual({ kind: 'email_taken' });
    });

    test('the account itself may take its kept address back', async (stage) => {
      const ada = await stage.person('ada');
      await take(stage, await stage.pend(ada));
      const back = await stage.pend(ada, { address: ada.email }, { at: stage.at(20) });
      const outcome = await take(stage, back, 30);
      expect(outcome).toMatchObject({ kind: 'done', account: { email: ada.email } });
      expect(await stage.store.isEmailTaken('new@example.com', null, stage.at(31))).toBe(true);
    });

    test('leaves sessions alone and kills every grant of the account', async (stage) => {
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      const session = await stage.signIn(ada);
      const [own, hers] = [await stage.grant(ada), await stage.grant(eve)];
      await take(stage, await stage.pend(ada));
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
      expect(await stateOf(stage, change)).toBe('dead');
      expect(await stage.read(ada)).toEqual({ ...ada, version: 3 });
      expect(await stage.dump()).not.toContain(mail.id);
    });

    test('of 16 accounts that race for one address exactly one gets it', async (stage) => {
      const changes: { id: string }[] = [];
      for (let index = 0; index < 16; index++) {
        changes.push(await stage.pend(await stage.person(`racer${index}`)));
      }
      const counts = await race((index) => take(stage, changes[index] ?? { id: '' }));
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
      expect(await stateOf(stage, pending)).toBe('dead');
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

/** Changes of address: pending, given up, confirmed, and at once. */
export function describeEmailChanges(test: StoreTest): void {
  describePending(test);
  describeConfirmation(test);
  describeInstantChange(test);
}
