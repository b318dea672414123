import type { MemoryMailbox, MemoryPerson, SettableClock } from 'selvedge/memory';
import {
  AccountError,
  createClock,
  createMemoryHasher,
  createMemoryImages,
  createMemoryMailbox,
  createMemorySecrets,
  findLinkToken,
} from 'selvedge/memory';
import { describe, onTestFinished } from 'vitest';
import type { Account } from '../../src/contract/account.ts';
import type { AccountBackend } from '../../src/contract/backend.ts';
import type { Operation, OperationName } from '../../src/contract/operations.ts';
import { operations } from '../../src/contract/operations.ts';
import { inputs } from '../../src/contract/schemas.ts';
import type { StepUp, StepUpPurpose } from '../../src/contract/step-up.ts';
import { parseInput } from '../../src/contract/validation.ts';
import { seedPerson } from '../../src/memory/memory-people.ts';
import { createPasskeyVerifier } from '../../src/server/node/passkey-verifier.ts';
import type { Caller, EntryCall } from '../../src/server/operations/call.ts';
import type { SettingsInput } from '../../src/server/operations/default-settings.ts';
import { completeSettings } from '../../src/server/operations/default-settings.ts';
import { createDispatcher } from '../../src/server/operations/deliver-mail.ts';
import { effects } from '../../src/server/operations/effects.ts';
import { instant } from '../../src/server/operations/instants.ts';
import { rules } from '../../src/server/operations/rules.ts';
import { signOut } from '../../src/server/operations/start-session.ts';
import type { SessionRecord } from '../../src/server/ports/account-store.ts';
import type { Actor } from '../../src/server/ports/actor.ts';
import type { Ports } from '../../src/server/ports/ports.ts';
import { nowhere } from '../../src/server/ports/session-store.ts';
import { noon } from '../support/world.ts';
import type { OpenedStore } from './rule-stores.ts';
import { stores } from './rule-stores.ts';

export { noon };
export { outcome, refusal, sixteen, tally, tallyBurst, withoutCounters } from './rule-outcomes.ts';
/** Who lives in the world; their passwords pass the policy. */
export const ada = {
  id: 'ada',
  email: 'ada@example.com',
  password: 'eleven herons stand still',
  name: 'Ada Lovelace',
} as const;
/** The other one. */
export const grace = {
  id: 'grace',
  email: 'grace@example.com',
  password: 'nine slow barges pass by',
  name: 'Grace Hopper',
} as const;
/** A password that the policy takes. */
export const newPassword = 'seven quiet otters swim';
/** Nobody's password. */
export const wrongPassword = 'not her password at all';

type Method<Name extends OperationName> = NonNullable<AccountBackend[Name]>;
type Input<Name extends OperationName> = Parameters<Method<Name>>[0];
type Answer<Name extends OperationName> = ReturnType<Method<Name>>;

/** What comes with a call beside its input. */
export interface Beside extends Partial<Caller> {
  grant?: string | null;
  version?: number;
}

/** Where calls come from, when a test says nothing. */
export const home: Caller = { from: nowhere, address: '192.0.2.1' };

/** A call that may start a session, from a browser that nobody knows. */
export function entry<Input>(
  input: Input,
  beside: Partial<Omit<EntryCall<Input>, 'input'>> = {},
): EntryCall<Input> {
  return { ...home, device: null, ...beside, input };
}

/** A session: whoever holds it. */
export interface Visitor {
  readonly actor: Actor;
  readonly token: string;
  /** Calls an operation as a skin does: session, schema, rule. A picture's input is `{ image }`. */
  call<Name extends OperationName>(name: Name, input?: Input<Name>, beside?: Beside): Answer<Name>;
  /** Proves that it is them; answers the grant. */
  prove(purpose: StepUpPurpose, password?: string): Promise<string>;
  /** The same with any proof. */
  proveBy(proof: StepUp, beside?: Beside): Promise<string>;
  /** Proves, then calls. */
  proveAndCall<Name extends StepUpPurpose>(name: Name, input?: Input<Name>): Answer<Name>;
  /** The account as it is. */
  account(): Promise<Account>;
}

/** Operations of whoever holds a link. */
type LinkName = 'confirmEmailChange' | 'reportEmailChange' | 'reportSecurityEvent';
/** Operations that ask for more than a link, and for no session. */
type OpenName = 'requestPasswordReset' | 'resetPassword';

