import { describe, expect } from 'vitest';
import type { AuditEntry } from '../server/ports/account-store.ts';
import type { AuditPosition, AuditRecord } from '../server/ports/session-store.ts';
import type { StoreStage, StoreTest } from './store-stage.ts';

/** Records an event at some second; answers it as the log should. */
async function happen(
  stage: StoreStage,
  account: { id: string },
  seconds: number,
  change?: Partial<AuditEntry>,
): Promise<AuditRecord> {
  const at = stage.at(seconds);
  const audit = { ...stage.effects().audit, ...change };
  const effects = stage.effects({ at, audit });
  const outcome = await stage.store.recordEvent({ accountId: account.id }, effects);
  expect(outcome).toEqual({ kind: 'done' });
  return { ...audit, at };
}

/** All ids of a log, read in pages. */
async function pages(
  stage: StoreStage,
  account: { id: string },
  most: number,
): Promise<string[][]> {
  const read: string[][] = [];
  let before: AuditPosition | null = null;
  // A log that repeats itself would have no end.
  while (read.length < 9) {
    const page: AuditRecord[] = await stage.store.findAudit(account.id, before, most);
    const last = page.at(-1);
    if (last === undefined) return read;
    read.push(page.map(({ id }) => id));
    before = { at: last.at, id: last.id };
  }
  return read;
}

/** The account's security log. */
export function describeAudit(test: StoreTest): void {
  describe('the log', () => {
    test('tells what happened, in which session, when, and from where', async (stage) => {
      const ada = await stage.person('ada');
      const from = { browser: 'Firefox', system: 'Linux', place: 'Graz, Austria' };
      const details = { fields: 'name, nickname' };
      const made = { event: 'profile_changed', sessionId: 'session-1', details, from };
      const entry = await happen(stage, ada, 10, made);
      expect(entry).toMatchObject(made);
      expect(await stage.store.findAudit(ada.id, null, 1)).toEqual([entry]);
      expect(await stage.store.findAuditEntry(ada.id, entry.id)).toEqual(entry);
    });

    test('is read newest first, page by page, without a gap or a repetition', async (stage) => {
      const ada = await stage.person('ada');
      const [made] = await stage.store.findAudit(ada.id, null, 9);
      const ids = [made?.id];
      for (const seconds of [10, 20, 30, 40]) {
        ids.unshift((await happen(stage, ada, seconds)).id);
      }
      expect(ids).toHaveLength(5);
      expect(await pages(stage, ada, 2)).toEqual([ids.slice(0, 2), ids.slice(2, 4), ids.slice(4)]);
      expect(await pages(stage, ada, 5)).toEqual([ids]);
      expect(await pages(stage, ada, 1)).toEqual(ids.map((id) => [id]));
    });

    test('goes through entries of one instant by their ids, the greatest first', async (stage) => {
      const ada = await stage.person('ada');
      const entries = [];
      for (const id of ['b', 'd', 'a', 'c']) {
        entries.push(await happen(stage, ada, 10, { id: `entry-${id}` }));
      }
      const [first, ...rest] = await pages(stage, ada, 3);
      expect(first).toEqual(['entry-d', 'entry-c', 'entry-b']);
      expect(rest[0]?.[0]).toBe('entry-a');
      expect(entries).toHaveLength(4);
    });

    test('does not move when something happens between two pages', async (stage) => {
      const ada = await stage.person('ada');
      const older = await happen(stage, ada, 10);
      const newer = await happen(stage, ada, 20);
      await happen(stage, ada, 30);
      const next = await stage.store.findAudit(ada.id, { at: newer.at, id: newer.id }, 1);
      expect(next).toEqual([older]);
    });

    test("is the account's own", async (stage) => {
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      const entry = await happen(stage, ada, 10);
      const hers = await happen(stage, eve, 20);
      expect(await stage.store.findAuditEntry(eve.id, entry.id)).toBeNull();
      expect(await stage.store.findAuditEntry(ada.id, 'no-entry')).toBeNull();
      const after = { at: hers.at, id: hers.id };
      const found = await stage.store.findAudit(ada.id, after, 9);
      expect(found.map(({ id }) => id)).toContain(entry.id);
      const all = [...found, ...(await stage.store.findAudit(ada.id, null, 9))];
      expect(all.map(({ id }) => id)).not.toContain(hers.id);
      expect(await stage.store.findAudit('nobody', null, 9)).toEqual([]);
    });

    test('does not change the account', async (stage) => {
      const ada = await stage.person('ada');
      await happen(stage, ada, 10);
      expect(await stage.read(ada)).toEqual(ada);
    });

    test('of an account that is not there is not written', async (stage) => {
      const before = await stage.dump();
      const outcome = await stage.store.recordEvent({ accountId: 'nobody' }, stage.effects());
      expect(outcome).toEqual({ kind: 'gone' });
      await stage.expectUnchanged(before);
    });

    test('shares no object with the store', async (stage) => {
      const ada = await stage.person('ada');
      const details = { field: 'name' };
      const { id } = await happen(stage, ada, 10, { details });
      details.field = 'changed';
      const found = await stage.store.findAuditEntry(ada.id, id);
      expect(found?.details).toEqual({ field: 'name' });
      if (found !== null) found.details['field'] = 'changed';
      const again = await stage.store.findAuditEntry(ada.id, id);
      expect(again?.details).toEqual({ field: 'name' });
    });
  });
}
