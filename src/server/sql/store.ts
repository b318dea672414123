import type { AccountStore } from '../ports/account-store.ts';
import { createAccountStore } from './account.ts';
import { createAuditStore } from './audit.ts';
import { createAvatarStore } from './avatar.ts';
import { createDeleteAccountStore } from './delete-account.ts';
import { createDeviceStore } from './devices.ts';
import { createEmailChangeStore } from './email-change.ts';
import { createEmailReportStore } from './email-report.ts';
import { createFileStore } from './files.ts';
import { createLimitStore } from './limits.ts';
import { createLinkStore } from './links.ts';
import { migrate } from './migrate.ts';
import { createOutboxStore } from './outbox.ts';
import { createPasskeyStore } from './passkeys.ts';
import { createPasswordChangeStore } from './password-change.ts';
import { createPasswordHistoryStore } from './password-history.ts';
import { createProfileStore } from './profile.ts';
import { createPurgeStore } from './purge.ts';
import { createSessionListStore } from './session-list.ts';
import { createSessionStore } from './sessions.ts';
import { createSqliteEngine } from './sqlite-engine.ts';
import type { SqliteOptions } from './sqlite-open.ts';
import { openSqlite } from './sqlite-open.ts';
import { createStepUpStore } from './step-up.ts';
import type { Engine } from './transaction.ts';
import { createTwoFactorStore } from './two-factor.ts';

/** Every method of the store on one engine. */
export function createSqlStore(engine: Engine): AccountStore {
  return {
    ...createAccountStore(engine),
    ...createProfileStore(engine),
    ...createPasswordChangeStore(engine),
    ...createAvatarStore(engine),
    ...createDeleteAccountStore(engine),
    ...createEmailChangeStore(engine),
    ...createEmailReportStore(engine),
    ...createStepUpStore(engine),
    ...createSessionStore(engine),
    ...createTwoFactorStore(engine),
    ...createPasskeyStore(engine),
    ...createLimitStore(engine),
    ...createOutboxStore(engine),
    ...createFileStore(engine),
    ...createPurgeStore(engine),
    ...createLinkStore(engine),
    ...createSessionListStore(engine),
    ...createDeviceStore(engine),
    ...createAuditStore(engine),
    ...createPasswordHistoryStore(engine),
    close: () => engine.close(),
  };
}

/**
 * Opens, or makes, a SQLite database and brings its schema up to date. Commits are on the disk when they are
 * acknowledged (write-ahead log, `synchronous=FULL`, both read back). Several processes may share the file.
 *
 * Throws a sentence when the settings do not take, when the database is newer than this version of the package, and
 * on Node.js before 24. Its methods throw `AccountError('unavailable')` when the database stays locked for longer than
 * `busyTimeoutMilliseconds`, and when the disk is full or fails; then nothing was changed.
 */
export function createSqliteStore(options: SqliteOptions): AccountStore {
  const database = openSqlite(options);
  try {
    migrate(database);
    return createSqlStore(createSqliteEngine(database));
  } catch (error) {
    database.close();
    throw error;
  }
}
