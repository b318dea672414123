import { describeStore } from '../../src/testing/describe-store.ts';
import { openPostgresStore } from '../support/postgres-stores.ts';

describeStore('PostgreSQL store', { open: openPostgresStore });
