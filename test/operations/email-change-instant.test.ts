import { expect, test } from 'vitest';
import type { Visitor } from './rule-world.ts';
import { ada, grace, onEveryStore, outcome, sixteen, tally } from './rule-world.ts';

const newEmail = 'new@example.com';
const request = (visitor: Visitor, address: string = newEmail) =>
  visitor.proveAndCall('requestEmailChange', { newEmail: address });

onEveryStore('with mail switched off', (open) => {
  test('an address changes at once, unverified, and nobody is mailed', async () => {
    const world = await open({ mail: false });
    const her = await world.signIn(ada);
    expect(await outcome(her.call('requestEmailChange', { newEmail }))).toBe('step_up_required');
    const { account } = await request(her);
    expect(account.email).toEqual({
      address: newEmail,
      verified: false,
      pending: null,
      verification: null,
    });
    expect(await world.ownerOf(ada.email)).toBeNull();
    await world.deliver();
    expect(world.mailbox.list()).toEqual([]);
    expect(await outcome(her.call('resendEmailChange'))).toBe('not_found');
  });

  test('what was proved while the account had another address allows nothing any more', async () => {
    const world = await open({ mail: false });
    const [her, herOther, other] = [
      await world.signIn(ada),
      await world.signIn(ada),
      await world.signIn(grace),
    ];
    const proofs = [
      [her, await her.prove('deleteAccount'), 'step_up_required'],
      [herOther, await herOther.prove('deleteAccount'), 'step_up_required'],
      [other, await other.prove('deleteAccount'), 'done'],
    ] as const;
    await request(her);
    for (const [visitor, grant, expected] of proofs) {
      expect(await outcome(visitor.call('deleteAccount', undefined, { grant }))).toBe(expected);
    }
  });

  test('a taken address is told, changes nothing and uses no proof up', async () => {
    const world = await open({ mail: false });
    const her = await world.signIn(ada);
    const grant = await her.prove('requestEmailChange');
    const before = await world.dump();
    const taken = her.call('requestEmailChange', { newEmail: 'Grace@Example.com' }, { grant });
    expect(await outcome(taken)).toBe('email_taken /newEmail taken');
    expect(await world.dump()).toBe(before);
    expect(await outcome(her.call('requestEmailChange', { newEmail }, { grant }))).toBe('done');
  });

  test('of 16 accounts that race for one address exactly one gets it', async () => {
    const people = sixteen((index) => ({
      ...ada,
      id: `p${index}`,
      email: `p${index}@example.com`,
    }));
    const world = await open({ mail: false, people });
    const visitors = await Promise.all(people.map((person) => world.signIn(person)));
    const grants = await Promise.all(visitors.map((one) => one.prove('requestEmailChange')));
    const counts = await tally(
      visitors.map((one, index) =>
        one.call('requestEmailChange', { newEmail }, { grant: grants[index] ?? null }),
      ),
    );
    expect(counts).toEqual({ done: 1, 'email_taken /newEmail taken': 15 });
    const owner = await world.ownerOf(newEmail);
    const accounts = await Promise.all(visitors.map((one) => one.account()));
    expect(accounts.filter((one) => one.email.address === newEmail).map((one) => one.id)).toEqual([
      owner,
    ]);
  });
});
