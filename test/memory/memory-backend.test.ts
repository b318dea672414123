import { createClock, createMemoryBackend } from 'selvedge/memory';
import { describeBackend } from 'selvedge/testing';

describeBackend('memory backend', {
  async open({ people, mail }) {
    const clock = createClock('2026-11-20T12:00:00.000Z');
    const backend = createMemoryBackend({ people, mail, clock, signedIn: null });
    return {
      anonymous: backend,
      async signIn(email) {
        const browser = backend.openBrowser();
        await browser.signIn(email);
        return browser;
      },
      mails: async () => backend.mailbox.list(),
      now: () => clock.now(),
      advance: (seconds) => clock.advance(seconds),
      close: async () => {},
    };
  },
});
