/** Suites that tell whether an implementation is right. They need vitest. */
export type { BackendFeature } from './testing/backend-features.ts';
export type {
  CreateAuthenticator,
  SuiteAuthenticator,
} from './testing/backend-passkey-ceremonies.ts';
export type {
  BackendWish,
  OpenBackend,
  OpenedBackend,
  SuitePerson,
} from './testing/backend-stage.ts';
export type { BackendSuite } from './testing/describe-backend.ts';
export { describeBackend } from './testing/describe-backend.ts';
export type { StoreSuite } from './testing/describe-store.ts';
export { describeStore } from './testing/describe-store.ts';
export type { OpenedStore } from './testing/store-stage.ts';