/** What a test may choose. */
export interface WorldOptions {
  people?: readonly MemoryPerson[];
  settings?: Partial<SettingsInput>;
  mail?: boolean;
  endSessions?: boolean;
  /** Whether passwords and sessions are ours. Default true. */
  ownSessions?: boolean;
  /** Whether there are passkeys, of the site `app.example`. Default false. */
  passkeys?: boolean;
}

/** The rules on one store, with two people, a clock that stands still and a mailbox. */
export interface RuleWorld {
  ports: Ports;
  clock: SettableClock;
  mailbox: MemoryMailbox;
  /** The stored pictures by their keys. */
  files: ReadonlyMap<string, Uint8Array>;
  dump: () => Promise<string>;
  /** Sends what is due. */
  deliver(): Promise<void>;
  /** A new session. Costs no proof. */
  signIn(person: { id: string }): Promise<Visitor>;
  /** A session that the rules have started. */
  resume(accountId: string, session: SessionRecord, token: string): Visitor;
  signOut(visitor: Visitor): Promise<void>;
  /** A session of the host's own. */
  visit(actor: Actor): Visitor;
  /** Follows a mailed link; no session. */
  follow(name: LinkName, token: string, beside?: Beside): Promise<unknown>;
  /** Calls an operation that needs no session. */
  ask<Name extends OpenName>(name: Name, input: Input<Name>, beside?: Beside): Answer<Name>;
  /** The token in the newest mail to an address. */
  linkTo(address: string): Promise<string>;
  /** The tokens of all mails to an address, newest first. */
  linksTo(address: string): Promise<string[]>;
  /** Whom an address belongs to now. */
  ownerOf(address: string): Promise<string | null>;
}

type AnyRule = (ports: Ports, call: unknown) => Promise<{ grant?: { secret: string } }>;

async function judge(name: OperationName, input: unknown): Promise<unknown> {
  const operation: Operation = operations[name];
  if (operation.body === 'image') {
    return new Uint8Array(await (input as { image: Blob }).image.arrayBuffer());
  }
  const schema = inputs[name];
  if (schema === null) return undefined;
  const parsed = parseInput(schema, input);
  if ('errors' in parsed) throw new AccountError('validation_failed', { errors: parsed.errors });
  return parsed.value;
}

/** The site of the world's passkeys. */
export const passkeySite = {
  rpName: 'Example',
  rpId: 'app.example',
  origins: ['https://app.example'],
};

const pages = {
  emailConfirmation: 'https://app.example/confirm',
  emailReport: 'https://app.example/report',
  passwordReset: 'https://app.example/reset',
  securityReport: 'https://app.example/security',
  settings: 'https://app.example/settings',
};

