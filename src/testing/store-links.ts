import { describe, expect } from 'vitest';
import type { Effects } from '../server/ports/account-store.ts';
import type { Link, LinkKind } from '../server/ports/link-store.ts';
import type { StoreStage, StoreTest } from './store-stage.ts';
import { race } from './store-stage.ts';

const kinds: readonly LinkKind[] = ['verification', 'password_reset', 'security_report'];

/** Follows a link as one of a kind, a hundred seconds on unless it is said otherwise. */
export function takeLink(
  stage: StoreStage,
  kind: LinkKind,
  { id }: { id: string },
  change?: Partial<Effects>,
): Promise<{ kind: string }> {
  const { store } = stage;
  const effects = stage.effects({ at: stage.at(100), ...change });
  if (kind === 'verification') return store.takeVerification({ id }, effects);
  if (kind === 'security_report') return store.takeSecurityReport({ id }, effects);
  const password = { passwordHash: '$hash$reset', standsAlone: true, keepHistory: 0 };
  return store.takePasswordReset({ id, ...password }, effects);
}

/** What has become of a link. */
export async function linkState(
  stage: StoreStage,
  { tokenDigest }: { tokenDigest: string },
  seconds = 100,
): Promise<Link['state'] | undefined> {
  return (await stage.store.findLink(tokenDigest, stage.at(seconds)))?.state;
}

function describeKind(test: StoreTest, kind: LinkKind): void {
  // oxlint-disable-next-line vitest/valid-title -- one block for each kind
  describe(`a link (${kind})`, () => {
    test('is found by the digest of its token alone', async (stage) => {
      const ada = await stage.person('ada', { emailVerified: false });
      const link = await stage.link(ada, kind);
      await stage.link(await stage.person('eve'), kind);
      const { id, accountId, address } = link;
      const found = await stage.store.findLink(link.tokenDigest, stage.at(1));
      expect(found).toEqual({ id, kind, accountId, address, state: 'live' });
      expect(await stage.store.findLink(id, stage.at(1))).toBeNull();
      expect(await stage.store.findLink('another-digest', stage.at(1))).toBeNull();
    });

    test('works once', async (stage) => {
      const link = await stage.link(await stage.person('ada'), kind);
      expect(await takeLink(stage, kind, link)).toMatchObject({ kind: 'done' });
      expect(await linkState(stage, link)).toBe('used');
      expect(await linkState(stage, link, 99_999)).toBe('used');
      const before = await stage.dump();
      expect(await takeLink(stage, kind, link)).toEqual({ kind: 'link_used' });
      await stage.expectUnchanged(before);
    });

    test('of 16 that race for it exactly one wins', async (stage) => {
      const ada = await stage.person('ada');
      const link = await stage.link(ada, kind);
      const { version } = await stage.read(ada);
      const counts = await race(() => takeLink(stage, kind, link));
      expect(counts).toEqual({ done: 1, link_used: 15 });
      expect((await stage.read(ada)).version).toBe(version + 1);
    });

    test('works until the instant at which it expires', async (stage) => {
      const ada = await stage.person('ada');
      const [late, timely] = [await stage.person('late'), await stage.link(ada, kind)];
      const link = await stage.link(late, kind);
      expect(await linkState(stage, link, 3599.999)).toBe('live');
      expect(await linkState(stage, link, 3600)).toBe('expired');
      const before = await stage.dump();
      const expired = await takeLink(stage, kind, link, { at: stage.at(3600) });
      expect(expired).toEqual({ kind: 'link_used' });
      await stage.expectUnchanged(before);
      const just = await takeLink(stage, kind, timely, { at: stage.at(3599.999) });
      expect(just).toMatchObject({ kind: 'done' });
    });

    test('does nothing as a link of another kind', async (stage) => {
      const link = await stage.link(await stage.person('ada', { emailVerified: false }), kind);
      const before = await stage.dump();
      for (const other of kinds.filter((one) => one !== kind)) {
        expect(await takeLink(stage, other, link)).toEqual({ kind: 'link_used' });
      }
      await stage.expectUnchanged(before);
      expect(await linkState(stage, link)).toBe('live');
    });

    test('that was never put is used', async (stage) => {
      expect(await takeLink(stage, kind, { id: 'never-put' })).toEqual({ kind: 'link_used' });
    });

    test('of an account that has gone is nothing any more', async (stage) => {
      const ada = await stage.person('ada');
      const link = await stage.link(ada, kind);
      await stage.store.deleteAccount({ accountId: ada.id }, stage.effects());
      const before = await stage.dump();
      expect(await stage.store.findLink(link.tokenDigest, stage.at(1))).toBeNull();
      expect(await takeLink(stage, kind, link)).toEqual({ kind: 'link_used' });
      await stage.expectUnchanged(before);
    });

    test('is stored by any write whose mail carries it, and by none that is refused', async (stage) => {
      const ada = await stage.person('ada');
      const [kept, lost] = [stage.newLink(ada, kind), stage.newLink(ada, kind)];
      const change = { accountId: ada.id, values: { name: 'Ada' }, expectedVersion: 1 };
      const rename = (link: typeof kept): Promise<{ kind: string }> =>
        stage.store.updateProfile(change, stage.effects({ links: [link] }));
      expect(await rename(kept)).toMatchObject({ kind: 'done' });
      expect(await rename(lost)).toMatchObject({ kind: 'version_conflict' });
      expect(await linkState(stage, kept)).toBe('live');
      expect(await linkState(stage, lost)).toBeUndefined();
    });
  });
}

