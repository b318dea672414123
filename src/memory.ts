/** The rules on a store that forgets: for Storybook, a host's own tests, and trying things out. */
export type { MemoryBackend, MemoryBackendOptions } from './memory/local-backend.ts';
export { createMemoryBackend } from './memory/local-backend.ts';
export type { MemoryBrowser } from './memory/local-browser.ts';
export type { CallConditions } from './memory/local-call.ts';
export type { MemoryAvatars } from './memory/memory-avatars.ts';
export { createMemoryAvatars } from './memory/memory-avatars.ts';
export { createMemoryHasher } from './memory/memory-hasher.ts';
export { createMemoryImages } from './memory/memory-images.ts';
export type { MemoryMailbox } from './memory/memory-mailbox.ts';
export { createMemoryMailbox, findLinkToken } from './memory/memory-mailbox.ts';
export type { MemoryPerson } from './memory/memory-people.ts';
export { createMemorySecrets } from './memory/memory-secrets.ts';
export type { MemoryStore } from './memory/memory-store.ts';
export { createMemoryStore } from './memory/memory-store.ts';
export type { SettableClock } from './memory/settable-clock.ts';
export { createClock } from './memory/settable-clock.ts';
export { AccountError, isAccountError } from './contract/account-error.ts';
