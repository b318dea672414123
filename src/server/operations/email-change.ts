import type { AccountAnswer } from '../../contract/account.ts';
import { AccountError, fieldError } from '../../contract/account-error.ts';
import { canonicalEmail, maskEmail } from '../../contract/email-address.ts';
import type { RequestEmailChange } from '../../contract/email-change.ts';
import type { AccountRecord, Delivery, GrantUse, NewEmailReport } from '../ports/account-store.ts';
import type { Ports } from '../ports/ports.ts';
import { accountView } from './account-view.ts';
import type { Call } from './call.ts';
import { callerAccount, delivery, effects, rateLimited, requireGrant, settle } from './effects.ts';
import { instant } from './instants.ts';
import { mailAttempt } from './links.ts';

/** A "this wasn't me" link for a notice to the account's present address. */
export function newReport(ports: Ports, address: string): NewEmailReport {
  const id = ports.secrets.mintId();
  return {
    id,
    tokenDigest: ports.secrets.digest(ports.secrets.deriveToken(id)),
    address,
    addressCanonical: canonicalEmail(address),
    expiresAt: instant(ports, ports.settings.reportLinkSeconds),
  };
}

/** What both the request and the resend put into the store: one pending change with its link. */
async function putChange(
  ports: Ports,
  call: Call<unknown>,
  account: AccountRecord,
  change: {
    address: string;
    event: string;
    grant: GrantUse | null;
    notify: boolean;
    replaces?: string;
  },
): Promise<AccountAnswer> {
  const addressCanonical = canonicalEmail(change.address);
  const id = ports.secrets.mintId();
  const expiresAt = instant(ports, ports.settings.emailLinkSeconds);
  // A taken address gets the same row, the same work and the same answer; only the mail differs.
  const taken = await ports.store.isEmailTaken(addressCanonical, account.id, instant(ports));
  const owner = await ports.store.findAccountByEmail(addressCanonical, instant(ports));
  const tokenDigest = ports.secrets.digest(ports.secrets.deriveToken(id));
  const link = taken
    ? delivery(
        ports,
        // Who reads it is the owner of the address; one that is only kept for them is not found by it.
        { id: account.id, language: owner?.language ?? null },
        { kind: 'email_change_taken', to: change.address, params: {} },
      )
    : delivery(ports, account, {
        kind: 'email_change_link',
        to: change.address,
        params: {
          changeId: id,
          name: account.name ?? '',
          oldEmail: maskEmail(account.email),
          expiresAt,
        },
      });
  const deliveries: Delivery[] = [link];
  let report: NewEmailReport | null = null;
  if (change.notify) {
    report = newReport(ports, account.email);
    deliveries.push(
      delivery(ports, account, {
        kind: 'email_change_requested',
        to: account.email,
        params: {
          reportId: report.id,
          name: account.name ?? '',
          newEmail: maskEmail(change.address),
          expiresAt: report.expiresAt,
        },
      }),
    );
  }
  const outcome = settle(
    ports,
    await ports.store.putEmailChange(
      {
        accountId: account.id,
        id,
        address: change.address,
        addressCanonical,
        tokenDigest: taken ? null : tokenDigest,
        expiresAt,
        report,
        ...(change.replaces === undefined ? {} : { replaces: change.replaces }),
      },
      effects(ports, {
        event: change.event,
        from: call.from,
        sessionId: call.actor.sessionId,
        grant: change.grant,
        attempts: [mailAttempt(ports, 'change', addressCanonical)],
        deliveries,
      }),
    ),
    account,
    'requestEmailChange',
  );
  // What was to be mailed again was cancelled, confirmed or replaced meanwhile.
  if (outcome.kind === 'not_pending') throw new AccountError('not_found');
  return { account: accountView(outcome.account, ports) };
}

/** Asks for a new address. With mail switched off it changes at once, unverified. */
export async function requestEmailChange(
  ports: Ports,
  call: Call<RequestEmailChange>,
): Promise<AccountAnswer> {
  const account = await callerAccount(ports, call);
  const address = call.input.newEmail;
  const addressCanonical = canonicalEmail(address);
  if (addressCanonical === canonicalEmail(account.email))
    throw fieldError('/newEmail', 'email_same');
  if (ports.mail) {
    // Looked at before the proof is asked for, counted only with the write: the proof must not cost a try.
    const room = await ports.store.findAttemptRoom(
      mailAttempt(ports, 'change', addressCanonical),
      instant(ports),
    );
    if (room.kind === 'rate_limited') throw rateLimited(room);
  }
  const grant = await requireGrant(ports, call, account, 'requestEmailChange');
  if (ports.mail) {
    return putChange(ports, call, account, {
      address,
      event: 'email_change_requested',
      grant,
      notify: true,
    });
  }
  const outcome = settle(
    ports,
    await ports.store.changeEmailNow(
      { accountId: account.id, address, addressCanonical },
      effects(ports, {
        event: 'email_changed',
        from: call.from,
        sessionId: call.actor.sessionId,
        grant,
      }),
    ),
    account,
    'requestEmailChange',
  );
  if (outcome.kind === 'email_taken') throw emailTaken('/newEmail');
  return { account: accountView(outcome.account, ports) };
}

/** Somebody has the address. */
export function emailTaken(pointer: string): AccountError {
  return new AccountError('email_taken', { errors: [{ pointer, code: 'taken', params: {} }] });
}

/** Mails the link once more, as a new change for the same address: older links stop working. */
export async function resendEmailChange(
  ports: Ports,
  call: Call<undefined>,
): Promise<AccountAnswer> {
  const account = await callerAccount(ports, call);
  if (account.pendingEmail === null) throw new AccountError('not_found');
  return putChange(ports, call, account, {
    address: account.pendingEmail.address,
    event: 'email_change_resent',
    grant: null,
    notify: false,
    replaces: account.pendingEmail.id,
  });
}

/** Gives up the pending address. */
export async function cancelEmailChange(
  ports: Ports,
  call: Call<undefined>,
): Promise<AccountAnswer> {
  const account = await callerAccount(ports, call);
  const outcome = settle(
    ports,
    await ports.store.cancelEmailChange(
      { accountId: account.id },
      effects(ports, {
        event: 'email_change_cancelled',
        from: call.from,
        sessionId: call.actor.sessionId,
      }),
    ),
    account,
  );
  return { account: accountView(outcome.account, ports) };
}
