import { expect, test } from 'vitest';
import { createHostSessions } from '../../src/server/http/host-sessions.ts';
import { signIn } from '../../src/server/operations/sign-in.ts';
import type { RuleWorld } from './rule-world.ts';
import {
  ada,
  grace,
  newPassword,
  noon,
  onEveryStore,
  outcome,
  refusal,
  sixteen,
  tally,
  withoutCounters,
  wrongPassword,
  entry,
} from './rule-world.ts';

const wrongCredentials = 'validation_failed  wrong_credentials';

function by(world: RuleWorld, password: string, email: string = ada.email): Promise<string> {
  return outcome(signIn(world.ports, entry({ email, password })));
}

/** Without what a refused try leaves: its counters, and its entries in the log. */
function withoutTraces(dump: string): string {
  return withoutCounters(dump)
    .replace(/"audit":\[.*?\](?=,"\w+":)/s, '')
    .replace(/^audit .*\n?/gm, '')
    .trimEnd();
}

onEveryStore('a new password', (open) => {
  async function start(options = {}) {
    const world = await open(options);
    const her = await world.signIn(ada);
    const grant = await her.prove('changePassword');
    const change = (input: { newPassword: string; oldPassword?: string }) =>
      her.call('changePassword', input, { grant });
    return { world, her, grant, change };
  }

  test('opens the door, and the old one does not', async () => {
    const { world, change } = await start();
    await change({ newPassword });
    expect(await by(world, newPassword)).toBe('done');
    expect(await by(world, ada.password)).toBe(wrongCredentials);
  });

  test('is shown by its date and by nothing else', async () => {
    const { world, her, change } = await start();
    const { version } = await her.account();
    world.clock.advance(100);
    const { account } = await change({ newPassword });
    expect(account.password).toMatchObject({ set: true, changedAt: '2026-11-20T12:01:40.000Z' });
    expect(account.version).toBe(version + 1);
    expect(JSON.stringify(account)).not.toMatch(/hash|otters|\$/);
    expect(await world.dump()).not.toContain('otters');
  });

  test('ends every other session and no session of others; the one it was set in stays', async () => {
    const { world, her, change } = await start();
    const herOthers = [await world.signIn(ada), await world.signIn(ada)];
    const other = await world.signIn(grace);
    await change({ newPassword });
    expect(await outcome(her.account())).toBe('done');
    for (const one of herOthers) expect(await outcome(one.account())).toBe('session_ended');
    expect(await outcome(other.account())).toBe('done');
  });

  test('ends a host’s own sessions but this one, and has the host called until it answers', async () => {
    const world = await open({ endSessions: true });
    const actor = (sessionId: string) => ({
      accountId: 'ada',
      sessionId,
      authenticatedAt: noon,
      methods: ['password'],
    });
    world.clock.advance(10);
    await world.visit(actor('this one')).proveAndCall('changePassword', { newPassword });
    const find = (sessionId: string) =>
      createHostSessions({
        ports: world.ports,
        identify: () => actor(sessionId),
        provision: undefined,
      }).find({ header: () => undefined, address: null, raw: [] });
    expect(await find('this one')).toMatchObject({ actor: { sessionId: 'this one' } });
    expect(await find('another one')).toBe('ended');
    const claim = {
      at: '2026-11-20T12:00:10.000Z',
      leaseUntil: '2026-11-20T12:05:00.000Z',
      most: 9,
    };
    const due = await world.ports.store.claimDeliveries(claim);
    expect(due.filter(({ kind }) => kind === 'end_sessions')).toMatchObject([
      { to: 'ada', params: { keep: 'this one' } },
    ]);
  });

  test('is told to the account by one mail, without the password and without a link to set one', async () => {
    const { world, change } = await start();
    await change({ newPassword });
    await world.deliver();
    const mails = world.mailbox.list();
    expect(mails.map(({ to }) => to)).toEqual([ada.email]);
    const said = `${mails[0]?.subject}${mails[0]?.text}${mails[0]?.html}`;
    expect(said).not.toMatch(/otters|\/reset#/);
    expect(said).toContain('https://app.example/security#token=');
  });

  test('is taken without the old one, with the right old one, and not with a wrong one', async () => {
    const { world, change } = await start();
    const before = withoutTraces(await world.dump());
    const wrongs = [
      '',
      wrongPassword,
      grace.password,
      ada.password.toUpperCase(),
      `${ada.password} `,
    ];
    for (const oldPassword of wrongs) {
      expect(await outcome(change({ newPassword, oldPassword }))).toMatch(
        /^validation_failed \/oldPassword (wrong_password|required)$/,
      );
    }
    expect(await outcome(change({ newPassword, oldPassword: ['x'] as never }))).toBe(
      'validation_failed /oldPassword invalid_type',
    );
    expect(withoutTraces(await world.dump())).toBe(before);
    expect(await outcome(change({ newPassword, oldPassword: ada.password }))).toBe('done');
    expect(await by(world, newPassword)).toBe('done');
  });

  test('is not the old one, in whatever way that is composed', async () => {
    const cafe = 'ein Café am Rande der Nacht';
    const person = { ...ada, password: cafe };
    const world = await open({ people: [person] });
    const her = await world.signIn(ada);
    const grant = await her.prove('changePassword', cafe);
    for (const form of ['NFC', 'NFD']) {
      const change = her.call('changePassword', { newPassword: cafe.normalize(form) }, { grant });
      expect(await outcome(change)).toBe('validation_failed /newPassword password_same');
    }
    expect(await outcome(her.call('changePassword', { newPassword }, { grant }))).toBe('done');
  });

  test('is the same in NFC and NFD, at sign-in, at step-up and as the old one', async () => {
    const { world, her, change } = await start();
    const typed = 'Zwölf Übungen für Ängstliche';
    await change({ newPassword: typed.normalize('NFD') });
    expect(await by(world, typed.normalize('NFC'))).toBe('done');
    expect(await by(world, typed.normalize('NFD'))).toBe('done');
    const grant = await her.prove('changePassword', typed.normalize('NFD'));
    const oldPassword = typed.normalize('NFC');
    expect(await outcome(her.call('changePassword', { newPassword, oldPassword }, { grant }))).toBe(
      'done',
    );
  });

  test('keeps its blanks, its case and its end: nothing is trimmed, folded or cut', async () => {
    const twins = [
      [
        '  seven quiet otters  ',
        ['seven quiet otters', '  seven quiet otters', 'seven quiet otters  '],
      ],
      ['Seven Quiet Otters', ['seven quiet otters']],
      ['seven quiet\u0000 otters one', ['seven quiet', 'seven quiet\u0000 otters two']],
      [
        `${'nine barges '.repeat(6)}left`,
        [`${'nine barges '.repeat(6)}right`, 'nine barges '.repeat(6)],
      ],
      [`${'ab cd ef '.repeat(28)}left`, [`${'ab cd ef '.repeat(28)}lefT`]],
    ] as const;
    for (const [password, others] of twins) {
      const { world, change } = await start();
      expect(await outcome(change({ newPassword: password }))).toBe('done');
      expect(await by(world, password)).toBe('done');
      for (const other of others) expect(await by(world, other)).toBe(wrongCredentials);
    }
  });

  test('is judged by the policy that travels with the account', async () => {
    const passwordPolicy = {
      minLength: 8,
      maxLength: 20,
      characterTypes: { among: ['digit'], atLeast: 1 },
      maxIdenticalInRow: 3,
      notCommon: true,
      notPersonal: false,
      history: 2,
    };
    const { her, change } = await start({ settings: { passwordPolicy } });
    expect((await her.account()).password.policy).toEqual(passwordPolicy);
    const code = (text: string) => outcome(change({ newPassword: text }));
    expect(await code('otter 7')).toBe('validation_failed /newPassword password_too_short');
    expect(await code('seven quiet otters 77')).toBe(
      'validation_failed /newPassword password_too_long',
    );
    expect(await code('quiet otters')).toBe('validation_failed /newPassword password_types');
    expect(await code('quiet otters 7')).toBe('done');
  });

  test('is asked of the host’s blocklist too, and a blocklist that fails lets nothing pass', async () => {
    const isPasswordCommon = async (password: string) => password === newPassword;
    const { change } = await start({ settings: { isPasswordCommon } });
    const refused = await refusal(change({ newPassword }));
    expect(refused.errors).toMatchObject([{ pointer: '/newPassword', code: 'password_common' }]);
    expect(await outcome(change({ newPassword: `${newPassword} by` }))).toBe('done');

    const broken = await start({
      settings: { isPasswordCommon: () => Promise.reject(new Error('the list is away')) },
    });
    const before = await broken.world.dump();
    await expect(broken.change({ newPassword })).rejects.toThrow('the list is away');
    expect(await broken.world.dump()).toBe(before);
  });

  test('of 16 that race with one proof exactly one is set, and its password alone works', async () => {
    const { world, her, change } = await start();
    const passwords = sixteen((index) => `seven quiet otters swim ${index}`);
    const settled = await Promise.all(
      passwords.map((one) => outcome(change({ newPassword: one }))),
    );
    expect(settled.filter((one) => one === 'done')).toHaveLength(1);
    expect(settled.filter((one) => one === 'step_up_required')).toHaveLength(15);
    world.clock.advance(3600);
    for (const [index, password] of passwords.entries()) {
      if (index % 8 === 0) world.clock.advance(300);
      const expected = settled[index] === 'done' ? 'done' : wrongCredentials;
      expect(await by(world, password)).toBe(expected);
    }
    await world.deliver();
    const notices = world.mailbox.list().filter(({ subject }) => subject.includes('password'));
    expect(notices).toHaveLength(1);
    expect(await outcome(her.account())).toBe('done');
  });

  test('of two sessions that set one at once with proofs of their own exactly one does, and goes on', async () => {
    const world = await open();
    const visitors = [await world.signIn(ada), await world.signIn(ada)] as const;
    const grants = [
      await visitors[0].prove('changePassword'),
      await visitors[1].prove('changePassword'),
    ] as const;
    const passwords = ['seven quiet otters swim', 'eight loud herons dive'] as const;
    const works = [0, 1] as const;
    const settled = await Promise.all(
      works.map((one) =>
        outcome(
          visitors[one].call(
            'changePassword',
            { newPassword: passwords[one] },
            { grant: grants[one] },
          ),
        ),
      ),
    );
    const winner = settled[0] === 'done' ? 0 : 1;
    expect(settled.toSorted()).toEqual(['done', 'step_up_required']);
    expect(await by(world, passwords[winner])).toBe('done');
    expect(await by(world, passwords[winner === 0 ? 1 : 0])).toBe(wrongCredentials);
    expect(await outcome(visitors[winner].account())).toBe('done');
    expect(await outcome(visitors[winner === 0 ? 1 : 0].account())).toBe('session_ended');
  });

  test('without step-up, two at once that read the same hash: the second is told to prove', async () => {
    const operations = { changePassword: false } as never;
    const world = await open({ settings: { stepUp: { operations } } });
    const her = await world.signIn(ada);
    const counts = await tally(
      sixteen((index) => her.call('changePassword', { newPassword: `${newPassword} ${index}` })),
    );
    expect(counts).toEqual({ done: 1, step_up_required: 15 });
    expect((await her.account()).version).toBe(2);
  });

  test('cannot be set from what is left of a session that was ended', async () => {
    const { world, her, grant } = await start();
    const herOther = await world.signIn(ada);
    await herOther.proveAndCall('changePassword', { newPassword });
    const late = her.call('changePassword', { newPassword: 'eight loud herons dive' }, { grant });
    expect(await outcome(late)).toBe('session_ended');
    expect(await by(world, newPassword)).toBe('done');
  });

  test('with mail off is set all the same, and nothing is queued', async () => {
    const { world, change } = await start({ mail: false });
    expect(await outcome(change({ newPassword }))).toBe('done');
    const claim = { at: noon, leaseUntil: '2026-11-20T13:00:00.000Z', most: 9 };
    expect(await world.ports.store.claimDeliveries(claim)).toEqual([]);
  });
});
