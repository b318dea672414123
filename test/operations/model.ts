import { ada, grace, newPassword } from './rule-world.ts';

/** Who lives in the stories. */
export const people = [ada, grace];
/** Every address that occurs. */
export const addresses = [ada.email, grace.email, 'one@example.com', 'two@example.com'];
/** Every password that occurs. */
export const passwords = [ada.password, grace.password, newPassword];

/** So many proofs in so many seconds: fewer than usual, so that a short story gets there. */
export const proofLimit = [4, 300] as const;

const hour = 3600;
const week = 604_800;
const wrong = 'validation_failed /password wrong_password';

interface ModelAccount {
  id: string;
  email: string;
  password: string;
  version: number;
  /** How many entries its security log has. */
  audit: number;
}

interface Link {
  /** `security`: "this wasn't me" in any other notice; it confirms and reports no change. */
  of: 'change' | 'report' | 'security';
  accountId: string;
  address: string;
  until: number;
  state: 'live' | 'used' | 'dead';
  /** Reports: which are younger. */
  order: number;
}

interface Grant {
  accountId: string;
  sessionId: string;
  purpose: string;
  until: number;
}

/** What the rules promise, as plainly as it can be said: no store, no hashes, no waiting. Time in seconds. */
export class Model {
  now = 0;
  readonly accounts = new Map<string, ModelAccount>();
  readonly sessions = new Map<string, string>();
  readonly grants = new Map<string, Grant>();
  /** Pending changes; the link is null where the address was somebody's. */
  readonly pending = new Map<string, { address: string; until: number; link: Link | null }>();
  /** Who may have an address that was left, until when. */
  readonly kept = new Map<string, { accountId: string; until: number }>();
  readonly links = new Map<string, Link>();
  readonly reports: Link[] = [];
  /** Mails that have to come next. */
  readonly sent: { to: string; link: Link | null }[] = [];
  readonly tries = new Map<string, number[]>();

  constructor() {
    for (const { id, email, password } of people) {
      this.accounts.set(id, { id, email, password, version: 1, audit: 1 });
    }
  }

  startSession(sessionId: string, accountId: string): void {
    this.sessions.set(sessionId, accountId);
    this.of(accountId).audit++;
  }

  signOut(sessionId: string): void {
    const account = this.caller(sessionId);
    if (account !== null) account.audit++;
    this.sessions.delete(sessionId);
  }

  /** The password of whoever holds the session. */
  passwordOf(sessionId: string): string {
    return this.caller(sessionId)?.password ?? '';
  }

  judge(sessionId: string): string {
    return this.sessions.has(sessionId) ? 'done' : 'session_ended';
  }

  ownerOf(address: string): string | null {
    return [...this.accounts.values()].find((one) => one.email === address)?.id ?? null;
  }

  pendingOf(accountId: string): { address: string; link: Link | null } | null {
    const pending = this.pending.get(accountId);
    return pending !== undefined && this.now < pending.until ? pending : null;
  }

  grantWorks(secret: string): boolean {
    return this.now < (this.grants.get(secret)?.until ?? 0);
  }

  signIn(email: string, password: string): string {
    const owner = this.ownerOf(email);
    if (!this.room(`sign-in:${email}`, [proofLimit])) return 'rate_limited';
    this.count(`sign-in:${email}`);
    const account = owner === null ? null : this.of(owner);
    if (account?.password === password) {
      // Every browser of these stories is a new one.
      this.sent.push({ to: account.email, link: this.newNotice(account) });
      return 'done';
    }
    if (account !== null) account.audit++;
    return 'validation_failed wrong_credentials'.replace(' ', '  ');
  }

  prove(sessionId: string, password: string): string {
    const account = this.caller(sessionId);
    if (account === null) return 'session_ended';
    if (!this.room(`proof:${sessionId}`, [proofLimit])) return 'rate_limited';
    this.count(`proof:${sessionId}`);
    if (account.password === password) return 'done';
    account.audit++;
    return wrong;
  }

  mint(secret: string, sessionId: string, purpose: string): void {
    const accountId = this.sessions.get(sessionId) ?? '';
    this.grants.set(secret, { accountId, sessionId, purpose, until: this.now + 300 });
    this.of(accountId).audit++;
  }

  rename(sessionId: string, stale: boolean): string {
    const account = this.caller(sessionId);
    if (account === null) return 'session_ended';
    if (stale) return 'version_conflict';
    return this.wrote(account);
  }

  request(sessionId: string, address: string, grant: string | null): string {
    const account = this.caller(sessionId);
    if (account === null) return 'session_ended';
    if (account.email === address) return 'validation_failed /newEmail email_same';
    if (!this.mailRoom(address)) return 'rate_limited';
    if (!this.allows(grant, sessionId, 'requestEmailChange')) return 'step_up_required';
    this.grants.delete(grant ?? '');
    this.put(account, address);
    const report: Link = this.newReport(account);
    this.sent.push({ to: account.email, link: report });
    return this.wrote(account);
  }

  resend(sessionId: string): string {
    const account = this.caller(sessionId);
    if (account === null) return 'session_ended';
    const pending = this.pendingOf(account.id);
    if (pending === null) return 'not_found';
    if (!this.mailRoom(pending.address)) return 'rate_limited';
    this.put(account, pending.address);
    return this.wrote(account);
  }

  cancel(sessionId: string): string {
    const account = this.caller(sessionId);
    if (account === null) return 'session_ended';
    if (this.pendingOf(account.id) === null) return 'done';
    this.endPending(account.id);
    return this.wrote(account);
  }

