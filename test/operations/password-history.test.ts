import { expect, test } from 'vitest';
import { signIn } from '../../src/server/operations/sign-in.ts';
import { logOf, mailed } from './rule-traces.ts';
import type { RuleWorld, Visitor } from './rule-world.ts';
import { ada, entry, newPassword, onEveryStore, outcome, refusal } from './rule-world.ts';
import { switchOn } from './second-factor.ts';

const passwords = [
  ada.password,
  'seven quiet otters swim',
  'eight loud herons dive',
  'nine grey geese glide',
  'ten small wrens sing',
] as const;
const usedBefore = 'validation_failed /newPassword password_used_before';
const same = 'validation_failed /newPassword password_same';

const withHistory = (history: number) => ({ settings: { passwordPolicy: { history } } });

/** Sets a password after the one before it was proved. */
async function set(her: Visitor, present: string, next: string): Promise<string> {
  const grant = await her.prove('changePassword', present);
  return outcome(her.call('changePassword', { newPassword: next }, { grant }));
}

/** Sets the first passwords of the list one after the other; answers the session. */
async function setThrough(world: RuleWorld, count: number): Promise<Visitor> {
  const her = await world.signIn(ada);
  for (let index = 1; index < count; index++) {
    world.clock.advance(60);
    const done = await set(her, passwords[index - 1] ?? '', passwords[index] ?? '');
    if (done !== 'done') throw new Error(done);
  }
  return her;
}

onEveryStore('former passwords', (open) => {
  test('are refused, as many as the policy says beside the present one, and no more', async () => {
    const world = await open(withHistory(2));
    const her = await setThrough(world, 4);
    const present = passwords[3];
    expect(await set(her, present, passwords[3])).toBe(same);
    expect(await set(her, present, passwords[2])).toBe(usedBefore);
    expect(await set(her, present, passwords[1].normalize('NFD'))).toBe(usedBefore);
    expect(await set(her, present, passwords[0])).toBe('done');
  });

  test('are refused at a new password by mail, too, and it joins them', async () => {
    const world = await open(withHistory(2));
    await setThrough(world, 3);
    await world.ask('requestPasswordReset', { email: ada.email });
    const token = await world.linkTo(ada.email);
    const choose = (password: string) =>
      outcome(world.ask('resetPassword', { token, newPassword: password }));
    expect(await choose(passwords[2])).toBe(same);
    expect(await choose(passwords[1])).toBe(usedBefore);
    expect(await choose(passwords[0])).toBe(usedBefore);
    expect(await choose(passwords[3])).toBe('done');
    const her = await world.signIn(ada);
    expect(await set(her, passwords[3], passwords[2])).toBe(usedBefore);
    expect(await set(her, passwords[3], passwords[0])).toBe('done');
  });

  test('are neither refused nor kept where the policy does not say so', async () => {
    const world = await open();
    const her = await setThrough(world, 3);
    expect(await world.ports.store.findPasswordHistory('ada', 9)).toEqual([]);
    expect(await set(her, passwords[2], passwords[0])).toBe('done');
  });

  test('are forgotten when the policy asks for fewer', async () => {
    const world = await open(withHistory(3));
    const her = await setThrough(world, 4);
    expect(await world.ports.store.findPasswordHistory('ada', 9)).toHaveLength(3);
    world.ports.settings = {
      ...world.ports.settings,
      passwordPolicy: { ...world.ports.settings.passwordPolicy, history: 1 },
    };
    expect(await set(her, passwords[3], passwords[1])).toBe('done');
    expect(await world.ports.store.findPasswordHistory('ada', 9)).toHaveLength(1);
  });
});

onEveryStore('a new password beside a second factor', (open) => {
  test('may be shorter, and does not stand alone then; a longer one does', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    const app = await switchOn(world, her);
    const change = async (password: string): Promise<string> => {
      world.clock.advance(30);
      const proof = { purpose: 'changePassword', totpCode: app.code() } as const;
      const grant = await her.proveBy(proof);
      return outcome(her.call('changePassword', { newPassword: password }, { grant }));
    };
    const switchOff = async (): Promise<string> => {
      world.clock.advance(30);
      const proof = { purpose: 'disableTwoFactor', totpCode: app.code() } as const;
      const grant = await her.proveBy(proof);
      return outcome(her.call('disableTwoFactor', undefined, { grant }));
    };
    expect(await change('7 looms')).toBe('validation_failed /newPassword password_too_short');
    expect(await change('8 looms.')).toBe('done');
    expect(await switchOff()).toBe('not_allowed');
    expect(await change(newPassword)).toBe('done');
    expect(await switchOff()).toBe('done');
  });
});

