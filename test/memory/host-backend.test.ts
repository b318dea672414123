import { createClock, createMemoryBackend, createMemoryPasskeys } from 'selvedge/memory';
import { describeBackend } from 'selvedge/testing';
import type { AccountBackend } from '../../src/contract/backend.ts';
import { createAuthenticator } from '../support/authenticator.ts';
import { noon } from '../support/world.ts';

// Sessions and the second factor are the host's: what is left has to be right all the same.
describeBackend('the backend of a host that signs people in itself', {
  features: ['passkeys', 'activity', 'emailVerification', 'securityReport'],
  createAuthenticator: () => createAuthenticator('https://app.example'),
  async open({ people, mail }) {
    const clock = createClock(noon);
    const backend = createMemoryBackend({
      people,
      mail,
      clock,
      passkeys: createMemoryPasskeys({ rpId: 'app.example' }),
      signedIn: null,
      ownSessions: false,
    });
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

/** As somebody would write it who has a server of another make: only what every backend must have. */
function leastOf(backend: AccountBackend): AccountBackend {
  return {
    getAccount: (input, options) => backend.getAccount(input, options),
    updateProfile: (input, options) => backend.updateProfile(input, options),
    requestEmailChange: (input, options) => backend.requestEmailChange(input, options),
    resendEmailChange: (input, options) => backend.resendEmailChange(input, options),
    cancelEmailChange: (input, options) => backend.cancelEmailChange(input, options),
    confirmEmailChange: (input, options) => backend.confirmEmailChange(input, options),
    reportEmailChange: (input, options) => backend.reportEmailChange(input, options),
    changePassword: (input, options) => backend.changePassword(input, options),
    setAvatar: (input, options) => backend.setAvatar(input, options),
    removeAvatar: (input, options) => backend.removeAvatar(input, options),
    deleteAccount: (input, options) => backend.deleteAccount(input, options),
    stepUp: (input, options) => backend.stepUp(input, options),
  };
}

describeBackend('a backend with the least that there must be', {
  features: [],
  async open({ people, mail }) {
    const clock = createClock(noon);
    const backend = createMemoryBackend({
      people,
      mail,
      clock,
      signedIn: null,
      passkeys: null,
      ownSessions: false,
    });
    return {
      anonymous: leastOf(backend),
      async signIn(email) {
        const browser = backend.openBrowser();
        await browser.signIn(email);
        return leastOf(browser);
      },
      mails: async () => backend.mailbox.list(),
      now: () => clock.now(),
      advance: (seconds) => clock.advance(seconds),
      close: async () => {},
    };
  },
});
