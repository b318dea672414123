import { expect } from 'vitest';
import { normalizeRecoveryCode } from '../../../src/contract/one-time-code.ts';
import {
  startPasskeySignIn,
  signInWithPasskey,
} from '../../../src/server/operations/passkey-sign-in.ts';
import { signIn } from '../../../src/server/operations/sign-in.ts';
import { signUp } from '../../../src/server/operations/sign-up.ts';
import type { StartedSession } from '../../../src/server/operations/start-session.ts';
import { entry, newPassword } from '../rule-world.ts';
import type { ModelBrowser } from './model-entry.ts';
import * as entries from './model-entry.ts';
import { addresses, homes, mary, passwords } from './model-people.ts';
import { ask, stepUp } from './model-proofs.ts';
import type { ModelAccount } from './model-rows.ts';
import type { Command } from './story-commands.ts';
import { appCode, recoveryCode } from './story-proofs.ts';
import type { HeldAnswer, Story } from './story.ts';
import { challengeOf, pick } from './story.ts';

/** An address as somebody may type it. */
export function spell(address: string, index: number): string {
  return index % 2 === 0 ? address : address.toUpperCase();
}

/** Where somebody sits: at the browser that keeps its cookie, or at one that nobody has seen before. */
interface Seat {
  browser: ModelBrowser;
  device: string | null;
  home: string;
}

function seatOf(story: Story, how: number): Seat {
  const home = pick(homes, how / 4) ?? '';
  const { laptop } = story;
  return how % 2 === 0
    ? { browser: laptop, device: laptop.cookie, home }
    : { browser: { secrets: [] }, device: null, home };
}

/** A session that the rules have started: the browser gets its cookie, and the account knows it. */
function sitDown(
  story: Story,
  { browser }: Seat,
  { account, session, token, device }: StartedSession,
  event: string,
): void {
  const model = story.model.accounts.get(account.id);
  // Known browsers keep their cookie; a new account knows none.
  expect(device === null).toBe(
    event !== 'signed_up' && entries.knows(model ?? null, browser) !== null,
  );
  if (device !== null) {
    browser.secrets = [`secret ${story.next()}`, ...browser.secrets].slice(0, 5);
    if (browser === story.laptop) story.laptop.cookie = device;
  }
  if (model !== undefined) entries.remember(model, browser);
  story.enter(story.world.resume(account.id, session, token), event === 'signed_up' ? null : event);
}

export async function stepSignUp(story: Story, { who, what, how }: Command): Promise<void> {
  const free = addresses.filter((address) => !story.model.isTaken(address, null));
  const email = pick(who % 4 === 0 || free.length === 0 ? addresses : free, who) ?? '';
  const password = (what % 4 === 0 ? pick(passwords, what / 4) : undefined) ?? newPassword;
  const seat = seatOf(story, how);
  const { device, home } = seat;
  const input = { email: spell(email, how), password, name: '' };
  const started = await story.same(
    signUp(story.world.ports, entry(input, { device, address: home })),
    entries.signUp(story.model, email, password, home),
  );
  if (started === null) return;
  entries.settle(story.model, started.account.id, { email, password });
  sitDown(story, seat, started, 'signed_up');
}

/** Mostly the right password with what else is asked for. */
function credentials(
  story: Story,
  account: ModelAccount | null,
  { what, how }: Command,
): { password: string; totpCode?: string; recoveryCode?: string } {
  const password = (what % 6 === 0 ? null : account?.password) ?? pick(passwords, what / 6) ?? '';
  const isAsked = account?.app !== null && account !== null;
  if (!isAsked && what % 7 !== 0) return { password };
  switch (how % 5) {
    case 0:
      return { password };
    case 1:
      return { password, recoveryCode: recoveryCode(story, account, how) };
    default:
      return { password, totpCode: appCode(story, account, how) };
  }
}

export async function stepSignIn(story: Story, command: Command): Promise<void> {
  const { world, model } = story;
  const asked = [...model.accounts.values()].filter(({ app }) => app !== null);
  // Mostly somebody of whom more than a password is asked.
  const { email } = (command.who % 4 !== 0 ? pick(asked, command.who) : null) ?? {
    email: story.address(command.who),
  };
  const given = credentials(story, model.ownerOf(email), command);
  const seat = seatOf(story, command.how);
  const { browser, device, home } = seat;
  const { recoveryCode: code } = given;
  // As the contract's schema reads it.
  const read = code === undefined ? {} : { recoveryCode: normalizeRecoveryCode(code) };
  const input = { ...given, ...read, email: spell(email, command.what) };
  const started = await story.same(
    signIn(world.ports, entry(input, { device, address: home })),
    entries.signIn(model, { ...given, email }, browser, home),
  );
  if (started !== null) sitDown(story, seat, started, 'signed_in');
}

async function answerSignIn(
  story: Story,
  { who, how }: Command,
  home: string,
): Promise<HeldAnswer | undefined> {
  const { world, model, passkeys, answers } = story;
  const held = pick(passkeys, who);
  if (held === undefined || how % 5 === 0) return pick(answers, how / 5);
  const started = await story.same(
    startPasskeySignIn(world.ports, entry(undefined, { address: home })),
    entries.startPasskeySignIn(model, home),
  );
  if (started === null) return undefined;
  const { options } = started;
  ask(model, challengeOf(options), { accountId: null, sessionId: null, purpose: 'signIn' });
  return story.answer(options, held);
}

export async function stepSignInByPasskey(story: Story, command: Command): Promise<void> {
  const { world, model } = story;
  const seat = seatOf(story, command.how);
  const { browser, device, home } = seat;
  const answer = await answerSignIn(story, command, home);
  // Some answers are not sent at once, and some never.
  if (answer === undefined || command.what % 6 === 0) return;
  const started = await story.same(
    signInWithPasskey(world.ports, entry({ passkey: answer.response }, { device, address: home })),
    entries.signInWithPasskey(model, answer.told, browser, home),
  );
  if (started !== null) sitDown(story, seat, started, 'signed_in');
}

export async function stepVisit(story: Story): Promise<void> {
  if (story.model.accounts.has(mary.id)) await story.visit(mary.id);
}

export async function stepForgot(story: Story, { who, how }: Command): Promise<void> {
  const unverified = [...story.model.accounts.values()].filter(({ verified }) => !verified);
  // Mostly the owner of an address that somebody else has signed up with, if there is one.
  const { email } = (who % 4 !== 0 ? pick(unverified, who) : null) ?? { email: story.address(who) };
  const home = pick(homes, how / 4) ?? '';
  await story.same(
    story.world.ask('requestPasswordReset', { email: spell(email, how) }, { address: home }),
    entries.forgot(story.model, email, home),
  );
}

/** Somebody tries out passwords: at the door, or in a session. */
export async function stepGuess(story: Story, { who, what, how }: Command): Promise<void> {
  const { world, model } = story;
  const password = 'not the password of anybody';
  const email = story.address(who);
  const { browser, device, home } = seatOf(story, how);
  const visitor = story.visitor(who);
  for (let tries = 0; tries < 3; tries++) {
    if (what % 3 === 0) {
      const call = entry({ email, password }, { device, address: home });
      await story.same(
        signIn(world.ports, call),
        entries.signIn(model, { email, password }, browser, home),
      );
    } else if (visitor !== undefined) {
      await story.same(
        visitor.prove('changePassword', password),
        stepUp(model, visitor.actor.sessionId, 'changePassword', { password }),
      );
    }
  }
}
