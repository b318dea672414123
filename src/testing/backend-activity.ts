import { describe, expect } from 'vitest';
import type { ActivityEntry } from '../contract/activity.ts';
import { activityPage } from '../contract/activity.ts';
import type { FullBackend } from '../contract/backend.ts';
import type { BackendTest } from './backend-stage.ts';
import { ada, codeOf, fieldsOf, grace } from './backend-stage.ts';

async function newest(backend: FullBackend): Promise<ActivityEntry | undefined> {
  return (await backend.listActivity()).entries[0];
}

/** `listActivity` and `reportActivity`. */
export function describeActivityOperations(test: BackendTest): void {
  describe('listActivity', () => {
    test('has what was done, and whether this session did it', async (stage) => {
      const [own, other] = [await stage.signIn(ada.email), await stage.signIn(ada.email)];
      await stage.advance(1);
      await stage.requestLink(own, 'new@example.com');
      await stage.advance(1);
      await own.cancelEmailChange();
      const entry = await newest(own);
      expect(entry).toMatchObject({ event: 'email_change_cancelled', current: true });
      expect(Object.keys(entry ?? {}).toSorted()).toEqual(['at', 'current', 'event', 'from', 'id']);
      expect(await newest(other)).toEqual({ ...entry, current: false });
    });

    test('has what was refused: a wrong password', async (stage) => {
      const own = await stage.signIn(ada.email);
      await stage.advance(1);
      await codeOf(own.stepUp({ purpose: 'deleteAccount', password: 'not the password' }));
      const { account, entries } = await own.listActivity();
      expect(entries[0]).toMatchObject({ event: 'step_up_failed', current: true });
      expect(account).toEqual(await stage.read(own));
      expect(JSON.stringify(entries)).not.toContain('not the password');
    });

    test(`answers ${activityPage} entries at a time, newest first, each once`, async (stage) => {
      const own = await stage.signIn(ada.email);
      const read = async (): Promise<ActivityEntry[][]> => {
        const pages: ActivityEntry[][] = [];
        let before: string | null | undefined;
        while (before !== null) {
          const { entries, next } = await own.listActivity(before === undefined ? {} : { before });
          pages.push(entries);
          before = next;
        }
        return pages;
      };
      const known = (await read()).flat();
      for (let change = 0; change < 2 * activityPage + 1; change++) {
        // Some at the same instant: those have an order, too.
        if (change % 3 === 0) await stage.advance(1);
        await own.updateProfile({ nickname: `Countess ${change}` });
      }
      const pages = await read();
      const all = pages.flat();
      expect(pages.slice(0, -1).map((page) => page.length)).toEqual(
        pages.slice(0, -1).map(() => activityPage),
      );
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      expect(all).toHaveLength(known.length + 2 * activityPage + 1);
      const instants = all.map(({ at }) => at);
      expect(instants).toEqual(instants.toSorted().toReversed());
    });

    test('a page that is read again is the same, whatever happens meanwhile', async (stage) => {
      const own = await stage.signIn(ada.email);
      for (let change = 0; change <= activityPage; change++) {
        await own.updateProfile({ nickname: `Countess ${change}` });
      }
      const { next } = await own.listActivity();
      const before = next ?? '';
      const older = await own.listActivity({ before });
      await stage.advance(1);
      await own.updateProfile({ nickname: 'Ada' });
      expect((await own.listActivity({ before })).entries).toEqual(older.entries);
    });

    test('refuses a place that none of its pages named', async ({ signIn }) => {
      const own = await signIn(ada.email);
      for (const before of ['yesterday', '2026-11-20', "' OR 1=1 --"]) {
        expect(await fieldsOf(own.listActivity({ before }))).toEqual(['/before malformed']);
      }
    });

    test('has nothing of anybody else', async (stage) => {
      const [own, other] = [await stage.signIn(ada.email), await stage.signIn(grace.email)];
      const before = (await other.listActivity()).entries;
      await own.updateProfile({ nickname: 'Countess' });
      expect((await other.listActivity()).entries).toEqual(before);
    });
  });

  describe('reportActivity', () => {
    test('ends every other session, every waiting change and every proof', async (stage) => {
      const [own, other] = [await stage.signIn(ada.email), await stage.signIn(ada.email)];
      const token = await stage.requestLink(other, 'thief@example.com');
      await stage.prove(own, 'deleteAccount');
      const { id = '' } = (await newest(own)) ?? {};
      const { account } = await own.reportActivity({ id });
      expect(account.email.pending).toBeNull();
      expect(await codeOf(other.getAccount())).toBe('session_ended');
      expect(await codeOf(stage.anonymous.confirmEmailChange({ token }))).toBe('link_invalid');
      expect(await codeOf(own.deleteAccount())).toBe('step_up_required');
      expect(await stage.read(own)).toEqual(account);
    });

    test("finds no entry that is not there, or somebody else's, and ends nothing", async (stage) => {
      const [own, other] = [await stage.signIn(ada.email), await stage.signIn(ada.email)];
      const { id = '' } = (await newest(await stage.signIn(grace.email))) ?? {};
      expect(await codeOf(own.reportActivity({ id }))).toBe('not_found');
      expect(await codeOf(own.reportActivity({ id: 'nobody-has-this-one' }))).toBe('not_found');
      expect(await codeOf(other.getAccount())).toBe('done');
    });
  });
}
