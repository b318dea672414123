import { expect, test } from 'vitest';
import { ada, newPassword, noon, onEveryStore, outcome, refusal } from './rule-world.ts';

onEveryStore('without a password here', (open) => {
  const olga = { id: 'olga', email: 'olga@example.com', password: null };
  const visit = async (authenticatedAt: string) => {
    const world = await open({ people: [olga], ownSessions: false });
    const actor = { accountId: 'olga', sessionId: 'host', authenticatedAt, methods: ['oidc'] };
    return { world, her: world.visit(actor) };
  };

  test('the method is to sign in again', async () => {
    const { her } = await visit(noon);
    const refused = await refusal(her.call('deleteAccount'));
    expect(refused.stepUp).toEqual({ purpose: 'deleteAccount', methods: [{ kind: 'sign_in' }] });
  });

  test('a sign-in of the last five minutes is the proof', async () => {
    for (const authenticatedAt of [noon, '2026-11-20T11:55:00.000Z', '2026-11-20T13:00:00+01:00']) {
      const { her } = await visit(authenticatedAt);
      const { grant } = (await her.call('stepUp', { purpose: 'deleteAccount' })) as unknown as {
        grant: { secret: string };
      };
      const deleted = her.call('deleteAccount', undefined, { grant: grant.secret });
      expect(await outcome(deleted)).toBe('done');
    }
  });

  test('an older, future, absent or garbled sign-in proves nothing', async () => {
    const instants = [
      '2026-11-20T11:54:59.999Z',
      '2026-11-20T12:00:00.001Z',
      '2126-11-20T12:00:00.000Z',
      '1970-01-01T00:00:00.000Z',
      '',
      'yesterday',
      'NaN',
      undefined as unknown as string,
      null as unknown as string,
    ];
    for (const authenticatedAt of instants) {
      const { world, her } = await visit(authenticatedAt);
      const before = await world.dump();
      const proof = outcome(her.call('stepUp', { purpose: 'deleteAccount' }));
      expect([authenticatedAt, await proof]).toEqual([authenticatedAt, 'step_up_required']);
      expect(await world.dump()).toBe(before);
    }
  });

  test('a password proves nothing, and setting one is not allowed', async () => {
    const { her } = await visit(noon);
    expect(await outcome(her.prove('deleteAccount', ada.password))).toBe('step_up_required');
    const refused = await refusal(her.call('changePassword', { newPassword }));
    expect([refused.code, refused.reason]).toEqual(['not_allowed', 'handled_elsewhere']);
    const { abilities, password } = await her.account();
    expect(abilities.changePassword).toMatchObject({ allowed: false, reason: 'handled_elsewhere' });
    expect(password.set).toBe(false);
  });
});
