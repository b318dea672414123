import type { SettingsInput } from '../server/operations/default-settings.ts';
import { completeSettings } from '../server/operations/default-settings.ts';
import { createDispatcher } from '../server/operations/deliver-mail.ts';
import type { DispatcherOptions } from '../server/operations/deliver-mail.ts';
import type { Clock } from '../server/ports/clock.ts';
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
  /** Another browser on the same accounts, in which nobody is signed in. */
  openBrowser(): MemoryBrowser;
}

const pages = {
  emailConfirmation: 'https://app.example/email/confirm',
  emailReport: 'https://app.example/email/report',
  settings: 'https://app.example/settings',
};

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
  const { people = defaultPeople, mail = true, clock = { now: () => Date.now() } } = options;
  const mailbox = createMemoryMailbox();
  const ports = {
    store: createMemoryStore(),
    hasher: createMemoryHasher(),
    images: createMemoryImages(),
    avatars: createMemoryAvatars(),
    secrets: createMemorySecrets(),
    clock,
    settings: completeSettings({ appName: 'Example', pages, ...options.settings }),
    mail,
    endSessions: false,
  };
  const dispatcher = createDispatcher({
    ports,
    mailer: mail ? mailbox : null,
    ...(options.mailWords === undefined ? {} : { words: options.mailWords }),
  });

  async function seed(): Promise<void> {
    for (const person of people) await seedPerson(ports, person);
    await dispatcher.deliverDue();
  }
  let seeding: Promise<void> | null = null;
  const world: LocalWorld = {
    ports,
    conditions: options,
    ready: () => (seeding ??= seed()),
    deliverDue: () => dispatcher.deliverDue(),
  };
  const { signedIn = people[0]?.id ?? people[0]?.email ?? null } = options;
  return {
    ...createBrowser(world, signedIn),
    mailbox,
    ports,
    openBrowser: () => createBrowser(world, null),
  };
}
