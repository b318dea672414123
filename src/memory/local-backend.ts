import type { Origin } from '../contract/sessions.ts';
import type { SettingsInput } from '../server/operations/default-settings.ts';
import { completeSettings } from '../server/operations/default-settings.ts';
import { createDispatcher } from '../server/operations/deliver-mail.ts';
import type { DispatcherOptions } from '../server/operations/deliver-mail.ts';
import { instant } from '../server/operations/instants.ts';
import { totpCode } from '../server/operations/totp.ts';
import type { Clock } from '../server/ports/clock.ts';
import type { PasskeyVerifier } from '../server/ports/passkey-verifier.ts';
import type { Ports } from '../server/ports/ports.ts';
import type { LocalWorld, MemoryBrowser } from './local-browser.ts';
import { createBrowser } from './local-browser.ts';
import type { CallConditions } from './local-call.ts';
import type { MemoryAvatars } from './memory-avatars.ts';
import { createMemoryAvatars } from './memory-avatars.ts';
import { createMemoryHasher } from './memory-hasher.ts';
import { createMemoryImages } from './memory-images.ts';
import type { MemoryMailbox } from './memory-mailbox.ts';
import { createMemoryMailbox } from './memory-mailbox.ts';
import { createMemoryPasskeys } from './memory-passkeys.ts';
import type { MemoryPerson } from './memory-people.ts';
import { defaultPeople, seedPerson } from './memory-people.ts';
import { createMemorySecrets } from './memory-secrets.ts';
import type { MemoryStore } from './memory-store.ts';
import { createMemoryStore } from './memory-store.ts';

/** What `createMemoryBackend` may be told. */
export interface MemoryBackendOptions extends CallConditions {
  /** Who has an account. Default: Ada Lovelace and Grace Hopper, with the ids `ada` and `grace`. */
  people?: readonly MemoryPerson[];
  /** Who is signed in at first: an id or an address, or null for nobody. Default: the first of the people. */
  signedIn?: string | null;
  /** What a host would decide. The application is called "Example", its pages are at `https://app.example`. */
  settings?: Partial<SettingsInput>;
  /** Whether mails go out. Without, a change of address is instant. Default true. */
  mail?: boolean;
  /** Null offers no passkeys. Default: `createMemoryPasskeys()`, which asks the browser that shows the page. */
  passkeys?: PasskeyVerifier | null;
  /** False says what a host with sessions and passwords of its own says: those are handled elsewhere. Default true. */
  ownSessions?: boolean;
  /** From where the browsers are used, as sessions, activity and mails tell it. Default: Firefox on macOS, in Vienna. */
  from?: Origin;
  /** Languages of the mails beside English. */
  mailWords?: NonNullable<DispatcherOptions['words']>;
  /** Default: the time of day. */
  clock?: Clock;
}

/** The rules on a store that forgets, in this very page or process, with a first browser. */
export interface MemoryBackend extends MemoryBrowser {
  /** Every mail that was sent. */
  readonly mailbox: MemoryMailbox;
  /** What the rules stand on here, for looking behind the answers. */
  readonly ports: Ports & { store: MemoryStore; avatars: MemoryAvatars };
  /** Another browser on the same accounts, in which nobody is signed in; it may be used from somewhere else. */
  openBrowser(from?: Origin): MemoryBrowser;
  /**
   * What the authenticator app of an account shows now: a set-up that waits counts, too. Each code works once; the next
   * comes after 30 seconds of the clock.
   *
   * @param account its id; throws when it has no authenticator app
   */
  totpCode(account: string): Promise<string>;
}

const pages = {
  emailConfirmation: 'https://app.example/email/confirm',
  emailReport: 'https://app.example/email/report',
  passwordReset: 'https://app.example/password/reset',
  securityReport: 'https://app.example/security/report',
  settings: 'https://app.example/settings',
};

const vienna: Origin = { browser: 'Firefox', system: 'macOS', place: 'Vienna, Austria' };

/**
 * Makes a backend without a server: the real rules, with the same inputs, refusals and mails as over HTTP, on a store
 * that forgets. For Storybook, for a host's own tests, for trying things out. Runs on any page and in Node.
 *
 * ```ts
 * import { createMemoryBackend } from 'selvedge/memory';
 *
 * const backend = createMemoryBackend();
 * const { account } = await backend.updateProfile({ nickname: 'Countess' });
 * ```
 */
export function createMemoryBackend(options: MemoryBackendOptions = {}): MemoryBackend {
  const { people = defaultPeople, mail = true, from = vienna, passkeys } = options;
  const { clock = { now: () => Date.now() }, ownSessions = true } = options;
  const mailbox = createMemoryMailbox();
  const settings = completeSettings({ appName: 'Example', pages, ...options.settings });
  const ports = {
    store: createMemoryStore(),
    hasher: createMemoryHasher(),
    images: createMemoryImages(),
    passkeys:
      passkeys === undefined ? createMemoryPasskeys({ rpName: settings.appName }) : passkeys,
    avatars: createMemoryAvatars(),
    secrets: createMemorySecrets(),
    clock,
    settings,
    mail,
    endSessions: false,
    ownSessions,
  };
  const dispatcher = createDispatcher({
    ports,
    mailer: mail ? mailbox : null,
    ...(options.mailWords === undefined ? {} : { words: options.mailWords }),
  });

  async function seed(): Promise<void> {
    for (const person of people) await seedPerson(ports, person, from);
    await dispatcher.deliverDue();
  }
  let seeding: Promise<void> | null = null;
  const world: LocalWorld = {
    ports,
    conditions: options,
    from,
    ready: () => (seeding ??= seed()),
    deliverDue: () => dispatcher.deliverDue(),
  };
  const { signedIn = people[0]?.id ?? people[0]?.email ?? null } = options;
  return {
    ...createBrowser(world, signedIn),
    mailbox,
    ports,
    openBrowser: (elsewhere) => createBrowser(world, null, elsewhere),
    async totpCode(id) {
      await world.ready();
      const at = instant(ports);
      const account = await ports.store.findAccount(id, at);
      const totp = await ports.store.findTotp(id, at);
      if (!account || !totp) throw new Error(`selvedge: "${id}" has no authenticator app.`);
      return totpCode(ports, account, totp.secretId);
    },
  };
}