/** Whether an older link still works once there is a newer one of its kind. */
function describeReplacement(test: StoreTest): void {
  describe('a newer link', () => {
    for (const kind of ['verification', 'password_reset'] as const) {
      test(`makes an older one dead (${kind}), and no other`, async (stage) => {
        const [ada, eve] = [
          await stage.person('ada', { emailVerified: false }),
          await stage.person('eve', { emailVerified: false }),
        ];
        const older = await stage.link(ada, kind);
        const bystanders = [await stage.link(eve, kind)];
        for (const other of kinds.filter((one) => one !== kind)) {
          bystanders.push(await stage.link(ada, other));
        }
        const newer = await stage.link(ada, kind, {}, { at: stage.at(50) });
        expect(await linkState(stage, older)).toBe('dead');
        const before = await stage.dump();
        expect(await takeLink(stage, kind, older)).toEqual({ kind: 'link_used' });
        await stage.expectUnchanged(before);
        for (const link of bystanders) expect(await linkState(stage, link)).toBe('live');
        expect(await takeLink(stage, kind, newer)).toMatchObject({ kind: 'done' });
      });

      test(`leaves an older one as it ended (${kind})`, async (stage) => {
        const ada = await stage.person('ada', { emailVerified: false });
        const used = await stage.link(ada, kind);
        await takeLink(stage, kind, used, { at: stage.at(10) });
        const expired = await stage.link(ada, kind, { expiresAt: stage.at(20) });
        await stage.link(ada, kind, {}, { at: stage.at(20) });
        expect(await linkState(stage, used)).toBe('used');
        expect(await linkState(stage, expired)).toBe('expired');
      });
    }

    test('leaves older reports alive: each is about an event of its own', async (stage) => {
      const ada = await stage.person('ada');
      const [first, second] = [
        await stage.link(ada, 'security_report'),
        await stage.link(ada, 'security_report'),
      ];
      expect(await linkState(stage, first)).toBe('live');
      expect(await takeLink(stage, 'security_report', second)).toMatchObject({ kind: 'done' });
      expect(await linkState(stage, first)).toBe('live');
      expect(await takeLink(stage, 'security_report', first)).toMatchObject({ kind: 'done' });
    });
  });
}

const moves: readonly {
  name: string;
  move: (stage: StoreStage, account: { id: string }) => Promise<{ kind: string }>;
}[] = [
  {
    name: 'was confirmed',
    move: async (stage, account) => {
      const { id } = await stage.pend(account, { address: 'moved@example.com' });
      const change = { id, keepOldUntil: stage.at(604_800), report: null };
      return stage.store.takeEmailChange(change, stage.effects({ at: stage.at(10) }));
    },
  },
  {
    name: 'happened at once',
    move: ({ store, effects, at }, { id: accountId }) => {
      const [address, addressCanonical] = ['moved@example.com', 'moved@example.com'];
      const change = { accountId, address, addressCanonical };
      return store.changeEmailNow(change, effects({ at: at(10) }));
    },
  },
];

