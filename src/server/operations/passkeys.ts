import type { AccountAnswer } from '../../contract/account.ts';
import { AccountError, fieldError } from '../../contract/account-error.ts';
import type {
  AddPasskey,
  RemovePasskey,
  RenamePasskey,
  StartPasskeyAnswer,
} from '../../contract/passkeys.ts';
import { passkeyLimits } from '../../contract/passkeys.ts';
import type { Origin } from '../../contract/sessions.ts';
import type { PasskeyRecord } from '../ports/passkey-store.ts';
import type { Ports } from '../ports/ports.ts';
import { accountView } from './account-view.ts';
import type { Call } from './call.ts';
import { callerAccount, effects, requireGrant, settle } from './effects.ts';
import { instant } from './instants.ts';
import type { ChallengeContext } from './passkey-proofs.ts';
import { challengeProof, mintChallenge, requirePasskeys, userHandle } from './passkey-proofs.ts';
import { securityNotice } from './security-notice.ts';

function registration(call: Call<unknown>): ChallengeContext {
  const { accountId, sessionId } = call.actor;
  return { accountId, sessionId, purpose: 'addPasskey' };
}

const tooMany = (): AccountError => fieldError('', 'too_many', { maximum: passkeyLimits.count });

/** Answers what a browser needs to make a passkey. The proof is looked at here, and used up by `addPasskey`. */
export async function startPasskey(
  ports: Ports,
  call: Call<undefined>,
): Promise<StartPasskeyAnswer> {
  const account = await callerAccount(ports, call);
  const verifier = requirePasskeys(ports);
  await requireGrant(ports, call, account, 'addPasskey');
  const exclude = await ports.store.findPasskeys(account.id);
  // Told now rather than after the person has made one.
  if (exclude.length >= passkeyLimits.count) throw tooMany();
  const { challenge, record } = mintChallenge(ports, registration(call));
  const options = await verifier.registrationOptions({
    challenge,
    userId: userHandle(ports, account.id),
    userName: account.email,
    displayName: account.name ?? account.email,
    exclude,
  });
  const { from, actor } = call;
  const started = { event: 'passkey_started', from, sessionId: actor.sessionId };
  settle(ports, await ports.store.putChallenge(record, effects(ports, started)), account);
  return { account: accountView(account, ports), options };
}

/** What a passkey is called until its owner names it: `Firefox, macOS`. */
function nameFrom({ browser, system }: Origin): string {
  const known = [browser, system].filter((part) => part !== null).join(', ');
  return [...known].slice(0, passkeyLimits.name).join('').trim() || 'Passkey';
}

/** Adds the passkey that the browser made. */
export async function addPasskey(ports: Ports, call: Call<AddPasskey>): Promise<AccountAnswer> {
  const account = await callerAccount(ports, call);
  const verifier = requirePasskeys(ports);
  const grant = await requireGrant(ports, call, account, 'addPasskey');
  const { response, name } = call.input;
  const refused = fieldError('/response', 'passkey_refused');
  const challenge = verifier.challengeOf(response);
  const made = challenge === null ? null : await verifier.verifyRegistration(response, challenge);
  if (challenge === null || made === null) throw refused;
  const passkey: PasskeyRecord = {
    ...made,
    id: ports.secrets.mintId(),
    accountId: account.id,
    name: name || nameFrom(call.from),
    createdAt: instant(ports),
    lastUsedAt: null,
  };
  const written = await ports.store.addPasskey(
    { passkey, most: passkeyLimits.count },
    effects(ports, {
      event: 'passkey_added',
      from: call.from,
      sessionId: call.actor.sessionId,
      grant,
      proofs: [challengeProof(ports, registration(call), challenge)],
      ...securityNotice(ports, account, 'passkey_added', call.from),
    }),
  );
  if (written.kind === 'proof_refused') throw refused;
  const outcome = settle(ports, written, account, 'addPasskey');
  if (outcome.kind === 'passkey_known') throw fieldError('/response', 'passkey_known');
  if (outcome.kind === 'too_many') throw tooMany();
  return { account: accountView(outcome.account, ports) };
}

/** Names a passkey. */
export async function renamePasskey(
  ports: Ports,
  call: Call<RenamePasskey>,
): Promise<AccountAnswer> {
  const account = await callerAccount(ports, call);
  const { id, name } = call.input;
  const { from, actor } = call;
  const outcome = settle(
    ports,
    await ports.store.renamePasskey(
      { accountId: account.id, id, name },
      effects(ports, { event: 'passkey_renamed', from, sessionId: actor.sessionId }),
    ),
    account,
  );
  if (outcome.kind === 'not_found') throw new AccountError('not_found');
  return { account: accountView(outcome.account, ports) };
}

/** Removes a passkey, unless nobody could sign in any more. */
export async function removePasskey(
  ports: Ports,
  call: Call<RemovePasskey>,
): Promise<AccountAnswer> {
  const account = await callerAccount(ports, call);
  const grant = await requireGrant(ports, call, account, 'removePasskey');
  const outcome = settle(
    ports,
    await ports.store.removePasskey(
      { accountId: account.id, id: call.input.id, mayBeLast: !ports.ownSessions },
      effects(ports, {
        event: 'passkey_removed',
        from: call.from,
        sessionId: call.actor.sessionId,
        grant,
        ...securityNotice(ports, account, 'passkey_removed', call.from),
      }),
    ),
    account,
    'removePasskey',
  );
  if (outcome.kind === 'not_found') throw new AccountError('not_found');
  if (outcome.kind === 'last_method')
    throw new AccountError('not_allowed', { reason: 'last_method' });
  return { account: accountView(outcome.account, ports) };
}
