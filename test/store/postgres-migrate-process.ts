import { createPostgresStore } from '../../src/server/sql/postgres-store.ts';

// A process that opens a store when it is told to, and says when it has.
const [connectionString = ''] = process.argv.slice(2);
process.once('message', async () => {
  const store = await createPostgresStore({ connectionString });
  await store.close();
  process.send?.('opened');
  process.disconnect();
});
process.send?.('ready');
