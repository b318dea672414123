import { parseArgs } from 'node:util';

// What a measured server is started with; its data set is as large as the one that starts it says.

const { values } = parseArgs({
  options: {
    store: { type: 'string', default: 'sqlite' },
    accounts: { type: 'string', default: '1000' },
    sessions: { type: 'string', default: '32' },
  },
});

/** Which database the server keeps its accounts in. */
export const store = values.store;

/** How many accounts it holds before the load begins. */
export const accountCount = Number(values.accounts);

/** How many of their sessions the load knows the cookie of: one an account, spread over all of them. */
export const sessionCount = Math.min(accountCount, Number(values.sessions));
