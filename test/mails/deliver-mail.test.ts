import { describe, expect, test } from 'vitest';
import { retryDelaysSeconds } from '../../src/server/operations/deliver-schedule.ts';
import { MailRefused } from '../../src/server/ports/mailer.ts';
import { createMailWorld, secrets } from './mail-world.ts';

describe('the outbox', () => {
  test('is emptied: every mail leaves once, and nothing is left', async () => {
    const world = await createMailWorld();
    await world.queue(25);
    expect(await world.dispatcher().deliverDue()).toBe(25);
    expect(await world.dispatcher().deliverDue()).toBe(0);
    expect(new Set(world.mailbox.mails.map((mail) => mail.messageId)).size).toBe(25);
    expect(world.mailbox.tried).toHaveLength(25);
    expect(world.outbox()).toEqual([]);
    expect(world.problems).toEqual([]);
  });

  test('is shared by two dispatchers without a mail sent twice', async () => {
    const world = await createMailWorld();
    await world.queue(60);
    world.mailbox.before = () => new Promise((resolve) => void setTimeout(resolve, 1));
    const counts = await Promise.all([
      world.dispatcher().deliverDue(),
      world.dispatcher().deliverDue(),
    ]);
    expect(counts[0] + counts[1]).toBe(60);
    expect(Math.min(...counts)).toBeGreaterThan(0);
    expect(new Set(world.mailbox.tried.map((mail) => mail.messageId)).size).toBe(60);
    expect(world.mailbox.tried).toHaveLength(60);
  });

  test('that cannot be read is reported, not thrown', async () => {
    const world = await createMailWorld();
    await world.queue(1);
    const store = {
      ...world.store,
      claimDeliveries: () => Promise.reject(new Error('disk is full')),
    };
    const dispatcher = world.dispatcher({ ports: { ...world.ports, store } });
    expect(await dispatcher.deliverDue()).toBe(0);
    expect(world.problems).toMatchObject([{ doing: 'claim', reason: 'Error: disk is full' }]);
    expect(await world.dispatcher().deliverDue()).toBe(1);
  });
});

describe('a mail server that is down', () => {
  test('gets every mail once when it is up again, on the documented schedule', async () => {
    const world = await createMailWorld();
    await world.queue(30);
    const dispatcher = world.dispatcher();
    world.mailbox.before = () => Promise.reject(new Error('connect ECONNREFUSED'));
    for (const delay of retryDelaysSeconds.slice(0, 4)) {
      expect(await dispatcher.deliverDue()).toBe(0);
      expect(new Set(world.outbox().map((row) => row.dueAt))).toEqual(
        new Set([world.later(delay)]),
      );
      world.wait(delay - 1);
      const tried = world.mailbox.tried.length;
      expect(await dispatcher.deliverDue()).toBe(0);
      expect(world.mailbox.tried).toHaveLength(tried);
      world.wait(1);
    }
    world.mailbox.before = async () => {};
    expect(await dispatcher.deliverDue()).toBe(30);
    expect(new Set(world.mailbox.mails.map((mail) => mail.messageId)).size).toBe(30);
    expect(world.mailbox.mails).toHaveLength(30);
    expect(world.outbox()).toEqual([]);
  });

  test('for some 50 hours makes a dead letter, which is never tried again', async () => {
    const world = await createMailWorld();
    await world.queue(1);
    const dispatcher = world.dispatcher();
    world.mailbox.before = () => Promise.reject(new Error('connect ECONNREFUSED'));
    for (const delay of retryDelaysSeconds) {
      await dispatcher.deliverDue();
      world.wait(delay);
    }
    expect(world.outbox()[0]?.dueAt).not.toBeNull();
    await dispatcher.deliverDue();
    expect(world.outbox()).toMatchObject([{ dueAt: null, failure: 'Error: connect ECONNREFUSED' }]);
    expect(world.problems.at(-1)).toMatchObject({ doing: 'email_change_taken', retryAt: null });
    const hours = retryDelaysSeconds.reduce((sum, delay) => sum + delay, 0) / 3600;
    expect(hours).toBeGreaterThan(48);
    expect(hours).toBeLessThan(52);
    world.wait(1e6);
    world.mailbox.before = async () => {};
    expect(await dispatcher.deliverDue()).toBe(0);
  });

  test('does not hold up the mails that it takes', async () => {
    const world = await createMailWorld();
    await world.queue(12, { to: 'slow@example.com' });
    await world.queue(12, { to: 'bad@example.com' });
    await world.queue(12);
    world.mailbox.before = (mail) => {
      if (mail.to === 'slow@example.com') return new Promise(() => {});
      if (mail.to === 'bad@example.com') throw new Error('451 try later');
      return Promise.resolve();
    };
    expect(await world.dispatcher({ timeoutSeconds: 0.02 }).deliverDue()).toBe(12);
    expect(world.outbox().map((row) => row.failure)).toEqual([
      ...Array.from({ length: 12 }, () => 'Error: No answer in 0.02 s.'),
      ...Array.from({ length: 12 }, () => 'Error: 451 try later'),
    ]);
  });
});