onEveryStore('an old password that is wrong', (open) => {
  test('is counted with all other proofs of the session, and written down from where', async () => {
    const from = { browser: 'Firefox', system: 'macOS', place: 'Vienna' };
    const world = await open({ settings: { limits: { proofs: [], proofsInARow: 3 } } });
    const her = await world.signIn(ada);
    const grant = await her.prove('changePassword');
    const change = (oldPassword: string) =>
      outcome(her.call('changePassword', { newPassword, oldPassword }, { grant, from }));
    for (let index = 0; index < 3; index++) {
      expect(await change('wrong')).toBe('validation_failed /oldPassword wrong_password');
    }
    expect(await change(ada.password)).toBe('password_locked');
    const log = await logOf(world, 'ada');
    expect(log.filter(({ event }) => event === 'password_change_failed')).toMatchObject([
      { from, sessionId: her.actor.sessionId },
      { from },
      { from },
    ]);
    expect(await mailed(world)).toEqual([`password_locked ${ada.email}`]);
  });

  test('is forgotten with the change that follows', async () => {
    const world = await open({ settings: { limits: { proofs: [], proofsInARow: 2 } } });
    const her = await world.signIn(ada);
    const change = async (oldPassword: string, present: string, next: string) => {
      const grant = await her.prove('changePassword', present);
      return outcome(her.call('changePassword', { newPassword: next, oldPassword }, { grant }));
    };
    expect(await change('wrong', ada.password, newPassword)).toMatch('wrong_password');
    expect(await change(ada.password, ada.password, newPassword)).toBe('done');
    expect(await change('wrong', newPassword, ada.password)).toMatch('wrong_password');
    expect(await change(newPassword, newPassword, ada.password)).toBe('done');
  });
});

const olga = { id: 'olga', email: 'olga@example.com', password: null };

onEveryStore('the first password', (open) => {
  const by = (world: RuleWorld, password: string) =>
    outcome(signIn(world.ports, entry({ email: olga.email, password })));

  test('is set after another proof, opens the door, and is told by mail', async () => {
    const world = await open({ people: [olga] });
    const her = await world.signIn(olga);
    const before = await her.account();
    expect(before.abilities.changePassword).toEqual({ allowed: true, reason: null, stepUp: true });
    expect(before.password).toMatchObject({ set: false, changedAt: null });
    const refused = await refusal(her.call('changePassword', { newPassword }));
    expect(refused.stepUp).toEqual({ purpose: 'changePassword', methods: [{ kind: 'sign_in' }] });
    expect(await by(world, newPassword)).toBe('validation_failed  wrong_credentials');

    const grant = await her.proveBy({ purpose: 'changePassword' });
    const { account } = await her.call('changePassword', { newPassword }, { grant });
    expect(account.password).toMatchObject({ set: true, changedAt: '2026-11-20T12:00:00.000Z' });
    expect(await mailed(world)).toEqual([`password_changed ${olga.email}`]);
    expect(await by(world, newPassword)).toBe('done');
  });

  test('has no old one: whatever is sent as that is wrong', async () => {
    const world = await open({ people: [olga] });
    const her = await world.signIn(olga);
    const grant = await her.proveBy({ purpose: 'changePassword' });
    const change = her.call('changePassword', { newPassword, oldPassword: 'x' }, { grant });
    expect(await outcome(change)).toBe('validation_failed /oldPassword wrong_password');
    expect((await her.account()).password.set).toBe(false);
  });

  test('is judged by the policy, and set once by two at the same time', async () => {
    const world = await open({ people: [olga] });
    const her = await world.signIn(olga);
    const proof = { purpose: 'changePassword' } as const;
    const grants = [await her.proveBy(proof), await her.proveBy(proof)];
    const set = (password: string, grant?: string) =>
      outcome(her.call('changePassword', { newPassword: password }, { grant: grant ?? null }));
    expect(await set('short', grants[0])).toBe('validation_failed /newPassword password_too_short');
    const settled = await Promise.all([set(passwords[1], grants[0]), set(passwords[2], grants[1])]);
    expect(settled.toSorted()).toEqual(['done', 'step_up_required']);
  });

  test('is none of ours where the passwords are the host’s', async () => {
    const world = await open({ people: [olga], ownSessions: false });
    const her = await world.signIn(olga);
    const refused = await refusal(her.call('changePassword', { newPassword }));
    expect([refused.code, refused.reason]).toEqual(['not_allowed', 'handled_elsewhere']);
    expect((await her.account()).abilities.changePassword).toMatchObject({
      allowed: false,
      reason: 'handled_elsewhere',
    });
  });

  test('can be chosen by mail, too', async () => {
    const world = await open({ people: [olga] });
    await world.ask('requestPasswordReset', { email: olga.email });
    const token = await world.linkTo(olga.email);
    await world.ask('resetPassword', { token, newPassword });
    expect(await by(world, newPassword)).toBe('done');
  });
});
