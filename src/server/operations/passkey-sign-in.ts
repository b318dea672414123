import { AccountError, fieldError } from '../../contract/account-error.ts';
import type { PasskeySignIn, PasskeySignInOptions } from '../../contract/sign-in.ts';
import type { PasskeyVerifier } from '../ports/passkey-verifier.ts';
import type { Ports } from '../ports/ports.ts';
import { countAddress } from './address-attempts.ts';
import type { EntryCall, LinkCall } from './call.ts';
import { findKnownDevice } from './devices.ts';
import { effects, rateLimited } from './effects.ts';
import { instant } from './instants.ts';
import { judgePasskey, mintChallenge, requirePasskeys } from './passkey-proofs.ts';
import { recordFailure } from './proof-attempts.ts';
import { startSession, type StartedSession } from './start-session.ts';

/** A sign-in is nobody's before it has happened: whose it is, the passkey says. */
const nobodysSignIn = { accountId: null, sessionId: null, purpose: 'signIn' } as const;

/** A host that has its own sessions signs people in itself; there a passkey is a proof and no way in. */
function requireSignIn(ports: Ports): PasskeyVerifier {
  if (!ports.ownSessions) throw new AccountError('not_allowed', { reason: 'handled_elsewhere' });
  return requirePasskeys(ports);
}

/** Answers what a browser needs to sign in with one of the passkeys that it has for this site. */
export async function startPasskeySignIn(
  ports: Ports,
  call: LinkCall<undefined>,
): Promise<PasskeySignInOptions> {
  const verifier = requireSignIn(ports);
  await countAddress(ports, 'passkey-start', call.address);
  const { challenge, record } = mintChallenge(ports, nobodysSignIn);
  const options = await verifier.assertionOptions({ challenge, allow: [] });
  const started = effects(ports, { event: 'passkey_sign_in_started', from: call.from });
  const outcome = await ports.store.putChallenge(record, started);
  if (outcome.kind === 'rate_limited') throw rateLimited(outcome);
  if (outcome.kind !== 'done') throw new AccountError('unavailable');
  return { options };
}

/** Starts a session with a passkey, which is two factors by itself. An unknown one and a wrong answer are refused alike. */
export async function signInWithPasskey(
  ports: Ports,
  call: EntryCall<PasskeySignIn>,
): Promise<StartedSession> {
  requireSignIn(ports);
  await countAddress(ports, 'sign-in', call.address);
  const { passkey: response } = call.input;
  const refused = fieldError('/passkey', 'passkey_refused');
  const judged = await judgePasskey(ports, response, nobodysSignIn);
  const account =
    judged && (await ports.store.findAccount(judged.passkey.accountId, instant(ports)));
  if (judged === null || account === null) throw refused;
  const started = await startSession(ports, call, {
    account,
    methods: ['passkey'],
    knownDevice: await findKnownDevice(ports, call.device, account.id),
    proofs: judged.proofs,
    clears: [],
    notices: [],
  });
  if (started === null) {
    // It was signed by the passkey, so it belongs into its owner's log: an answer that came twice, a counter that fell.
    await recordFailure(ports, account, null, {
      event: 'sign_in_failed',
      from: call.from,
      sessionId: null,
      details: { method: 'passkey' },
    });
    throw refused;
  }
  const now = await ports.store.findAccount(account.id, instant(ports));
  return { ...started, account: now ?? account };
}
