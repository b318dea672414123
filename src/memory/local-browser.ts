import { AccountError, isAccountError } from '../contract/account-error.ts';
import type { Account, AccountAnswer, DoneAnswer } from '../contract/account.ts';
import type { AccountBackend, CallOptions } from '../contract/backend.ts';
import { canonicalEmail } from '../contract/email-address.ts';
import type { Operation, OperationName } from '../contract/operations.ts';
import { operations } from '../contract/operations.ts';
import { inputs } from '../contract/schemas.ts';
import { parseInput } from '../contract/validation.ts';
import type { Call, LinkCall, MintedGrant } from '../server/operations/call.ts';
import { effects } from '../server/operations/effects.ts';
import { instant } from '../server/operations/instants.ts';
import { rules } from '../server/operations/rules.ts';
import { signOut } from '../server/operations/sign-in.ts';
import type { Identified } from '../server/ports/actor.ts';
import type { Ports } from '../server/ports/ports.ts';
import type { CallConditions } from './local-call.ts';
import { callUnder } from './local-call.ts';
import type { MemoryAvatars } from './memory-avatars.ts';

/** A browser of its own: it holds one session and its grants, as cookies would. */
export interface MemoryBrowser extends AccountBackend {
  /**
   * Starts a new session, as if the person had just signed in; whoever was signed in here no longer is.
   *
   * @param account id or present address; throws when there is no such account
   */
  signIn(account: string): Promise<void>;
  /** Ends the session. Nobody signed in is no error. */
  signOut(): Promise<void>;
}

/** What all browsers of one memory backend share. */
export interface LocalWorld {
  ports: Ports & { avatars: MemoryAvatars };
  conditions: CallConditions;
  /** Resolves when the people are there; rejects with the sentence why they cannot be. */
  ready(): Promise<void>;
  deliverDue(): Promise<number>;
}

/** A rule as the loop sees it. That name, input and answer belong together, `Rules` and the table hold. */
type AnyRule = (
  ports: Ports,
  call: Call<unknown> | LinkCall<unknown>,
) => Promise<(AccountAnswer | DoneAnswer) & { grant?: MintedGrant }>;

async function judgeInput(name: OperationName, input: unknown): Promise<unknown> {
  const operation: Operation = operations[name];
  if (operation.body === 'image') {
    const image = typeof input === 'object' && input !== null && 'image' in input && input.image;
    return image instanceof Blob ? new Uint8Array(await image.arrayBuffer()) : new Uint8Array();
  }
  const schema = inputs[name];
  if (schema === null) return undefined;
  const parsed = parseInput(schema, input);
  if ('errors' in parsed) throw new AccountError('validation_failed', { errors: parsed.errors });
  return parsed.value;
}

/** Pictures get addresses that this page can show, in place of those that a server would answer. */
function showPictures(account: Account, { avatars, settings }: LocalWorld['ports']): Account {
  if (account.avatar === null) return account;
  const show = (url: string): string =>
    avatars.findUrl(url.slice(settings.avatar.baseUrl.length + 1)) ?? url;
  const { url, smallUrl } = account.avatar;
  return { ...account, avatar: { url: show(url), smallUrl: show(smallUrl) } };
}

/** Makes a browser in which nobody is signed in, or, with `first`, that person from the start. */
export function createBrowser(world: LocalWorld, first: string | null): MemoryBrowser {
  const { ports, conditions } = world;
  const { store, secrets } = ports;
  let token: string | null = null;
  // The store binds each to its session, so that those of an earlier one do no harm.
  const grants = new Map<string, string>();
  let opening: Promise<void> | null = null;

  async function begin(account: string): Promise<void> {
    const at = instant(ports);
    const found =
      (await store.findAccount(account, at)) ??
      (await store.findAccountByEmail(canonicalEmail(account), at));
    if (found === null) throw new Error(`selvedge: there is no account "${account}".`);
    const fresh = secrets.mintSecret();
    const session = {
      id: secrets.mintId(),
      tokenDigest: secrets.digest(fresh),
      accountId: found.id,
      authenticatedAt: at,
      methods: [found.passwordHash === null ? 'sign_in' : 'password'],
      lastActiveAt: at,
      expiresAt: instant(ports, ports.settings.sessions.lifetimeSeconds),
    };
    await end();
    await store.putSession(session, effects(ports, { event: 'signed_in', sessionId: session.id }));
    token = fresh;
  }

  async function end(): Promise<void> {
    if (token !== null) await signOut(ports, token);
    token = null;
  }

  function open(): Promise<void> {
    opening ??= world.ready().then(() => (first === null ? undefined : begin(first)));
    return opening;
  }

  async function whoAsks(shown: string | undefined): Promise<Identified> {
    if (token === null) throw new AccountError('not_signed_in');
    const found = await store.findSession(secrets.digest(token), instant(ports));
    if (found === null) throw new AccountError('session_ended');
    const { session, account } = found;
    if (shown !== undefined && shown !== account.id) throw new AccountError('account_switched');
    const { id: sessionId, authenticatedAt, methods } = session;
    return { actor: { accountId: account.id, sessionId, authenticatedAt, methods }, account };
  }

  function remember(name: OperationName, grant: MintedGrant | undefined): void {
    if (grant !== undefined) grants.set(grant.purpose, grant.secret);
    else if (!ports.settings.stepUp.reuse) grants.delete(name);
    if (name === 'deleteAccount') token = null;
  }

  async function run(
    name: OperationName,
    input: unknown,
    options: CallOptions,
  ): Promise<AccountAnswer | DoneAnswer> {
    await open();
    const operation: Operation = operations[name];
    const rule = rules[name] as AnyRule;
    if (operation.caller === 'link') return rule(ports, { input: await judgeInput(name, input) });
    const asked = await whoAsks(options.accountId);
    const { grant, ...answer } = await rule(ports, {
      ...asked,
      input: await judgeInput(name, input),
      grant: grants.get(name) ?? null,
      expectedVersion: operation.conditional ? (options.version ?? null) : null,
    });
    remember(name, grant);
    return 'account' in answer ? { account: showPictures(answer.account, ports) } : answer;
  }

  async function settle(
    name: OperationName,
    input: unknown,
    options: CallOptions,
  ): Promise<AccountAnswer | DoneAnswer> {
    try {
      const answer = await run(name, input, options);
      if (operations[name].method !== 'GET') await world.deliverDue();
      // Settings must not be reached through an answer.
      return structuredClone(answer);
    } catch (error) {
      if (!isAccountError(error) || error.account === undefined) throw error;
      const account = structuredClone(showPictures(error.account, ports));
      throw new AccountError(error.code, { account, cause: error });
    }
  }

  // One of the inherent casts: that the loop makes every method, the table and `AccountBackend` hold together.
  const backend = Object.fromEntries(
    (Object.keys(operations) as OperationName[]).map((name) => [
      name,
      (input: unknown, options: CallOptions = {}) =>
        callUnder(conditions, { name, input, options }, () => settle(name, input, options)),
    ]),
  ) as unknown as AccountBackend;

  return {
    ...backend,
    async signIn(account) {
      await open();
      await begin(account);
    },
    async signOut() {
      await open();
      await end();
    },
  };
}
