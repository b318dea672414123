import { expect, test } from 'vitest';
import { signIn } from '../../src/server/operations/sign-in.ts';
import { signUp } from '../../src/server/operations/sign-up.ts';
import { outbox } from './rule-traces.ts';
import type { RuleWorld, Visitor } from './rule-world.ts';
import {
  ada,
  grace,
  newPassword,
  onEveryStore,
  outcome,
  refusal,
  sixteen,
  entry,
} from './rule-world.ts';

const newEmail = 'new@example.com';
const request = (visitor: Visitor, address: string = newEmail) =>
  visitor.proveAndCall('requestEmailChange', { newEmail: address });

/** The kinds of the mails to an address, newest first. */
async function subjects(world: RuleWorld, address: string): Promise<string[]> {
  await world.deliver();
  return world.mailbox
    .list()
    .filter((mail) => mail.to === address)
    .map((mail) => mail.subject);
}

onEveryStore('asking for a new address', (open) => {
  test('keeps the old one in every use until the link is followed', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    const { account } = await request(her);
    expect(account.email).toEqual({
      address: ada.email,
      verified: true,
      pending: {
        address: newEmail,
        requestedAt: '2026-11-20T12:00:00.000Z',
        expiresAt: '2026-11-20T13:00:00.000Z',
        resendAt: '2026-11-20T12:01:00.000Z',
      },
      verification: null,
    });
    expect(await world.ownerOf(newEmail)).toBeNull();
    const by = (email: string) =>
      outcome(signIn(world.ports, entry({ email, password: ada.password })));
    expect(await by(newEmail)).toBe('validation_failed  wrong_credentials');
    expect(await by(ada.email)).toBe('done');
    await her.proveAndCall('changePassword', { newPassword });
    expect(await subjects(world, newEmail)).toHaveLength(0);
    // The request, the sign-in with a browser that nobody knew, and the new password.
    expect(await subjects(world, ada.email)).toHaveLength(3);
  });

  test('mails the new address one link and the old one a notice with another', async () => {
    const world = await open();
    await request(await world.signIn(ada));
    const [[link], [report]] = [await world.linksTo(newEmail), await world.linksTo(ada.email)];
    expect(world.mailbox.list()).toHaveLength(2);
    expect(link).toMatch(/^[\w-]{43}$/);
    expect(report).toMatch(/^[\w-]{43}$/);
    expect(link).not.toBe(report);
    const notice = world.mailbox.findNewest(ada.email);
    expect(notice?.text).toContain('n•••@example.com');
    expect(`${notice?.text}${notice?.html}${notice?.subject}`).not.toContain(newEmail);
    const mail = world.mailbox.findNewest(newEmail);
    expect(`${mail?.text}${mail?.html}${mail?.subject}`).not.toContain(ada.email);
  });

  test('stores no token, no grant and no password, and writes one audit entry', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    const grant = await her.prove('requestEmailChange');
    await her.call('requestEmailChange', { newEmail }, { grant });
    const stored = await world.dump();
    await world.deliver();
    const links = world.mailbox.list().map((mail) => /#token=([\w-]+)/.exec(mail.text)?.[1] ?? '');
    for (const secret of [...links, grant, her.token, ada.password]) {
      expect(secret).not.toBe('');
      expect(stored).not.toContain(secret);
    }
    expect(stored.match(/email_change_requested/g)).toHaveLength(2); // the notice and the entry
  });

  test('takes the address in any spelling, and the present one in none', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    for (const same of [ada.email, 'ADA@EXAMPLE.COM', '  Ada@Example.Com  ']) {
      const before = await world.dump();
      expect(await outcome(her.call('requestEmailChange', { newEmail: same }))).toBe(
        'validation_failed /newEmail email_same',
      );
      expect(await world.dump()).toBe(before);
    }
    const { account } = await request(her, ' Neu@BÜCHER.example ');
    expect(account.email.pending?.address).toBe('Neu@xn--bcher-kva.example');
  });

  test('the mails to one address are limited, however it is spelled and whoever asks', async () => {
    const world = await open();
    const [her, other] = [await world.signIn(ada), await world.signIn(grace)];
    await request(her, 'new@example.com');
    world.clock.advance(20);
    const refused = await refusal(
      other.call('requestEmailChange', { newEmail: 'NEW@example.COM' }),
    );
    expect([refused.code, refused.retryAfterSeconds]).toEqual(['rate_limited', 40]);
    world.clock.advance(39);
    expect(await outcome(request(other))).toBe('rate_limited');
    world.clock.advance(1);
    expect(await outcome(request(other))).toBe('done');
  });

  test('takes ten mails an hour to an address, and recovers one by one', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    for (let index = 0; index < 10; index++) {
      expect(await outcome(request(her))).toBe('done');
      world.clock.advance(100);
    }
    const refused = await refusal(request(her));
    expect([refused.code, refused.retryAfterSeconds]).toEqual(['rate_limited', 2600]);
    world.clock.advance(2599);
    expect(await outcome(request(her))).toBe('rate_limited');
    world.clock.advance(1);
    expect(await outcome(request(her))).toBe('done');
    expect((await refusal(request(her))).retryAfterSeconds).toBe(100);
  });

  test('a request that was only told to prove costs no mail', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    for (const _ of sixteen(() => 0)) {
      expect(await outcome(her.call('requestEmailChange', { newEmail }))).toBe('step_up_required');
    }
    expect(await outcome(request(her))).toBe('done');
  });

  test('a newer request replaces an older one, whose mail is not sent any more', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    await request(her, 'one@example.com');
    const dead = await world.linkTo('one@example.com');
    await request(her, 'two@example.com');
    await request(her, 'three@example.com');
    expect((await her.account()).email.pending?.address).toBe('three@example.com');
    expect(await world.linksTo('two@example.com')).toEqual([]);
    expect(await outcome(world.follow('confirmEmailChange', dead))).toBe('link_invalid');
    await world.follow('confirmEmailChange', await world.linkTo('three@example.com'));
    expect((await her.account()).email).toMatchObject({ address: 'three@example.com' });
  });
});

