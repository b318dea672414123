import { cdp } from 'vitest/browser';
import { afterEach, beforeEach } from 'vitest';
import { authenticatorOptions } from './authenticator-options.ts';

/** The authenticator of the page's browser: it has everything but a person. */
export interface VirtualAuthenticator {
  /** How many passkeys it holds. */
  count: () => Promise<number>;
  /** Whether it knows its person: without, it asks until the time is over. */
  setVerified: (isUserVerified: boolean) => Promise<void>;
  /** Whether somebody touches it at once; without, it waits for them. */
  setTouched: (enabled: boolean) => Promise<void>;
}

/** Gives every test of a file an authenticator of its own: what it answers is what a person's would. */
export function virtualAuthenticator(): VirtualAuthenticator {
  let authenticatorId: string;
  beforeEach(async () => {
    await cdp().send('WebAuthn.enable');
    ({ authenticatorId } = await cdp().send('WebAuthn.addVirtualAuthenticator', {
      options: authenticatorOptions,
    }));
  });
  afterEach(async () => {
    await cdp().send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
  });
  return {
    async count() {
      const { credentials } = await cdp().send('WebAuthn.getCredentials', { authenticatorId });
      return credentials.length;
    },
    async setVerified(isUserVerified) {
      await cdp().send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
    },
    async setTouched(enabled) {
      await cdp().send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled });
    },
  };
}
