import { afterEach, beforeEach } from 'vitest';
import { cdp } from 'vitest/browser';

/** What Chromium does for a page when it is asked over its protocol. */
export const session = cdp() as unknown as {
  send: (name: string, input?: object) => Promise<void>;
};

/**
 * Before every test of a file the page's browser can fetch none of these files, which it would else have in its cache.
 * The answer lets it fetch them again, as after a test.
 */
export function blockFiles(...urls: readonly string[]): () => Promise<void> {
  const block = (blocked: readonly string[]): Promise<void> =>
    session.send('Network.setBlockedURLs', { urls: blocked });
  beforeEach(async () => {
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    await block(urls);
  });
  afterEach(async () => {
    await block([]);
    await session.send('Network.setCacheDisabled', { cacheDisabled: false });
  });
  return () => block([]);
}