/** Opens a world on a store; the caller closes the store. */
export async function createRuleWorld(
  { store, dump }: OpenedStore,
  options: WorldOptions = {},
): Promise<RuleWorld> {
  const { people = [ada, grace], mail = true, endSessions = false, ownSessions = true } = options;
  const clock = createClock(noon);
  const mailbox = createMemoryMailbox();
  const files = new Map<string, Uint8Array>();
  const ports: Ports = {
    store,
    hasher: createMemoryHasher(),
    images: createMemoryImages(),
    passkeys: options.passkeys === true ? await createPasskeyVerifier(passkeySite) : null,
    avatars: {
      async put(key, bytes) {
        files.set(key, bytes);
      },
      find: async (key) => files.get(key) ?? null,
      async remove(key) {
        files.delete(key);
      },
    },
    secrets: createMemorySecrets(),
    clock,
    settings: completeSettings({ appName: 'Example', pages, ...options.settings }),
    mail,
    endSessions,
    ownSessions,
  };
  for (const person of people) await seedPerson(ports, person);
  const dispatcher = createDispatcher({ ports, mailer: mailbox });

  async function run(
    name: OperationName,
    caller: { actor: Actor; account: unknown } | null,
    input: unknown,
    { grant = null, version, ...beside }: Beside = {},
  ): Promise<{ grant?: { secret: string } }> {
    const judged = await judge(name, input);
    const rule = rules[name] as AnyRule;
    const expectedVersion = version ?? null;
    return rule(ports, { ...home, ...beside, ...caller, input: judged, grant, expectedVersion });
  }

  function visitor(
    actor: Actor,
    token: string,
    find: () => Promise<{ actor: Actor; account: unknown }>,
  ): Visitor {
    const self: Visitor = {
      actor,
      token,
      call<Name extends OperationName>(name: Name, input?: Input<Name>, beside?: Beside) {
        // That name and answer belong together, the table holds.
        return find().then((caller) => run(name, caller, input, beside)) as Answer<Name>;
      },
      async prove(
        purpose,
        password = actor.accountId === grace.id ? grace.password : ada.password,
      ) {
        return self.proveBy({ purpose, password });
      },
      async proveBy(proof, beside) {
        const answer = await run('stepUp', await find(), proof, beside);
        return answer.grant?.secret ?? '';
      },
      proveAndCall<Name extends StepUpPurpose>(name: Name, input?: Input<Name>) {
        const proved = self.prove(name);
        return proved.then((grant): Promise<unknown> =>
          self.call(name, input, { grant }),
        ) as Answer<Name>;
      },
      account: async () => (await self.call('getAccount')).account,
    };
    return self;
  }

  const resume: RuleWorld['resume'] = (accountId, session, token) => {
    const { id: sessionId, authenticatedAt, methods, tokenDigest } = session;
    const actor = { accountId, sessionId, authenticatedAt, methods };
    return visitor(actor, token, async () => {
      const found = await store.findSession(tokenDigest, instant(ports));
      if (found === null) throw new AccountError('session_ended');
      return { actor, account: found.account };
    });
  };

  const linksTo = async (address: string): Promise<string[]> => {
    await dispatcher.deliverDue();
    const mails = mailbox.list().filter((one) => one.to.toLowerCase() === address.toLowerCase());
    return mails.map(findLinkToken).filter((token) => token !== null);
  };

  return {
    ports,
    clock,
    mailbox,
    files,
    dump,
    async deliver() {
      await dispatcher.deliverDue();
    },
    async signIn({ id: accountId }) {
      const at = instant(ports);
      const token = ports.secrets.mintSecret();
      const session = {
        id: ports.secrets.mintId(),
        tokenDigest: ports.secrets.digest(token),
        accountId,
        authenticatedAt: at,
        methods: ['password'],
        from: nowhere,
        lastActiveAt: at,
        expiresAt: instant(ports, 2_592_000),
      };
      const put = await store.putSession(
        session,
        effects(ports, { event: 'signed_in', sessionId: session.id }),
      );
      if (put.kind !== 'done') throw new Error(`no session for ${accountId}: ${put.kind}`);
      return resume(accountId, session, token);
    },
    resume,
    signOut: ({ token }) => signOut(ports, token),
    visit: (actor) => visitor(actor, '', async () => ({ actor, account: null })),
    follow: (name, token, beside) => run(name, null, { token }, beside),
    ask: <Name extends OpenName>(name: Name, input: Input<Name>, beside?: Beside) =>
      // That name and answer belong together, the table holds.
      run(name, null, input, beside) as Answer<Name>,
    linksTo,
    async linkTo(address) {
      const [newest] = await linksTo(address);
      if (newest === undefined) throw new Error(`No mail to ${address} carries a link.`);
      return newest;
    },
    async ownerOf(address) {
      return (await store.findAccountByEmail(address, instant(ports)))?.id ?? null;
    },
  };
}

/** Lets something happen after the next password was looked at, and before anything comes of it. */
export function whileVerifying({ ports }: RuleWorld, meanwhile: () => Promise<unknown>): void {
  const { hasher } = ports;
  ports.hasher = {
    ...hasher,
    async verify(password, hash) {
      ports.hasher = hasher;
      const right = await hasher.verify(password, hash);
      await meanwhile();
      return right;
    },
  };
}

/** Declares the same tests on every store; each opens worlds of its own. */
export function onEveryStore(
  title: string,
  declare: (open: (options?: WorldOptions) => Promise<RuleWorld>) => void,
): void {
  for (const { name, open } of stores) {
    describe(`${title}, on the ${name} store`, () => {
      declare(async (options) => {
        const opened = await open();
        onTestFinished(opened.close);
        return createRuleWorld(opened, options);
      });
    });
  }
}