/** What of an old address outlives it. */
function describeMoves(test: StoreTest): void {
  describe('after a change of address', () => {
    for (const { name, move } of moves) {
      test(`that ${name}, links to the old one are dead, and a report still works`, async (stage) => {
        const ada = await stage.person('ada', { emailVerified: false });
        const links = [
          await stage.link(ada, 'verification'),
          await stage.link(ada, 'password_reset'),
        ];
        const report = await stage.link(ada, 'security_report');
        expect(await move(stage, ada)).toMatchObject({ kind: 'done' });
        const before = await stage.dump();
        for (const link of links) {
          expect(await linkState(stage, link)).toBe('dead');
          expect(await takeLink(stage, link.kind, link)).toEqual({ kind: 'link_used' });
        }
        await stage.expectUnchanged(before);
        expect((await stage.read(ada)).verification).toBeNull();
        expect(await takeLink(stage, 'security_report', report)).toMatchObject({ kind: 'done' });
      });

      test(`that ${name}, its grants and challenges are dead, and sessions go on`, async (stage) => {
        const ada = await stage.person('ada');
        const session = await stage.signIn(ada);
        const grant = await stage.grant(ada);
        const { id: accountId } = ada;
        const [sessionId, purpose] = [session.id, 'changePassword'];
        const challenge = { digest: stage.id('challenge'), accountId, sessionId, purpose };
        const { store, at } = stage;
        await store.putChallenge({ ...challenge, expiresAt: at(3600) }, stage.effects());
        await move(stage, ada);
        expect(await store.findGrant(grant, at(11))).toBe(false);
        expect(await store.findChallenge(challenge, at(11))).toBe(false);
        expect(await store.findSession(session.tokenDigest, at(11))).not.toBeNull();
      });
    }

    test('that was put back, links to the address between are dead', async (stage) => {
      const ada = await stage.person('ada');
      const report = stage.newReport(ada.email);
      const { id } = await stage.pend(ada, { address: 'thief@example.com', report });
      const change = { id, keepOldUntil: stage.at(604_800), report: null };
      await stage.store.takeEmailChange(change, stage.effects());
      const reset = await stage.link(await stage.read(ada), 'password_reset');
      await stage.store.takeEmailReport({ id: report.id }, stage.effects({ at: stage.at(10) }));
      expect(await linkState(stage, reset)).toBe('dead');
      expect(await takeLink(stage, 'password_reset', reset)).toEqual({ kind: 'link_used' });
    });

    test('a link that went to an address of somebody else, or of nobody, is worth nothing', async (stage) => {
      const ada = await stage.person('ada', { emailVerified: false });
      await stage.person('eve');
      for (const kind of ['verification', 'password_reset'] as const) {
        for (const address of ['eve@example.com', 'nobody@example.com']) {
          const astray = await stage.link(ada, kind, { address });
          const before = await stage.dump();
          expect(await takeLink(stage, kind, astray)).toEqual({ kind: 'link_used' });
          await stage.expectUnchanged(before);
        }
      }
    });

    test('a link to an address that is only kept for the account is worth nothing', async (stage) => {
      const ada = await stage.person('ada');
      const { id } = await stage.pend(ada);
      const change = { id, keepOldUntil: stage.at(604_800), report: null };
      await stage.store.takeEmailChange(change, stage.effects());
      for (const kind of ['verification', 'password_reset'] as const) {
        const late = await stage.link(ada, kind);
        expect(await takeLink(stage, kind, late)).toEqual({ kind: 'link_used' });
      }
    });
  });
}

/** Mailed links of every kind. */
export function describeLinks(test: StoreTest): void {
  for (const kind of kinds) describeKind(test, kind);
  describeReplacement(test);
  describeMoves(test);
}
