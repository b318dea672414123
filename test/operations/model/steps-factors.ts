import { authenticatorHere } from '../passkey-visitor.ts';
import type { Visitor } from '../rule-world.ts';
import { codeAt } from '../second-factor.ts';
import * as factors from './model-factors.ts';
import { ask } from './model-proofs.ts';
import type { Command } from './story-commands.ts';
import { findGrant } from './story-proofs.ts';
import type { HeldPasskey, Story } from './story.ts';
import { challengeOf, pick } from './story.ts';

export async function stepSetUpApp(
  story: Story,
  visitor: Visitor,
  { how }: Command,
): Promise<void> {
  const { model, appSecrets } = story;
  const { sessionId } = visitor.actor;
  const grant = await findGrant(story, visitor, 'setUpTotp', how);
  const answer = await story.same(
    visitor.call('setUpTotp', undefined, { grant }),
    factors.setUpApp(model, sessionId, grant),
  );
  if (answer === null) return;
  const { secret } = answer.setUp;
  appSecrets.push(secret);
  factors.waitForApp(model, sessionId, secret);
}

export async function stepEnableApp(
  story: Story,
  visitor: Visitor,
  { how }: Command,
): Promise<void> {
  const { model, world, recoveryCodes, appSecrets } = story;
  const { sessionId } = visitor.actor;
  const waiting = story.accountOf(visitor)?.setUp?.secret;
  const secret = (how % 5 === 0 ? undefined : waiting) ?? pick(appSecrets, how / 5);
  const late = how % 3 === 0 ? (pick([1, -1, 2], how / 3) ?? 0) : 0;
  const code = secret === undefined ? '000000' : codeAt(secret, world.clock.now() + late * 30_000);
  const answer = await story.same(
    visitor.call('enableTotp', { code }),
    factors.enableApp(model, sessionId, code),
  );
  if (answer === null) return;
  recoveryCodes.push(...answer.recoveryCodes);
  factors.keepCodes(model, sessionId, answer.recoveryCodes);
}

/** As most people do it: the app is set up and its first code typed at once. */
export async function stepSwitchOn(
  story: Story,
  visitor: Visitor,
  command: Command,
): Promise<void> {
  await stepSetUpApp(story, visitor, { ...command, how: 2 });
  await stepEnableApp(story, visitor, { ...command, how: command.how % 4 === 0 ? command.how : 1 });
}

export async function stepDisableApp(
  story: Story,
  visitor: Visitor,
  { how }: Command,
): Promise<void> {
  const grant = await findGrant(story, visitor, 'disableTwoFactor', how);
  await story.same(
    visitor.call('disableTwoFactor', undefined, { grant }),
    factors.disableApp(story.model, visitor.actor.sessionId, grant),
  );
}

export async function stepRenewCodes(
  story: Story,
  visitor: Visitor,
  { how }: Command,
): Promise<void> {
  const { sessionId } = visitor.actor;
  const grant = await findGrant(story, visitor, 'createRecoveryCodes', how);
  const answer = await story.same(
    visitor.call('createRecoveryCodes', undefined, { grant }),
    factors.renewCodes(story.model, sessionId, grant),
  );
  if (answer === null) return;
  story.recoveryCodes.push(...answer.recoveryCodes);
  factors.keepCodes(story.model, sessionId, answer.recoveryCodes);
}

export async function stepAddPasskey(
  story: Story,
  visitor: Visitor,
  { what, how }: Command,
): Promise<void> {
  const { model, passkeys } = story;
  const { sessionId, accountId } = visitor.actor;
  const grant = await findGrant(story, visitor, 'addPasskey', how);
  const started = await story.same(
    visitor.call('startPasskey', undefined, { grant }),
    factors.startPasskey(model, sessionId, grant),
  );
  if (started === null) return;
  const challenge = challengeOf(started.options);
  ask(model, challenge, { accountId, sessionId, purpose: 'addPasskey' });
  const authenticator = authenticatorHere();
  const response = authenticator.create(started.options);
  const name = `Key ${story.next()}`;
  const { id: credentialId } = response;
  const made = { challenge, credentialId, name, count: 0 };
  const add = async (): Promise<void> => {
    const answer = await story.same(
      visitor.call('addPasskey', { response, name }, { grant }),
      factors.addPasskey(model, sessionId, made, grant),
    );
    const id = answer?.account.passkeys.find((one) => one.name === name)?.id;
    if (id !== undefined) passkeys.push({ accountId, id, credentialId, authenticator });
  };
  await add();
  // A page that sends it twice adds one.
  if (what % 8 === 0) await add();
}

function findHeld(story: Story, visitor: Visitor, what: number): HeldPasskey | undefined {
  const { passkeys } = story;
  const own = passkeys.filter(({ accountId }) => accountId === visitor.actor.accountId);
  return pick(what % 5 === 0 || own.length === 0 ? passkeys : own, what);
}

export async function stepRenamePasskey(
  story: Story,
  visitor: Visitor,
  { what }: Command,
): Promise<void> {
  const held = findHeld(story, visitor, what);
  const name = `Key ${story.next()}`;
  await story.same(
    visitor.call('renamePasskey', { id: held?.id ?? 'none', name }),
    factors.renamePasskey(story.model, visitor.actor.sessionId, held?.credentialId ?? 'none', name),
  );
}

export async function stepRemovePasskey(
  story: Story,
  visitor: Visitor,
  { what, how }: Command,
): Promise<void> {
  const held = findHeld(story, visitor, what);
  const grant = await findGrant(story, visitor, 'removePasskey', how);
  await story.same(
    visitor.call('removePasskey', { id: held?.id ?? 'none' }, { grant }),
    factors.removePasskey(
      story.model,
      visitor.actor.sessionId,
      held?.credentialId ?? 'none',
      grant,
    ),
  );
}