onEveryStore('asking for an address that is somebody’s', (open) => {
  /** Everything that the asker sees, and every statement that is made, with the address as `*`. */
  async function look(address: string) {
    const world = await open();
    const her = await world.signIn(ada);
    const grant = await her.prove('requestEmailChange');
    const statements: string[] = [];
    const { store } = world.ports;
    world.ports.store = new Proxy(store, {
      get(target, name) {
        statements.push(String(name));
        return target[name as keyof typeof target];
      },
    });
    const answer = await her.call('requestEmailChange', { newEmail: address }, { grant });
    world.ports.store = store;
    const later = await her.account();
    await world.deliver();
    const toHer = world.mailbox.list().filter((mail) => mail.to === ada.email);
    const seen = JSON.stringify({ answer, later, statements, toHer: toHer.length });
    return { seen: seen.replaceAll(address, '*'), world, her };
  }

  test('is answered, stored and shown as any other, by the same statements', async () => {
    const [free, taken] = [await look('hello@example.com'), await look(grace.email)];
    expect(taken.seen).toBe(free.seen);
    expect(taken.seen).toContain('putEmailChange');
  });

  test('warns the owner, without a link and without the name of the asker', async () => {
    const { world } = await look(grace.email);
    const mails = world.mailbox.list().filter((mail) => mail.to === grace.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).not.toMatch(/#token=|Ada|ada@/);
  });

  test('warns the owner in the language of the owner, whatever the asker speaks', async () => {
    for (const [language, expected] of [
      ['de', 'de'],
      [null, 'en'],
    ] as const) {
      const world = await open({
        people: [
          { ...ada, language: 'fr' },
          { ...grace, language },
        ],
      });
      await request(await world.signIn(ada), grace.email);
      const mails = await outbox(world);
      expect(mails.map(({ to, language: words }) => [to, words])).toEqual(
        expect.arrayContaining([
          [grace.email, expected],
          [ada.email, 'fr'],
        ]),
      );
    }
  });

  test('can never be confirmed, and tells nothing when it runs out or is cancelled', async () => {
    const { world, her } = await look(grace.email);
    // The row has no digest at all, so that not even the server's own derivation opens it.
    const found = await world.ports.store.findAccount('ada', '2026-11-20T12:00:00.000Z');
    const token = world.ports.secrets.deriveToken(found?.pendingEmail?.id ?? '');
    expect(await outcome(world.follow('confirmEmailChange', token))).toBe('link_invalid');
    world.clock.advance(3599);
    expect((await her.account()).email.pending).not.toBeNull();
    world.clock.advance(1);
    expect((await her.account()).email).toEqual({
      address: ada.email,
      verified: true,
      pending: null,
      verification: null,
    });
    expect(await outcome(her.call('resendEmailChange'))).toBe('not_found');
    expect(await world.ownerOf(grace.email)).toBe('grace');
  });

  test('is mailed a link by a resend once it is free', async () => {
    const { world, her } = await look(grace.email);
    await (await world.signIn(grace)).proveAndCall('deleteAccount');
    world.clock.advance(60);
    await her.call('resendEmailChange');
    await world.follow('confirmEmailChange', await world.linkTo(grace.email));
    expect(await world.ownerOf(grace.email)).toBe('ada');
  });

  test('that came to be somebody’s since cannot be confirmed, and the change is then over', async () => {
    const world = await open();
    const her = await world.signIn(ada);
    await request(her);
    const link = await world.linkTo(newEmail);
    const { account } = await signUp(
      world.ports,
      entry({ email: newEmail, password: newPassword }),
    );
    expect(await outcome(world.follow('confirmEmailChange', link))).toBe('email_taken');
    expect(await world.ownerOf(newEmail)).toBe(account.id);
    expect((await her.account()).email).toMatchObject({ address: ada.email, pending: null });
    expect(await outcome(world.follow('confirmEmailChange', link))).toBe('link_invalid');
  });
});
