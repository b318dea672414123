import { createClock, createMemoryBackend, createMemoryPasskeys } from 'selvedge/memory';
import { describeBackend } from 'selvedge/testing';
import { createAuthenticator } from '../support/authenticator.ts';

// In Node there is no page whose host it would take.
const passkeys = createMemoryPasskeys({ rpId: 'app.example' });

describeBackend('memory backend', {
  createAuthenticator: () => createAuthenticator('https://app.example'),
  async open({ people, mail }) {
    const clock = createClock('2026-11-20T12:00:00.000Z');
    const backend = createMemoryBackend({ people, mail, clock, passkeys, signedIn: null });
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
