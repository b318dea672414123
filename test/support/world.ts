import type {
  MemoryBackend,
  MemoryBackendOptions,
  MemoryBrowser,
  MemoryMailbox,
  SettableClock,
} from 'selvedge/memory';
import { createClock, createMemoryBackend, findLinkToken } from 'selvedge/memory';

/** Who lives in the world. */
export const ada = {
  id: 'ada',
  email: 'ada@example.com',
  password: 'correct horse battery staple',
  name: 'Ada Lovelace',
} as const;
/** The other one. */
export const grace = {
  id: 'grace',
  email: 'grace@example.com',
  password: 'correct horse battery staple',
  name: 'Grace Hopper',
} as const;

/** When everything begins. */
export const noon = '2026-11-20T12:00:00.000Z';

/** What every test of ours stands on: two people, a clock that stands still, a mailbox, and the rules. */
export interface World {
  clock: SettableClock;
  mailbox: MemoryMailbox;
  /** Ada's browser. */
  backend: MemoryBackend;
  /** What the rules stand on, for tests that call one of them. */
  ports: MemoryBackend['ports'];
  /** A new browser, in which the person has just signed in. */
  signIn(person: { id: string }): Promise<MemoryBrowser>;
  /** The token in the newest mail to an address. */
  linkTo(address: string): string;
}

/** Makes a world of its own. */
export function createWorld(options: Omit<MemoryBackendOptions, 'clock'> = {}): World {
  const clock = createClock(noon);
  const backend = createMemoryBackend({ people: [ada, grace], ...options, clock });
  const { mailbox, ports } = backend;
  return {
    clock,
    mailbox,
    backend,
    ports,
    async signIn({ id }) {
      const browser = backend.openBrowser();
      await browser.signIn(id);
      return browser;
    },
    linkTo(address) {
      const mail = mailbox.findNewest(address);
      const token = mail && findLinkToken(mail);
      if (!token) throw new Error(`No mail to ${address} carries a link.`);
      return token;
    },
  };
}

/** Proves that it is her, for one purpose. */
export async function prove(
  backend: Pick<MemoryBrowser, 'stepUp'>,
  purpose: 'requestEmailChange' | 'changePassword' | 'deleteAccount',
  password: string = ada.password,
): Promise<void> {
  await backend.stepUp({ purpose, password });
}
