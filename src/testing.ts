/** Suites that tell whether an implementation is right. They need vitest. */
export type { StoreSuite } from './testing/describe-store.ts';
export { describeStore } from './testing/describe-store.ts';
export type { OpenedStore } from './testing/store-stage.ts';
