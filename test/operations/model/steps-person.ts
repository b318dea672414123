import { expect } from 'vitest';
import type { ActivityAnswer } from '../../../src/contract/activity.ts';
import { stepUpPurposes } from '../../../src/contract/step-up.ts';
import type { Visitor } from '../rule-world.ts';
import * as person from './model-person.ts';
import type { Command } from './story-commands.ts';
import { findGrant, mailCode, prove } from './story-proofs.ts';
import type { Story } from './story.ts';
import { pick } from './story.ts';

/** The smallest picture that the rules take: one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

export async function stepRename(story: Story, visitor: Visitor, { what }: Command): Promise<void> {
  const isStale = what % 4 === 0;
  const version = (story.accountOf(visitor)?.version ?? 1) - (isStale ? 1 : 0);
  // Another name each time: the same once more is no change.
  const nickname = `N${story.next()}`;
  await story.same(
    visitor.call('updateProfile', { nickname }, { version }),
    person.rename(story.model, visitor.actor.sessionId, nickname, isStale),
  );
}

export async function stepSetAvatar(story: Story, visitor: Visitor): Promise<void> {
  await story.same(
    visitor.call('setAvatar', { image: new Blob([pixel], { type: 'image/png' }) }),
    person.setAvatar(story.model, visitor.actor.sessionId, true),
  );
}

export async function stepRemoveAvatar(story: Story, visitor: Visitor): Promise<void> {
  await story.same(
    visitor.call('removeAvatar'),
    person.setAvatar(story.model, visitor.actor.sessionId, false),
  );
}

export async function stepDeleteAccount(
  story: Story,
  visitor: Visitor,
  { how }: Command,
): Promise<void> {
  const grant = await findGrant(story, visitor, 'deleteAccount', how);
  await story.same(
    visitor.call('deleteAccount', undefined, { grant }),
    person.deleteAccount(story.model, visitor.actor.sessionId, grant),
  );
}

export async function stepProve(
  story: Story,
  visitor: Visitor,
  { what, how }: Command,
): Promise<void> {
  await prove(story, visitor, pick(stepUpPurposes, what) ?? 'changePassword', how);
}

export async function stepMailCode(
  story: Story,
  visitor: Visitor,
  { what }: Command,
): Promise<void> {
  await mailCode(story, visitor, pick(stepUpPurposes, what) ?? 'changePassword');
}

/** The list is the model's, and the session that asks comes first. */
function expectSessions(
  story: Story,
  { actor }: Visitor,
  answer: { sessions: readonly { id: string; current: boolean }[] } | null,
): void {
  if (answer === null) return;
  const listed = person.listedSessions(story.model, actor.accountId);
  expect(answer.sessions.map(({ id }) => id).toSorted()).toEqual(listed.toSorted());
  const current = answer.sessions.findIndex((session) => session.current);
  expect(current).toBe(listed.includes(actor.sessionId) ? 0 : -1);
}

export async function stepListSessions(story: Story, visitor: Visitor): Promise<void> {
  const said = story.accountOf(visitor) === null ? 'session_ended' : 'done';
  expectSessions(story, visitor, await story.same(visitor.call('listSessions'), said));
}

export async function stepEndSession(
  story: Story,
  visitor: Visitor,
  { what }: Command,
): Promise<void> {
  const { sessionId, accountId } = visitor.actor;
  const own = story.visitors.filter(({ actor }) => actor.accountId === accountId);
  const id = pick(what % 4 === 0 ? story.visitors : own, what)?.actor.sessionId ?? '';
  const expected = person.endSession(story.model, sessionId, id);
  expectSessions(story, visitor, await story.same(visitor.call('endSession', { id }), expected));
}

export async function stepEndOthers(story: Story, visitor: Visitor): Promise<void> {
  const expected = person.endOthers(story.model, visitor.actor.sessionId, 'other_sessions_ended');
  expectSessions(story, visitor, await story.same(visitor.call('endOtherSessions'), expected));
}

/** The whole log, page by page. */
async function readLog(visitor: Visitor): Promise<ActivityAnswer['entries']> {
  const entries: ActivityAnswer['entries'] = [];
  let before: string | null = null;
  do {
    const input: { before: string } | undefined = before === null ? undefined : { before };
    const page: ActivityAnswer = await visitor.call('listActivity', input);
    entries.push(...page.entries);
    before = page.next;
  } while (before !== null);
  return entries;
}

export async function stepListActivity(story: Story, visitor: Visitor): Promise<void> {
  const account = story.accountOf(visitor);
  const said = account === null ? 'session_ended' : 'done';
  const entries = await story.same(readLog(visitor), said);
  if (entries === null || account === null) return;
  // Of those of the same instant none is the first.
  expect(entries.map(({ event }) => event).toSorted()).toEqual(account.log.toSorted());
  const instants = entries.map(({ at }) => at);
  expect(instants).toEqual(instants.toSorted().toReversed());
}

export async function stepReportActivity(
  story: Story,
  visitor: Visitor,
  { what }: Command,
): Promise<void> {
  const { model, world } = story;
  const { sessionId, accountId } = visitor.actor;
  // Now and then an entry of somebody else's log.
  const other = pick([...model.accounts.keys()], what) ?? accountId;
  const owner = what % 3 === 0 ? other : accountId;
  const entry = pick(await world.ports.store.findAudit(owner, null, 20), what);
  const isOwn = owner === accountId && entry !== undefined;
  const refused = model.caller(sessionId) === null ? 'session_ended' : 'not_found';
  const expected = isOwn ? person.endOthers(model, sessionId, 'activity_reported') : refused;
  await story.same(visitor.call('reportActivity', { id: entry?.id ?? 'none' }), expected);
}