  confirm(token: string): string {
    const link = this.links.get(token);
    const refused = this.refuse(link, 'change');
    if (refused !== null || link === undefined) return refused ?? 'link_invalid';
    const account = this.of(link.accountId);
    if (this.isTaken(link.address, account.id)) {
      this.endPending(account.id);
      account.version++;
      return 'email_taken';
    }
    link.state = 'used';
    this.pending.delete(account.id);
    this.kept.delete(link.address);
    this.kept.set(account.email, { accountId: account.id, until: this.now + week });
    this.sent.push({ to: account.email, link: this.newReport(account) });
    account.email = link.address;
    this.endGrants(account.id);
    return this.wrote(account);
  }

  report(token: string): string {
    const link = this.links.get(token);
    const refused = this.refuse(link, 'report');
    if (refused !== null || link === undefined) return refused ?? 'link_invalid';
    const account = this.of(link.accountId);
    const kept = this.kept.get(link.address);
    if (kept?.accountId === account.id && this.now < kept.until && account.email !== link.address) {
      this.kept.delete(link.address);
      account.email = link.address;
    }
    for (const other of this.reports) {
      if (other.accountId !== account.id || other.state !== 'live' || this.now >= other.until)
        continue;
      if (other.order > link.order || other.address === link.address) other.state = 'dead';
    }
    link.state = 'used';
    this.endPending(account.id);
    this.endSessions(account.id, null);
    this.endGrants(account.id);
    return this.wrote(account);
  }

  changePassword(sessionId: string, password: string, grant: string | null): string {
    const account = this.caller(sessionId);
    if (account === null) return 'session_ended';
    if (!this.allows(grant, sessionId, 'changePassword')) return 'step_up_required';
    if (account.password === password) return 'validation_failed /newPassword password_same';
    account.password = password;
    this.endSessions(account.id, sessionId);
    this.endGrants(account.id);
    this.endPending(account.id);
    this.sent.push({ to: account.email, link: this.newNotice(account) });
    return this.wrote(account);
  }

  deleteAccount(sessionId: string, grant: string | null): string {
    const account = this.caller(sessionId);
    if (account === null) return 'session_ended';
    if (!this.allows(grant, sessionId, 'deleteAccount')) return 'step_up_required';
    this.endSessions(account.id, null);
    this.endGrants(account.id);
    this.pending.delete(account.id);
    for (const [token, { accountId }] of this.links) {
      if (accountId === account.id) this.links.delete(token);
    }
    for (const [address, { accountId }] of this.kept) {
      if (accountId === account.id) this.kept.delete(address);
    }
    this.sent.push({ to: account.email, link: null });
    this.accounts.delete(account.id);
    return 'done';
  }

  private of(accountId: string): ModelAccount {
    const account = this.accounts.get(accountId);
    if (account === undefined) throw new Error(`The model has lost ${accountId}.`);
    return account;
  }

  private caller(sessionId: string): ModelAccount | null {
    return this.accounts.get(this.sessions.get(sessionId) ?? '') ?? null;
  }

  private wrote(account: ModelAccount): 'done' {
    account.version++;
    account.audit++;
    return 'done';
  }

  private allows(grant: string | null, sessionId: string, purpose: string): boolean {
    const found = this.grants.get(grant ?? '');
    return found?.sessionId === sessionId && found.purpose === purpose && this.now < found.until;
  }

  private isTaken(address: string, exceptId: string): boolean {
    const owner = this.ownerOf(address);
    if (owner !== null && owner !== exceptId) return true;
    const kept = this.kept.get(address);
    return kept !== undefined && kept.accountId !== exceptId && this.now < kept.until;
  }

  private put(account: ModelAccount, address: string): void {
    this.count(`mail:${address}`);
    this.endPending(account.id);
    const until = this.now + hour;
    const taken = this.isTaken(address, account.id);
    const link: Link | null = taken
      ? null
      : { of: 'change', accountId: account.id, address, until, state: 'live', order: 0 };
    this.pending.set(account.id, { address, until, link });
    this.sent.push({ to: address, link });
  }

  private newNotice({ id: accountId, email: address }: ModelAccount): Link {
    const until = this.now + week;
    return { of: 'security', accountId, address, until, state: 'live', order: 0 };
  }

  private newReport(account: ModelAccount): Link {
    const report: Link = {
      of: 'report',
      accountId: account.id,
      address: account.email,
      until: this.now + week,
      state: 'live',
      order: this.reports.length,
    };
    this.reports.push(report);
    return report;
  }

  private refuse(link: Link | undefined, of: Link['of']): string | null {
    if (link === undefined || link.of !== of || link.state === 'dead') return 'link_invalid';
    if (link.state === 'used') return 'link_used';
    return this.now < link.until ? null : 'link_expired';
  }

  private endPending(accountId: string): void {
    const pending = this.pendingOf(accountId);
    if (pending?.link) pending.link.state = 'dead';
    this.pending.delete(accountId);
  }

  private endSessions(accountId: string, keep: string | null): void {
    for (const [id, owner] of this.sessions) {
      if (owner === accountId && id !== keep) this.sessions.delete(id);
    }
  }

  private endGrants(accountId: string): void {
    for (const [secret, grant] of this.grants) {
      if (grant.accountId === accountId) this.grants.delete(secret);
    }
  }

  private mailRoom(address: string): boolean {
    return this.room(`mail:${address}`, [
      [1, 60],
      [10, hour],
    ]);
  }

  private room(
    key: string,
    limits: readonly (readonly [count: number, seconds: number])[],
  ): boolean {
    const times = this.tries.get(key) ?? [];
    return limits.every(
      ([count, seconds]) => times.filter((time) => this.now < time + seconds).length < count,
    );
  }

  private count(key: string): void {
    this.tries.set(key, [...(this.tries.get(key) ?? []), this.now]);
  }
}
