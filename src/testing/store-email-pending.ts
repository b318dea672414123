import { describe, expect } from 'vitest';
import type { StoreStage, StoreTest } from './store-stage.ts';
import { race } from './store-stage.ts';

type Taken = ReturnType<StoreStage['store']['takeEmailChange']>;

/** Follows the link of a pending change. */
export function takeChange(stage: StoreStage, change: { id: string }, seconds = 10): Taken {
  return stage.store.takeEmailChange(
    { id: change.id, keepOldUntil: stage.at(604_800), report: null },
    stage.effects({ at: stage.at(seconds) }),
  );
}

/** What the link of a pending change answers. */
export async function changeState(
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

function remove(stage: StoreStage, account: { id: string }): Promise<{ kind: string }> {
  return stage.store.deleteAccount({ accountId: account.id }, stage.effects());
}

/** An address that waits for its confirmation. */
export function describePendingEmails(test: StoreTest): void {
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
      expect(await changeState(stage, change, 3599.999)).toBe('live');
      expect((await stage.read(ada, stage.at(3599.999))).pendingEmail).not.toBeNull();
      expect(await changeState(stage, change, 3600)).toBe('expired');
      expect((await stage.read(ada, stage.at(3600))).pendingEmail).toBeNull();
      expect(await takeChange(stage, change, 3600)).toEqual({ kind: 'link_used' });
      expect((await stage.read(ada)).email).toBe('ada@example.com');
    });

    test('takes the place of another one, which is then dead', async (stage) => {
      const ada = await stage.person('ada');
      const older = await stage.pend(ada, { address: 'older@example.com' });
      const newer = await stage.pend(ada, { address: 'newer@example.com' });
      expect(await changeState(stage, older)).toBe('dead');
      expect(await changeState(stage, newer)).toBe('live');
      expect((await stage.read(ada)).pendingEmail?.address).toBe('newer@example.com');
      expect((await stage.read(ada)).version).toBe(3);
      expect(await takeChange(stage, older)).toEqual({ kind: 'link_used' });
      expect((await stage.read(ada)).email).toBe('ada@example.com');
    });

    test('in place of a named one is put only while that one waits; else nothing happens', async (stage) => {
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      const hers = await stage.pend(eve, { address: 'hers@example.com' });
      const first = await stage.pend(ada);
      const again = stage.newChange(ada, { replaces: first.id });
      const put = (replaces: string, seconds: number): Promise<{ kind: string }> => {
        const mail = stage.newMail(ada);
        const effects = stage.effects({ at: stage.at(seconds), deliveries: [mail] });
        return stage.store.putEmailChange(stage.newChange(ada, { replaces }), effects);
      };
      expect((await stage.store.putEmailChange(again, stage.effects())).kind).toBe('done');
      expect(await changeState(stage, first)).toBe('dead');
      const before = await stage.dump();
      for (const other of [first.id, hers.id, 'no change']) {
        expect(await put(other, 1)).toEqual({ kind: 'not_pending' });
      }
      expect(await put(again.id, 3600)).toEqual({ kind: 'not_pending' });
      await stage.expectUnchanged(before);
    });

    test('of 16 that each take the place of the same one exactly one is put', async (stage) => {
      const ada = await stage.person('ada');
      const { id: replaces } = await stage.pend(ada);
      const kinds = await race(() =>
        stage.store.putEmailChange(stage.newChange(ada, { replaces }), stage.effects()),
      );
      expect(kinds).toEqual({ done: 1, not_pending: 15 });
    });

    test('of 16 put at once exactly one is live', async (stage) => {
      const ada = await stage.person('ada');
      const changes = Array.from({ length: 16 }, (_, index) =>
        stage.newChange(ada, { address: `new${index}@example.com` }),
      );
      await Promise.all(changes.map((one) => stage.store.putEmailChange(one, stage.effects())));
      const states = await Promise.all(
        changes.map(({ tokenDigest }) => changeState(stage, { tokenDigest: tokenDigest ?? '' })),
      );
      expect(states.filter((state) => state === 'live')).toHaveLength(1);
      expect(states.filter((state) => state === 'dead')).toHaveLength(15);
    });

    test('removes the queued mails to the address of the other one, and keeps the notices', async (stage) => {
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      const [, , notice] = await pendWithMails(stage, ada, 'older@example.com');
      const hers = await pendWithMails(stage, eve, 'older@example.com');
      const newer = await pendWithMails(stage, ada, 'newer@example.com');
      expect((await queued(stage)).toSorted()).toEqual(
        [String(notice), ...hers, ...newer].toSorted(),
      );
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
      expect(await takeChange(stage, blind)).toEqual({ kind: 'link_used' });
      expect((await stage.read(ada)).email).toBe(ada.email);
    });

    test('is given up', async (stage) => {
      const ada = await stage.person('ada');
      const change = await stage.pend(ada);
      const [, , notice] = await pendWithMails(stage, ada, 'newer@example.com');
      const outcome = await stage.store.cancelEmailChange({ accountId: ada.id }, stage.effects());
      expect(outcome).toEqual({ kind: 'done', account: { ...ada, version: 4 } });
      expect(await changeState(stage, change)).toBe('dead');
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
