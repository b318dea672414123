import { expect } from 'vitest';
import type { AccountRecord } from '../../../src/server/ports/account-store.ts';
import { noon, outcome } from '../rule-world.ts';
import { addresses, passwords, shortPassword } from './model-people.ts';
import type { ModelAccount } from './model-rows.ts';
import type { Model } from './model.ts';
import type { Story } from './story.ts';

function instant(seconds: number): string {
  return new Date(Date.parse(noon) + seconds * 1000).toISOString();
}

/** What a record says, in the model's terms. */
function told(record: AccountRecord): Record<string, unknown> {
  const { pendingEmail, verification } = record;
  return {
    email: record.email.toLowerCase(),
    verified: record.emailVerified,
    version: record.version,
    nickname: record.nickname,
    hasAvatar: record.avatar !== null,
    hasPassword: record.passwordHash !== null,
    standsAlone: record.passwordStandsAlone,
    hasApp: record.totpEnabledAt !== null,
    codesLeft: record.recoveryCodesLeft,
    passkeys: record.passkeys.map(({ name }) => name).toSorted(),
    pending: pendingEmail && `${pendingEmail.address.toLowerCase()} ${pendingEmail.expiresAt}`,
    verification: verification && `${verification.requestedAt} ${verification.expiresAt}`,
  };
}

function expected(model: Model, account: ModelAccount): Record<string, unknown> {
  const { id, email, verified, version, nickname, hasAvatar, password } = account;
  const pending = model.pendingOf(id);
  const link = model.links.findLast(
    (one) => one.of === 'verification' && one.accountId === id && model.isLive(one),
  );
  return {
    email,
    verified,
    version,
    nickname,
    hasAvatar,
    hasPassword: password !== null,
    standsAlone: password !== shortPassword,
    hasApp: account.app !== null,
    codesLeft: account.recoveryCodes.size,
    passkeys: account.passkeys.map(({ name }) => name).toSorted(),
    pending: pending && `${pending.address} ${instant(pending.until)}`,
    verification:
      link === undefined || verified ? null : `${instant(link.since)} ${instant(link.until)}`,
  };
}

/** I2, I4, I7, I8, I12, I14: what is stored of an account is what the acknowledged steps have made, and nothing else. */
async function judgeAccount({ world, model, seen }: Story, account: ModelAccount): Promise<void> {
  const { id, version, log } = account;
  const at = new Date(world.clock.now()).toISOString();
  const record = await world.ports.store.findAccount(id, at);
  expect(record && told(record)).toEqual(expected(model, account));
  // Versions only rise.
  expect(version).toBeGreaterThanOrEqual(seen.get(id)?.version ?? 1);
  seen.set(id, { version, entries: log.length });
}

/** Looks at the accounts with which something has happened, and at whoever has acted. */
export async function judgeChanged(story: Story): Promise<void> {
  for (const account of story.model.accounts.values()) {
    const { id, version, log } = account;
    const before = story.seen.get(id);
    const isSame = before?.version === version && before.entries === log.length;
    if (!isSame || story.last?.actor.accountId === id) await judgeAccount(story, account);
  }
}

/** I6: one entry for every step of the log. I13: nothing is left of who is gone. */
async function judgeTraces({ world, model, visitors }: Story, dump: string): Promise<void> {
  const at = new Date(world.clock.now()).toISOString();
  const { store } = world.ports;
  const named = dump.replace(/"?attempts.*?(?=,"deliveries"|\n|$)/gs, '');
  for (const id of new Set(visitors.map(({ actor }) => actor.accountId))) {
    const log = (await store.findAudit(id, null, 500)).map(({ event }) => event);
    expect(log.toSorted()).toEqual((model.accounts.get(id)?.log ?? []).toSorted());
    if (model.accounts.has(id)) continue;
    expect(await store.findAccount(id, at)).toBeNull();
    expect(named).not.toContain(`"${id}"`);
  }
  // I11: pictures are there for those who have one, and for nobody else.
  const pictured = [...model.accounts.values()].filter(({ hasAvatar }) => hasAvatar);
  expect(world.files.size).toBe(pictured.length * 2);
}

/** I1-I14, as far as one process can see them. */
export async function judge(story: Story): Promise<void> {
  const { world, model } = story;
  if (!story.holds) await story.collect();
  const at = new Date(world.clock.now()).toISOString();
  const dump = await world.dump();
  for (const account of model.accounts.values()) await judgeAccount(story, account);
  await judgeTraces(story, dump);
  // I1: an address is at most one account's, and the model's.
  for (const address of addresses) {
    expect(await world.ownerOf(address)).toBe(model.ownerOf(address)?.id ?? null);
  }
  // I5, I10: exactly the sessions that may work do, and each sees its own account.
  for (const visitor of story.visitors) {
    const seen = visitor.account();
    const works = model.caller(visitor.actor.sessionId) !== null;
    expect(await outcome(seen)).toBe(works ? 'done' : 'session_ended');
    if (works) expect((await seen).id).toBe(visitor.actor.accountId);
  }
  // I3, I5: exactly the grants that may be used can be.
  for (const [grant, binding] of story.bindings) {
    const use = { ...binding, digest: world.ports.secrets.digest(grant), consume: true };
    const works = model.now < (model.grants.get(grant)?.until ?? 0);
    expect(await world.ports.store.findGrant(use, at)).toBe(works);
    if (!works) continue;
    // It is worth nothing in another session, and for nothing else.
    const { sessionId: another } = story.visitors.at(-1)?.actor ?? binding;
    const elsewhere = another === binding.sessionId ? 'another' : another;
    const others = [{ sessionId: elsewhere }, { purpose: 'another' }, { accountId: 'another' }];
    for (const other of others) {
      expect(await world.ports.store.findGrant({ ...use, ...other }, at)).toBe(false);
    }
  }
  // I9: no secret is stored as it is.
  const { grants, tokens, visitors, recoveryCodes, appSecrets } = story;
  const secrets = [...grants, ...tokens, ...recoveryCodes, ...appSecrets, ...passwords];
  for (const secret of [...secrets, ...visitors.map(({ token }) => token)]) {
    if (dump.includes(secret)) throw new Error(`A secret is stored: ${secret}`);
  }
}
