import * as email from './model-email.ts';
import * as password from './model-password.ts';
import { passwords, shortPassword, wishedAddresses } from './model-people.ts';
import type { ModelLink } from './model-rows.ts';
import { spell, stepForgot } from './steps-entry.ts';
import type { Command } from './story-commands.ts';
import { findGrant } from './story-proofs.ts';
import type { Story } from './story.ts';
import { pick } from './story.ts';
import type { Visitor } from '../rule-world.ts';

/** For `findGrant` and `findToken`: what a person would do. */
const freshProof = 2;
const newest = 2;

/** Mostly the newest of its kind; now and then any that was ever mailed. */
function findToken(story: Story, of: readonly ModelLink['of'][], index: number): string {
  const { tokens, model } = story;
  const fitting = tokens.filter((token) => {
    const link = model.tokens.get(token);
    return link !== undefined && of.includes(link.of);
  });
  const recent = fitting.at(index % 6 === 1 ? -2 : -1);
  return (index % 6 === 0 ? pick(tokens, index / 6) : recent) ?? 'no link';
}

export async function stepRequestChange(
  story: Story,
  visitor: Visitor,
  { what, how }: Command,
): Promise<void> {
  const newEmail = pick(wishedAddresses, what) ?? '';
  const grant = await findGrant(story, visitor, 'requestEmailChange', how);
  await story.same(
    visitor.call('requestEmailChange', { newEmail: spell(newEmail, how) }, { grant }),
    email.requestChange(story.model, visitor.actor.sessionId, newEmail, grant),
  );
}

/** Whether a mailed link of a kind works. */
function hasLive({ tokens, model }: Story, of: readonly ModelLink['of'][]): boolean {
  return tokens.some((token) => {
    const link = model.tokens.get(token);
    return link !== undefined && of.includes(link.of) && model.isLive(link);
  });
}

export async function stepConfirm(story: Story, command: Command): Promise<void> {
  const { what } = command;
  const visitor = story.visitor(command.who);
  // Without a link, mostly one is asked for first.
  if (visitor !== undefined && what % 3 !== 0 && !hasLive(story, ['change', 'verification'])) {
    await story.collect();
    await stepRequestChange(story, visitor, command);
    await story.collect();
  }
  const isChange = what % 5 < 3 && hasLive(story, ['change']);
  const token = findToken(story, isChange ? ['change'] : ['change', 'verification'], what);
  await story.same(
    story.world.follow('confirmEmailChange', token),
    email.confirm(story.model, token),
  );
}

/** As most people do it: the link is followed as soon as it has come. */
export async function stepMoveAddress(
  story: Story,
  visitor: Visitor,
  command: Command,
): Promise<void> {
  await stepRequestChange(story, visitor, { ...command, how: freshProof });
  await story.collect();
  const token = findToken(story, ['change'], newest);
  await story.same(
    story.world.follow('confirmEmailChange', token),
    email.confirm(story.model, token),
  );
}

export async function stepReportChange(story: Story, { what }: Command): Promise<void> {
  const token = findToken(story, ['report'], what);
  await story.same(
    story.world.follow('reportEmailChange', token),
    email.reportChange(story.model, token),
  );
}

export async function stepReportSecurity(story: Story, { what }: Command): Promise<void> {
  const token = findToken(story, ['security'], what);
  await story.same(
    story.world.follow('reportSecurityEvent', token),
    password.reportSecurity(story.model, token),
  );
}

export async function stepResetPassword(story: Story, command: Command): Promise<void> {
  const { what, how } = command;
  if (what % 3 !== 0 && !hasLive(story, ['reset'])) {
    await story.collect();
    await stepForgot(story, command);
    await story.collect();
  }
  const token = findToken(story, ['reset'], what);
  const newPassword = pick(passwords, how) ?? '';
  await story.same(
    story.world.ask('resetPassword', { token, newPassword }),
    password.resetPassword(story.model, token, newPassword),
  );
}

export async function stepChangePassword(
  story: Story,
  visitor: Visitor,
  { what, how }: Command,
): Promise<void> {
  // Beside a second factor a short one will do.
  const isShort = story.accountOf(visitor)?.app && how % 2 === 0;
  const newPassword = isShort ? shortPassword : (pick(passwords, what) ?? '');
  const grant = await findGrant(story, visitor, 'changePassword', how);
  const present = story.accountOf(visitor)?.password ?? '';
  const old = what % 3 === 0 ? { oldPassword: present || 'not the old one' } : {};
  const input = { newPassword, ...(what % 11 === 0 ? { oldPassword: 'not the old one' } : old) };
  await story.same(
    visitor.call('changePassword', input, { grant }),
    password.changePassword(story.model, visitor.actor.sessionId, input, grant),
  );
}
