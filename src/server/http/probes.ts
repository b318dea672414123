import { AccountError } from '../../contract/account-error.ts';
import { jsonAnswer } from './answers.ts';
import type { Resources } from './resources.ts';

/** How long the store may take to answer; then the server is not ready. */
const patienceMilliseconds = 2000;

/** Whether the promise is fulfilled in time. */
async function inTime(promise: Promise<unknown>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMilliseconds);
  });
  try {
    const answered = promise.then(
      () => true,
      () => false,
    );
    return await Promise.race([answered, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Adds `GET /health`, which says that the process answers, and `GET /ready`, which says that requests may be sent here:
 * the store answers, and the server is not being closed.
 */
export function addProbes(
  resources: Resources,
  options: { isClosing: () => boolean; askStore: () => Promise<unknown> },
): void {
  resources.add('GET', '/health', {
    name: 'health',
    run: async () => jsonAnswer({ status: 'ok' }),
  });
  resources.add('GET', '/ready', {
    name: 'ready',
    async run() {
      if (options.isClosing() || !(await inTime(options.askStore()))) {
        throw new AccountError('unavailable');
      }
      return jsonAnswer({ status: 'ok' });
    },
  });
}
