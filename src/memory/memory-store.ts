import type { AccountStore } from '../server/ports/account-store.ts';
import { createEmailStore } from './memory-store-email.ts';
import { createLinkStore } from './memory-store-links.ts';
import { createOutboxStore } from './memory-store-outbox.ts';
import { createPasskeyStore } from './memory-store-passkeys.ts';
import { createPersonStore } from './memory-store-person.ts';
import { createSessionListStore } from './memory-store-session-list.ts';
import { createSessionStore } from './memory-store-sessions.ts';
import type { MemoryState } from './memory-store-state.ts';
import { emptyState } from './memory-store-state.ts';
import { createTwoFactorStore } from './memory-store-two-factor.ts';

/** A store that forgets when it is dropped. */
export interface MemoryStore extends AccountStore {
  /** Everything it holds, as JSON text: what a test compares with what should, or must not, be there. */
  dump(): string;
}

function plain(state: MemoryState): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(state).map(([name, rows]) => [
      name,
      rows instanceof Map ? [...(rows as ReadonlyMap<string, unknown>)] : rows,
    ]),
  );
}

/**
 * The store port on maps, for Storybook, tests and trying things out. It keeps nothing beyond the life of the page or
 * process, and serves one of them only. No method waits in its middle, so that each is one transaction.
 */
export function createMemoryStore(): MemoryStore {
  const state = emptyState();
  return {
    ...createPersonStore(state),
    ...createEmailStore(state),
    ...createSessionStore(state),
    ...createOutboxStore(state),
    ...createTwoFactorStore(state),
    ...createPasskeyStore(state),
    ...createLinkStore(state),
    ...createSessionListStore(state),
    dump: () => JSON.stringify(plain(state)),
    async close() {
      Object.assign(state, emptyState());
    },
  };
}
