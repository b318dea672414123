import { findCode, findLinkToken } from 'selvedge/memory';
import { expect } from 'vitest';
import type { PasskeyOptions, PasskeyResponse } from '../../../src/contract/passkeys.ts';
import type { StepUpPurpose } from '../../../src/contract/step-up.ts';
import type { Authenticator } from '../../support/authenticator.ts';
import type { RuleWorld, Visitor } from '../rule-world.ts';
import { ada, outcome } from '../rule-world.ts';
import type { ModelBrowser } from './model-entry.ts';
import { subjects } from './model-mails.ts';
import { answerResetRequests } from './model-password.ts';
import { addresses, people } from './model-people.ts';
import type { ModelAccount, ModelAnswer } from './model-rows.ts';
import { Model } from './model.ts';

/** One of a list, by any number. */
export function pick<Value>(list: readonly Value[], index: number): Value | undefined {
  return list[Math.floor(index) % Math.max(1, list.length)];
}

/** A passkey in somebody's hand. */
export interface HeldPasskey {
  accountId: string;
  /** The row's id; what the account calls it does not matter. */
  id: string;
  credentialId: string;
  authenticator: Authenticator;
}

/** What an authenticator has answered: the response, and what the model gets to know of it. */
export interface HeldAnswer {
  response: PasskeyResponse;
  told: ModelAnswer;
}

/** The world, the model, and what a person or an intruder holds: everything that was ever given out. */
export class Story {
  readonly world: RuleWorld;
  readonly restart: () => Promise<void>;
  readonly model = new Model();
  readonly visitors: Visitor[] = [];
  readonly grants: string[] = [];
  /** What each grant was minted for; the model forgets those that are dead. */
  readonly bindings = new Map<string, { accountId: string; sessionId: string; purpose: string }>();
  readonly tokens: string[] = [];
  readonly mailedCodes: string[] = [];
  readonly recoveryCodes: string[] = [];
  /** Secrets of authenticator apps. */
  readonly appSecrets: string[] = [];
  readonly passkeys: HeldPasskey[] = [];
  readonly answers: HeldAnswer[] = [];
  /** A browser that keeps its cookie; every other one is a new one. */
  readonly laptop: ModelBrowser & { cookie: string | null } = { secrets: [], cookie: null };
  /** Who has acted last: what they began they mostly go on with. */
  last: Visitor | null = null;
  /** Whether the mails of this step wait for the next one. */
  holds = false;
  /** How each account was when it was last looked at, by version and length of its log. */
  readonly seen = new Map<string, { version: number; entries: number }>();
  #count = 0;

  constructor(world: RuleWorld, restart: () => Promise<void>) {
    this.world = world;
    this.restart = restart;
  }

  async begin(): Promise<void> {
    for (const person of people) await this.visit(person.id);
    // One of Ada's sessions may be an intruder's.
    await this.visit(ada.id);
  }

  /**
   * Whoever holds a session, ended or not: mostly one for whom it makes sense, else mostly the one who has acted last.
   */
  visitor(
    who: number,
    fits?: (account: ModelAccount, sessionId: string) => boolean,
  ): Visitor | undefined {
    const fitting = this.visitors.filter((visitor) => {
      const account = this.accountOf(visitor);
      return fits !== undefined && account !== null && fits(account, visitor.actor.sessionId);
    });
    if (fitting.length > 0 && who % 6 !== 0) {
      this.last = pick(fitting, who) ?? null;
      return this.last ?? undefined;
    }
    this.last = (who % 5 < 3 ? this.last : null) ?? pick(this.visitors, who) ?? null;
    return this.last ?? undefined;
  }

  /** An address that somebody types: mostly of an account, and mostly of whoever has acted last. */
  address(who: number): string {
    const { accounts } = this.model;
    const last = accounts.get(this.last?.actor.accountId ?? '');
    if (who % 3 === 0 && last !== undefined) return last.email;
    const known = [...accounts.values()].map(({ email }) => email);
    return pick(who % 3 === 1 && known.length > 0 ? known : addresses, who / 3) ?? '';
  }

  /** A number that never came before. */
  next(): number {
    return this.#count++;
  }

  /** Somebody is there whom another system has let in. */
  async visit(id: string): Promise<void> {
    this.enter(await this.world.signIn({ id }), 'signed_in');
  }

  /** A session has started in both. */
  enter(visitor: Visitor, event: string | null): void {
    const { sessionId, accountId } = visitor.actor;
    this.visitors.push(visitor);
    this.last = visitor;
    this.model.startSession(sessionId, accountId);
    if (event !== null) this.model.accounts.get(accountId)?.log.push(event);
  }

  /** Whose session it is, as far as the model knows. */
  accountOf(visitor: Visitor): ModelAccount | null {
    return this.model.caller(visitor.actor.sessionId);
  }

  /** Holds an outcome against the model's; answers what came of it, null for a refusal. */
  async same<Value>(work: Promise<Value>, expected: string): Promise<Value | null> {
    const said = await outcome(work);
    expect(said).toBe(expected);
    return said === 'done' ? work : null;
  }

  /** Keeps a grant that was minted. */
  keepGrant(secret: string, visitor: Visitor, purpose: StepUpPurpose): void {
    const { accountId, sessionId } = visitor.actor;
    this.grants.push(secret);
    this.bindings.set(secret, { accountId, sessionId, purpose });
  }

  /** Lets an authenticator answer with a passkey, whether or not the options ask for it. */
  answer(options: PasskeyOptions, { authenticator, credentialId }: HeldPasskey): HeldAnswer {
    const response = authenticator.get({ ...options, allowCredentials: [{ id: credentialId }] });
    const count = authenticator.passkeys[0]?.signCount ?? 0;
    const answer = { response, told: { challenge: challengeOf(options), credentialId, count } };
    this.answers.push(answer);
    return answer;
  }

  /** Whether the model has sent anything that was not read. */
  hasMail(): boolean {
    return this.model.mails.length > 0 || this.model.resetRequests.length > 0;
  }

  /** Reads the new mails: they are exactly those that the model has sent, and their links go to whoever reads them. */
  async collect(): Promise<void> {
    const { model, world } = this;
    answerResetRequests(model);
    const expected = model.mails.splice(0).filter(({ link, code }) => {
      if (link !== null) return model.isLive(link);
      return code === null || model.now < code.until;
    });
    await world.deliver();
    const mails = world.mailbox.list().toReversed();
    world.mailbox.clear();
    const seen = mails.map(({ subject, to }) => `${subject} → ${to.toLowerCase()}`);
    const told = expected.map(({ kind, to }) => `${subjects[kind]} → ${to}`);
    expect(seen.toSorted()).toEqual(told.toSorted());
    for (const [index, mail] of mails.entries()) {
      const place = told.indexOf(seen[index] ?? '');
      told.splice(place, 1);
      const [sent] = expected.splice(place, 1);
      const token = findLinkToken(mail);
      expect(token !== null).toBe(sent?.link !== null);
      if (token !== null && sent?.link) {
        model.tokens.set(token, sent.link);
        this.tokens.push(token);
      }
      if (sent?.code) {
        sent.code.text = findCode(mail);
        this.mailedCodes.push(sent.code.text ?? '');
      }
    }
  }
}

/** The question in a browser's options. */
export function challengeOf(options: PasskeyOptions): string {
  return String(options['challenge']);
}
