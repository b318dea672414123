import { expect, test } from 'vitest';
import { securityNotice } from '../../src/server/operations/security-notice.ts';
import { mailed, outbox } from './rule-traces.ts';
import type { RuleWorld } from './rule-world.ts';
import { ada, grace, newPassword, onEveryStore, outcome } from './rule-world.ts';

const here = { browser: 'Firefox', system: 'macOS', place: 'Vienna' };

async function changePassword(world: RuleWorld): Promise<void> {
  const her = await world.signIn(ada);
  const grant = await her.prove('changePassword');
  await her.call('changePassword', { newPassword }, { grant, from: here });
}

onEveryStore('the notice of a security event', (open) => {
  test('goes to the address, says from where, and carries a link that no row holds', async () => {
    const world = await open();
    await changePassword(world);
    const stored = await world.dump();
    const [delivery] = await outbox(world);
    expect(delivery).toMatchObject({
      kind: 'password_changed',
      to: ada.email,
      accountId: 'ada',
      params: { ...here, name: ada.name, reset: 'yes', expiresAt: '2026-11-27T12:00:00.000Z' },
    });
    const token = await world.linkTo(ada.email);
    expect(stored).not.toContain(token);
    expect(world.mailbox.findNewest(ada.email)?.text).toContain(
      'From where: Firefox on macOS, Vienna.',
    );
    expect(await outcome(world.follow('reportSecurityEvent', token))).toBe('done');
  });

  test('is in the language of the account', async () => {
    const world = await open({ people: [{ ...ada, language: 'de' }] });
    await changePassword(world);
    expect(await outbox(world)).toMatchObject([{ language: 'de' }]);
  });

  test('goes to the address that was the account’s before, whatever waits', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    await her.proveAndCall('requestEmailChange', { newEmail: 'new@example.com' });
    await world.deliver();
    await changePassword(world);
    expect(await mailed(world)).toEqual([`password_changed ${ada.email}`]);
  });

  test('is not queued when what it would tell of did not happen', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    const grant = await her.prove('changePassword');
    const before = await world.dump();
    const tries = [
      ['short', grant],
      [ada.password, grant],
      [newPassword, null],
      [newPassword, 'not the grant'],
    ] as const;
    for (const [password, proof] of tries) {
      const change = her.call('changePassword', { newPassword: password }, { grant: proof });
      expect(await outcome(change)).not.toBe('done');
    }
    expect(await world.dump()).toBe(before);
  });

  test('is neither queued nor given a link where mail is off', async () => {
    const world = await open({ mail: false });
    const nothing = { links: [], deliveries: [] };
    expect(securityNotice(world.ports, { ...grace, language: null }, 'new_sign_in', here)).toEqual(
      nothing,
    );
    await changePassword(world);
    expect(await outbox(world)).toEqual([]);
  });

  test('speaks of no new password where the passwords are the host’s', async () => {
    const world = await open({ ownSessions: false });
    await changePassword(world);
    expect(await outbox(world)).toMatchObject([{ params: { reset: '' } }]);
  });

  test('goes with the account when that is deleted', async () => {
    const world = await open();
    await changePassword(world);
    const her = await world.signIn(ada);
    const grant = await her.prove('deleteAccount', newPassword);
    await her.call('deleteAccount', undefined, { grant });
    expect(await mailed(world)).toEqual([`account_deleted ${ada.email}`]);
  });
});
