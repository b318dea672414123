import { nowhere } from '../ports/session-store.ts';
import type { AccountRecord, SessionRecord } from '../ports/account-store.ts';
import type { Origin } from '../../contract/sessions.ts';
import type { Ports } from '../ports/ports.ts';
import type { EntryCall } from './call.ts';
import { signedInDevice } from './devices.ts';
import { effects, type EffectsInput, settle } from './effects.ts';
import { instant } from './instants.ts';
import { securityNotice, type SecurityNoticeKind } from './security-notice.ts';

/** A session that was just started. The token goes into a cookie and is stored nowhere else. */
export interface StartedSession {
  account: AccountRecord;
  session: SessionRecord;
  token: string;
  /** What the cookie that makes the browser known is to be from now on; null leaves it as it is. */
  device: string | null;
}

/** A session that begins now, and its token. */
export function newSession(
  ports: Ports,
  start: { accountId: string; methods: readonly string[]; from: Origin },
): { session: SessionRecord; token: string } {
  const token = ports.secrets.mintSecret();
  const at = instant(ports);
  return {
    token,
    session: {
      ...start,
      id: ports.secrets.mintId(),
      tokenDigest: ports.secrets.digest(token),
      authenticatedAt: at,
      lastActiveAt: at,
      expiresAt: instant(ports, ports.settings.sessions.lifetimeSeconds),
    },
  };
}

/** What was proved, by whom, and what else comes with it. */
export interface SessionStart {
  account: AccountRecord;
  methods: readonly string[];
  /** Of the browser, if the account knows it; another one is told of by mail. */
  knownDevice: string | null;
  proofs: EffectsInput['proofs'];
  clears: EffectsInput['clears'];
  /** What its owner is to hear beside a new browser. */
  notices: readonly SecurityNoticeKind[];
}

/** Starts a session for somebody who has proved who they are. Null when a proof does not hold, or the account is gone. */
export async function startSession(
  ports: Ports,
  call: EntryCall<unknown>,
  start: SessionStart,
): Promise<StartedSession | null> {
  const { account, methods, knownDevice } = start;
  const { from } = call;
  const { session, token } = newSession(ports, { accountId: account.id, methods, from });
  const { device, deviceSecret } = signedInDevice(ports, call.device, account.id, knownDevice);
  const kinds = [...start.notices, ...(knownDevice === null ? (['new_sign_in'] as const) : [])];
  const notices = kinds.map((kind) => securityNotice(ports, account, kind, from));
  const outcome = await ports.store.putSession(
    session,
    effects(ports, {
      event: 'signed_in',
      from,
      sessionId: session.id,
      details: { methods: methods.join(' ') },
      proofs: start.proofs ?? [],
      clears: start.clears ?? [],
      device,
      links: notices.flatMap(({ links }) => links),
      deliveries: notices.flatMap(({ deliveries }) => deliveries),
    }),
  );
  if (outcome.kind === 'proof_refused' || outcome.kind === 'gone') return null;
  settle(ports, outcome, account);
  return { account, session, token, device: deviceSecret };
}

/** Ends the session of the token; an unknown one is no error. */
export async function signOut(ports: Ports, token: string, from: Origin = nowhere): Promise<void> {
  const digest = ports.secrets.digest(token);
  const found = await ports.store.findSession(digest, instant(ports));
  const sessionId = found?.session.id ?? null;
  const { audit, at } = effects(ports, { event: 'signed_out', from, sessionId });
  await ports.store.endSession(digest, audit, at);
}
