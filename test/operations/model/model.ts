import { modelLimits, ModelTries, span } from './model-limits.ts';
import type { ModelMail, notices } from './model-mails.ts';
import { people } from './model-people.ts';
import type {
  ModelAccount,
  ModelChallenge,
  ModelCode,
  ModelGrant,
  ModelLink,
  ModelPending,
  ModelSession,
} from './model-rows.ts';

/** An account as it is when it is made. */
export function newModelAccount(
  first: Pick<ModelAccount, 'id' | 'email' | 'password' | 'verified'>,
  event: string,
): ModelAccount {
  return {
    ...first,
    formerPasswords: [],
    nickname: null,
    hasAvatar: false,
    version: 1,
    log: [event],
    app: null,
    setUp: null,
    recoveryCodes: new Set(),
    passkeys: [],
    browsers: new Set(),
  };
}

/**
 * What the rules promise, said once more and as plainly as it can be: no store, no hashes, no waiting. Time in seconds.
 * The operations stand in the files beside it; here is what they share.
 */
export class Model {
  now = 0;
  readonly accounts = new Map<string, ModelAccount>();
  readonly sessions = new Map<string, ModelSession>();
  /** By their secrets. */
  readonly grants = new Map<string, ModelGrant>();
  readonly pending = new Map<string, ModelPending>();
  /** Addresses that were left and are kept for whoever left them. */
  readonly kept = new Map<string, { accountId: string; until: number; verified: boolean }>();
  readonly tries = new ModelTries();
  /** Every link that was ever made, the oldest first. */
  links: ModelLink[] = [];
  /** Those that were mailed, by their tokens. */
  readonly tokens = new Map<string, ModelLink>();
  readonly challenges = new Map<string, ModelChallenge>();
  codes: ModelCode[] = [];
  /** On their way. */
  mails: ModelMail[] = [];
  /** Addresses for which a link to choose a new password was asked. */
  resetRequests: string[] = [];

  constructor() {
    for (const person of people) {
      const { id, email } = person;
      const password = 'password' in person ? person.password : null;
      const account = newModelAccount(
        { id, email, password, verified: true },
        'account_provisioned',
      );
      this.accounts.set(id, account);
    }
  }

  /** The account whose session it is; null where the session has ended. */
  caller(sessionId: string): ModelAccount | null {
    const session = this.sessions.get(sessionId);
    if (session === undefined || this.now >= session.until) return null;
    return this.accounts.get(session.accountId) ?? null;
  }

  ownerOf(address: string): ModelAccount | null {
    return [...this.accounts.values()].find(({ email }) => email === address) ?? null;
  }

  /** Whether an address belongs to somebody else, or is kept for somebody else. */
  isTaken(address: string, exceptId: string | null): boolean {
    const owner = this.ownerOf(address);
    if (owner !== null && owner.id !== exceptId) return true;
    const kept = this.kept.get(address);
    return kept !== undefined && kept.accountId !== exceptId && this.now < kept.until;
  }

  pendingOf(accountId: string): ModelPending | null {
    const pending = this.pending.get(accountId);
    return pending !== undefined && this.now < pending.until ? pending : null;
  }

  /** Every write on an account leaves one entry in its log, and shows in its version. */
  write(account: ModelAccount, event: string): 'done' {
    account.version++;
    account.log.push(event);
    return 'done';
  }

  startSession(sessionId: string, accountId: string): void {
    const until = this.now + span.session;
    this.sessions.set(sessionId, { id: sessionId, accountId, since: this.now, until });
  }

  newLink(of: ModelLink['of'], account: ModelAccount, seconds: number): ModelLink {
    // A newer one of these makes the older void.
    if (of === 'verification' || of === 'reset') this.endLinks(account.id, of);
    const { now: since } = this;
    const link: ModelLink = {
      of,
      accountId: account.id,
      address: account.email,
      since,
      until: since + seconds,
      state: 'live',
      endedAt: null,
    };
    this.links.push(link);
    return link;
  }

  isLive(link: ModelLink): boolean {
    return link.state === 'live' && this.now < link.until;
  }

  endLink(link: ModelLink, how: 'used' | 'dead'): void {
    link.state = how;
    link.endedAt = this.now;
  }

  endLinks(accountId: string, of: ModelLink['of']): void {
    for (const link of this.links) {
      if (link.accountId === accountId && link.of === of && this.isLive(link)) {
        this.endLink(link, 'dead');
      }
    }
  }

  /** What a link is refused with; null when it works. */
  /** What a mailed link stands for; the refusal when it is no live one of this kind. */
  follow(token: string, of: ModelLink['of']): { link: ModelLink; account: ModelAccount } | string {
    const link = this.tokens.get(token);
    if (link === undefined || link.of !== of || link.state === 'dead') return 'link_invalid';
    if (link.state === 'used') return 'link_used';
    if (this.now >= link.until) return 'link_expired';
    const account = this.accounts.get(link.accountId);
    return account === undefined ? 'link_invalid' : { link, account };
  }

  send(kind: ModelMail['kind'], account: ModelAccount, link: ModelLink | null): void {
    this.mails.push({ kind, to: account.email, accountId: account.id, link, code: null });
  }

  /** Tells the owner, with a link that says "this wasn't me". */
  notify(kind: keyof typeof notices, account: ModelAccount): void {
    this.send(kind, account, this.newLink('security', account, span.week));
  }

  hasMailRoom(of: string, address: string): boolean {
    return this.tries.hasRoom(`mail:${of}:${address}`, modelLimits.mails, this.now);
  }

  /** Whether a proof was given for this, here and not long ago. */
  allows(grant: string | null, sessionId: string, purpose: string): boolean {
    const found = this.grants.get(grant ?? '');
    return found?.sessionId === sessionId && found.purpose === purpose && this.now < found.until;
  }

  endGrants(accountId: string): void {
    for (const [secret, grant] of this.grants) {
      if (grant.accountId === accountId) this.grants.delete(secret);
    }
  }

  endChallenges(accountId: string): void {
    for (const [challenge, context] of this.challenges) {
      if (context.accountId === accountId) this.challenges.delete(challenge);
    }
    for (const code of this.codes) if (code.accountId === accountId) code.live = false;
  }

  endSessions(accountId: string, keep: string | null): void {
    for (const [id, session] of this.sessions) {
      if (session.accountId === accountId && id !== keep) this.sessions.delete(id);
    }
  }

  endPending(accountId: string): void {
    const pending = this.pendingOf(accountId);
    this.pending.delete(accountId);
    if (pending === null) return;
    if (pending.link !== null) this.endLink(pending.link, 'dead');
    this.mails = this.mails.filter(
      ({ kind, accountId: of }) =>
        of !== accountId || (kind !== 'change_link' && kind !== 'change_taken'),
    );
  }

  /** What somebody else may have begun. */
  endEverythingBegun(account: ModelAccount, keep: string | null): void {
    this.endSessions(account.id, keep);
    this.endGrants(account.id);
    this.endChallenges(account.id);
    account.setUp = null;
    this.endPending(account.id);
  }

  /** What was proved, asked or mailed at the address that is left. */
  endProofsOfAddress(accountId: string): void {
    this.endGrants(accountId);
    this.endChallenges(accountId);
    this.endAddressLinks(accountId);
  }

  endAddressLinks(accountId: string): void {
    this.endLinks(accountId, 'verification');
    this.endLinks(accountId, 'reset');
  }
}