describe('a mail that is refused for good', () => {
  test('is put aside at once', async () => {
    const world = await createMailWorld();
    await world.queue(1, { to: 'nobody@example.com' });
    await world.queue(1);
    world.mailbox.before = async (mail) => {
      if (mail.to === 'nobody@example.com') throw new MailRefused('550 no such user');
    };
    expect(await world.dispatcher().deliverDue()).toBe(1);
    expect(world.outbox()).toMatchObject([
      { dueAt: null, failure: 'MailRefused: 550 no such user' },
    ]);
    world.wait(1e6);
    await world.dispatcher().deliverDue();
    expect(world.mailbox.tried).toHaveLength(2);
  });

  test('is removed when its account is gone, as nothing else would ever remove it', async () => {
    const world = await createMailWorld();
    await world.queue(1, { kind: 'account_deleted', accountId: null });
    world.mailbox.before = () => Promise.reject(new MailRefused('550 no such user'));
    await world.dispatcher().deliverDue();
    expect(world.outbox()).toEqual([]);
    expect(world.problems).toMatchObject([{ doing: 'account_deleted', retryAt: null }]);
  });

  test('leaves no link in the row, nor in what is reported, even if the server quotes it', async () => {
    const world = await createMailWorld();
    await world.askForChange('change');
    world.mailbox.before = async (mail) => {
      const token = mail.text.match(/token=(.*)/)?.[1];
      throw new MailRefused(
        `550 spam: ${token} or ${token?.slice(0, 21)}=\r\n${token?.slice(21)} in\n${mail.text}\nfrom <${mail.html.match(/href="([^"]*)"/)?.[1]}>`,
      );
    };
    await world.dispatcher().deliverDue();
    const kept = JSON.stringify([
      world.outbox(),
      world.problems.map((problem) => ({ ...problem, error: null })),
    ]);
    expect(world.problems).toHaveLength(2);
    expect(kept).toContain('550 spam');
    expect(kept).not.toMatch(/https?:|token/);
    for (const id of ['change', 'report-of-change']) {
      const token = secrets.deriveToken(id);
      for (const part of [token, token.slice(0, 20), token.slice(-20)]) {
        expect(kept).not.toContain(part);
      }
    }
    for (const { reason } of world.problems) expect(reason).not.toMatch(/\n|.{301}/);
  });
});

describe('a dispatcher that dies while it sends', () => {
  test('leaves the mail to the next one, with the same message id and link', async () => {
    const world = await createMailWorld();
    await world.askForChange('change');
    const dying = { ...world.store, endDelivery: () => Promise.reject(new Error('killed')) };
    const first = world.dispatcher({ ports: { ...world.ports, store: dying } });
    await first.deliverDue();
    expect(world.problems.map((problem) => problem.doing)).toEqual(['settle', 'settle']);
    const sent = world.mailbox.mails.splice(0);
    expect(sent).toHaveLength(2);

    world.wait(119);
    expect(await world.dispatcher().deliverDue()).toBe(0);
    world.wait(1);
    expect(await world.dispatcher().deliverDue()).toBe(2);
    expect(world.mailbox.mails).toEqual(sent);
    expect(sent[0]!.text).toContain(`#token=${secrets.deriveToken('change')}\n`);
  });
});

