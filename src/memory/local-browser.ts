import { AccountError, isAccountError } from '../contract/account-error.ts';
import type { Account } from '../contract/account.ts';
import type { CallOptions, FullBackend } from '../contract/backend.ts';
import type { Operation, OperationName } from '../contract/operations.ts';
import { operations } from '../contract/operations.ts';
import { inputs } from '../contract/schemas.ts';
import type { Origin } from '../contract/sessions.ts';
import { parseInput } from '../contract/validation.ts';
import type { Call, Caller, LinkCall, MintedGrant } from '../server/operations/call.ts';
import { rules } from '../server/operations/rules.ts';
import type { Ports } from '../server/ports/ports.ts';
import type { CallConditions } from './local-call.ts';
import { callUnder } from './local-call.ts';
import { createLocalSession } from './local-session.ts';
import type { MemoryAvatars } from './memory-avatars.ts';

/** A browser of its own: it holds one session and its grants, as cookies would. */
export interface MemoryBrowser extends FullBackend {
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
  /** From where a browser is used that says nothing else. */
  from: Origin;
  /** Resolves when the people are there; rejects with the sentence why they cannot be. */
  ready(): Promise<void>;
  deliverDue(): Promise<number>;
}

/** What a call comes to: the account, as nearly always, and whatever else the operation answers. */
type AnyAnswer = { account?: Account } & Record<string, unknown>;

/** A rule as the loop sees it. That name, input and answer belong together, `Rules` and the table hold. */
type AnyRule = (
  ports: Ports,
  call: Call<unknown> | LinkCall<unknown>,
) => Promise<AnyAnswer & { grant?: MintedGrant }>;

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

/** Whose proof an operation needs: its own, or that of the operation that it begins. */
function purposeOf(name: OperationName): string {
  const { stepUp }: Operation = operations[name];
  return typeof stepUp === 'string' ? stepUp : name;
}

/** Makes a browser in which nobody is signed in, or, with `first`, that person from the start. */
export function createBrowser(
  world: LocalWorld,
  first: string | null,
  from: Origin = world.from,
): MemoryBrowser {
  const { ports, conditions } = world;
  const caller: Caller = { from, address: null };
  const session = createLocalSession(ports, from);
  // The store binds each to its session, so that those of an earlier one do no harm.
  const grants = new Map<string, string>();
  let opening: Promise<void> | null = null;

  function open(): Promise<void> {
    opening ??= world.ready().then(() => (first === null ? undefined : session.begin(first)));
    return opening;
  }

  function remember(name: OperationName, grant: MintedGrant | undefined): void {
    if (grant !== undefined) grants.set(grant.purpose, grant.secret);
    else if (!ports.settings.stepUp.reuse) grants.delete(name);
    if (name === 'deleteAccount') session.forget();
  }

  async function run(
    name: OperationName,
    input: unknown,
    options: CallOptions,
  ): Promise<AnyAnswer> {
    await open();
    const operation: Operation = operations[name];
    const rule = rules[name] as AnyRule;
    if (operation.caller !== 'session') {
      return rule(ports, { ...caller, input: await judgeInput(name, input) });
    }
    const asked = await session.whoAsks(options.accountId);
    const { grant, ...answer } = await rule(ports, {
      ...caller,
      ...asked,
      input: await judgeInput(name, input),
      grant: grants.get(purposeOf(name)) ?? null,
      expectedVersion: operation.conditional ? (options.version ?? null) : null,
    });
    remember(name, grant);
    if (answer.account === undefined) return answer;
    return { ...answer, account: showPictures(answer.account, ports) };
  }

  async function settle(
    name: OperationName,
    input: unknown,
    options: CallOptions,
  ): Promise<AnyAnswer> {
    try {
      // Also a refusal may be told of by mail: the last of too many wrong passwords.
      const answer = await run(name, input, options).finally(() =>
        operations[name].method === 'GET' ? 0 : world.deliverDue(),
      );
      // Settings must not be reached through an answer.
      return structuredClone(answer);
    } catch (error) {
      if (!isAccountError(error) || error.account === undefined) throw error;
      const account = structuredClone(showPictures(error.account, ports));
      throw new AccountError(error.code, { account, cause: error });
    }
  }

  // One of the inherent casts: that the loop makes every method, the table and `FullBackend` hold together.
  const backend = Object.fromEntries(
    (Object.keys(operations) as OperationName[]).map((name) => [
      name,
      (input: unknown, options: CallOptions = {}) =>
        callUnder(conditions, { name, input, options }, () => settle(name, input, options)),
    ]),
  ) as unknown as FullBackend;

  return {
    ...backend,
    async signIn(account) {
      await open();
      await session.begin(account);
    },
    async signOut() {
      await open();
      await session.end();
    },
  };
}
