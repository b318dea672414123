import { accounts } from './001-accounts.ts';
import { security } from './002-security.ts';
import type { Migration } from './migration.ts';

/** Every step of the schema, in order. A new one is a new file, added at the end. */
export const migrations: readonly Migration[] = [accounts, security];