describe('a mail whose link has ended', () => {
  const recipients = async (
    between: (world: Awaited<ReturnType<typeof createMailWorld>>) => unknown,
  ) => {
    const world = await createMailWorld();
    await world.askForChange('change');
    await between(world);
    const count = await world.dispatcher().deliverDue();
    expect(world.outbox()).toEqual([]);
    expect(world.problems).toEqual([]);
    expect(world.mailbox.mails).toHaveLength(count);
    return world.mailbox.mails.map((mail) => mail.to);
  };

  test('leaves while both links live', async () => {
    expect(await recipients((world) => world.wait(3599))).toEqual([
      'new@example.com',
      'ada@example.com',
    ]);
  });
  test('is dropped when the time of the link is over', async () => {
    expect(await recipients((world) => world.wait(3600))).toEqual(['ada@example.com']);
    expect(await recipients((world) => world.wait(604_800))).toEqual([]);
  });
  test('is dropped when the change was reported', async () => {
    expect(await recipients((world) => world.reportChange('change'))).toEqual([]);
  });
  test.each(['verification', 'password_reset', 'security_report'] as const)(
    'is dropped when the time of a %s is over, and not before',
    async (kind) => {
      for (const [seconds, count] of [
        [59, 1],
        [60, 0],
      ] as const) {
        const world = await createMailWorld();
        await world.askForLink(kind, 'one', 60);
        world.wait(seconds);
        expect(await world.dispatcher().deliverDue()).toBe(count);
        expect(world.outbox()).toEqual([]);
        expect(world.problems).toEqual([]);
      }
    },
  );
  test('is dropped when a newer one of its kind took its place; notices all leave', async () => {
    const world = await createMailWorld();
    for (const kind of ['verification', 'password_reset', 'security_report'] as const) {
      await world.askForLink(kind, `older ${kind}`, 60);
      await world.askForLink(kind, `newer ${kind}`, 60);
    }
    expect(await world.dispatcher().deliverDue()).toBe(4);
    const text = world.mailbox.mails.map((mail) => mail.text).join('');
    const went = (id: string): boolean => text.includes(secrets.deriveToken(id));
    expect(['verification', 'password_reset'].map((kind) => went(`older ${kind}`))).toEqual([
      false,
      false,
    ]);
    expect(went('older security_report')).toBe(true);
    expect(went('newer security_report')).toBe(true);
  });
  test('or whose code has run out is dropped, and not before', async () => {
    for (const [seconds, count] of [
      [599, 1],
      [600, 0],
    ] as const) {
      const world = await createMailWorld();
      const params = { codeId: 'one', expiresAt: world.later(600) };
      await world.queue(1, { kind: 'step_up_code', params });
      world.wait(seconds);
      expect(await world.dispatcher().deliverDue()).toBe(count);
    }
  });
  test('is dropped when another change took its place', async () => {
    const world = await createMailWorld();
    await world.askForChange('first');
    await world.askForChange('second');
    await world.dispatcher().deliverDue();
    const text = world.mailbox.mails.map((mail) => mail.text).join();
    expect(text).toContain(secrets.deriveToken('second'));
    expect(text).not.toContain(secrets.deriveToken('first'));
    expect(world.outbox()).toEqual([]);
  });
});

describe('the call that ends a host’s sessions', () => {
  const call = { kind: 'end_sessions', to: 'ada' };

  test('says whose, and which one stays', async () => {
    const world = await createMailWorld();
    const calls: unknown[] = [];
    const endSessions = async (...said: unknown[]) => void calls.push(said);
    await world.queue(1, { ...call, params: { keep: 'session-1' } });
    await world.queue(1, { ...call, params: { keep: '' } });
    expect(await world.dispatcher({ endSessions, mailer: null }).deliverDue()).toBe(2);
    expect(calls).toEqual([
      ['ada', 'session-1'],
      ['ada', null],
    ]);
    expect(world.outbox()).toEqual([]);
  });

  test('is made until the host answers, however long that takes', async () => {
    const world = await createMailWorld();
    let down = true;
    const endSessions = async (): Promise<void> => {
      if (down) throw new Error('503');
    };
    await world.queue(1, { ...call, accountId: null, params: { keep: '' } });
    const dispatcher = world.dispatcher({ endSessions });
    for (let tries = 0; tries < retryDelaysSeconds.length + 20; tries++) {
      expect(await dispatcher.deliverDue()).toBe(0);
      world.wait(6 * 3600);
    }
    down = false;
    expect(await dispatcher.deliverDue()).toBe(1);
    expect(world.mailbox.tried).toEqual([]);
  });

  test('waits for a host that can be called, and mails for a mailer', async () => {
    const world = await createMailWorld();
    await world.queue(1, { ...call, params: { keep: '' } });
    await world.queue(1);
    expect(await world.dispatcher({ mailer: null }).deliverDue()).toBe(0);
    expect(world.problems.map((problem) => problem.reason)).toEqual([
      'Error: There is nobody to call: no endSessions.',
      'Error: There is no mailer.',
    ]);
    world.wait(10);
    expect(await world.dispatcher({ endSessions: async () => {} }).deliverDue()).toBe(2);
  });
});
