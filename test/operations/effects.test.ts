import { createMemoryStore } from 'selvedge/memory';
import { expect, test } from 'vitest';
import { instant } from '../../src/server/operations/instants.ts';
import { callerAccount, settle } from '../../src/server/operations/effects.ts';
import { nowhere } from '../../src/server/ports/session-store.ts';
import type { RuleWorld } from './rule-world.ts';
import { ada, createRuleWorld, outcome } from './rule-world.ts';

function open(): Promise<RuleWorld> {
  const store = createMemoryStore();
  return createRuleWorld({ store, dump: async () => store.dump(), close: () => store.close() });
}

test('no refusal of a write passes for a success, not even one that nobody expects', async () => {
  const { ports } = await open();
  const account = await ports.store.findAccount(ada.id, instant(ports));
  if (account === null) throw new Error('She is not there.');
  const settled = async (refused: Parameters<typeof settle>[1], purpose?: 'deleteAccount') =>
    settle(ports, refused, account, purpose);
  expect(await outcome(settled({ kind: 'locked' }))).toBe('password_locked');
  expect(await outcome(settled({ kind: 'gone' }))).toBe('session_ended');
  const limited = { kind: 'rate_limited', retryAfterSeconds: 7 } as const;
  expect(await outcome(settled(limited))).toBe('rate_limited');
  const asked = settled({ kind: 'grant_refused' }, 'deleteAccount');
  expect(await outcome(asked)).toBe('step_up_required');
  await expect(settled({ kind: 'grant_refused' })).rejects.toThrow('names no purpose');
  await expect(settled({ kind: 'proof_refused' })).rejects.toThrow('does not expect it');
});

test('a session whose account is gone has ended', async () => {
  const world = await open();
  const { actor } = await world.signIn(ada);
  const call = {
    actor: { ...actor, accountId: 'somebody-else' },
    account: null,
    input: undefined,
    grant: null,
    expectedVersion: null,
    from: nowhere,
    address: null,
  };
  expect(await outcome(callerAccount(world.ports, call))).toBe('session_ended');
});
