import { AccountError } from '../../contract/account-error.ts';
import { canonicalEmail } from '../../contract/email-address.ts';
import type { StartStepUp, StartStepUpAnswer } from '../../contract/step-up.ts';
import { mailedCode } from '../mails/mailed-code.ts';
import type { AccountRecord } from '../ports/account-store.ts';
import type { Ports } from '../ports/ports.ts';
import type { ChallengeRecord, Proof } from '../ports/proofs.ts';
import { accountView } from './account-view.ts';
import type { Call } from './call.ts';
import { callerAccount, delivery, effects, type EffectsInput, settle } from './effects.ts';
import { instant } from './instants.ts';
import { mailAttempt } from './links.ts';
import { mintChallenge, requirePasskeys } from './passkey-proofs.ts';
import { isOffered } from './step-up-methods.ts';

/** How long a mailed code works. Source: NIST SP 800-63B-4 §3.1.3.2, ten minutes at most. */
const codeSeconds = 600;

/** What a mailed code is for: it counts only for the very same. */
interface CodeContext {
  accountId: string;
  sessionId: string;
  purpose: string;
}

/** What stands in the row of a mailed code: it cannot be computed from the code without the server's key. */
function codeDigest(ports: Ports, context: CodeContext, code: string): string {
  const { accountId, sessionId, purpose } = context;
  return ports.secrets.digest(
    ports.secrets.derive('email-code-proof', accountId, sessionId, purpose, code),
  );
}

/** What a write has to carry for a mailed code to count. */
export function emailCodeProof(ports: Ports, context: CodeContext, code: string): Proof {
  return { ...context, kind: 'challenge', digest: codeDigest(ports, context, code) };
}

async function putChallenge(
  ports: Ports,
  call: Call<StartStepUp>,
  account: AccountRecord,
  record: ChallengeRecord,
  beside: Pick<EffectsInput, 'attempts' | 'deliveries'>,
): Promise<void> {
  const { purpose, method } = call.input;
  const outcome = await ports.store.putChallenge(
    record,
    effects(ports, {
      event: 'step_up_started',
      from: call.from,
      sessionId: call.actor.sessionId,
      details: { purpose, method },
      ...beside,
    }),
  );
  settle(ports, outcome, account);
}

async function mailCode(
  ports: Ports,
  call: Call<StartStepUp>,
  account: AccountRecord,
): Promise<void> {
  const { sessionId } = call.actor;
  const context = { accountId: account.id, sessionId, purpose: call.input.purpose };
  const codeId = ports.secrets.mintId();
  const digest = codeDigest(ports, context, mailedCode(ports.secrets, account.id, codeId));
  const expiresAt = instant(ports, codeSeconds);
  await putChallenge(
    ports,
    call,
    account,
    { ...context, digest, expiresAt },
    {
      attempts: [mailAttempt(ports, 'code', canonicalEmail(account.email))],
      deliveries: [
        delivery(ports, account, {
          kind: 'step_up_code',
          to: account.email,
          params: { codeId, name: account.name ?? '', expiresAt },
        }),
      ],
    },
  );
}

async function passkeyOptions(
  ports: Ports,
  call: Call<StartStepUp>,
  account: AccountRecord,
): Promise<StartStepUpAnswer['options']> {
  const { challenge, record } = mintChallenge(ports, {
    accountId: account.id,
    sessionId: call.actor.sessionId,
    purpose: call.input.purpose,
  });
  const allow = await ports.store.findPasskeys(account.id);
  const options = await requirePasskeys(ports).assertionOptions({ challenge, allow });
  await putChallenge(ports, call, account, record, {});
  return options;
}

/** Begins a proof that needs something from the server first: options for a passkey, or a mailed code. */
export async function startStepUp(
  ports: Ports,
  call: Call<StartStepUp>,
): Promise<StartStepUpAnswer> {
  const account = await callerAccount(ports, call);
  const { purpose, method } = call.input;
  if (!ports.settings.stepUp.operations[purpose] || !isOffered(ports, account, method)) {
    throw new AccountError('not_allowed', { reason: 'not_offered' });
  }
  const options = method === 'passkey' ? await passkeyOptions(ports, call, account) : null;
  if (method === 'email_code') await mailCode(ports, call, account);
  return { account: accountView(account, ports), options };
}
