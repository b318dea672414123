import { createMemoryAvatars, createMemoryHasher, createMemoryImages } from 'selvedge/memory';
import { createMemoryMailbox, createMemoryPasskeys } from 'selvedge/memory';
import { createClock, createMemorySecrets, createMemoryStore } from 'selvedge/memory';
import { createHandler } from 'selvedge/server';
import { describeBackend } from 'selvedge/testing';
import { createHttpBackend } from '../../src/client/http-backend.ts';
import type { AccountBackend } from '../../src/contract/backend.ts';
import { seedPerson } from '../../src/memory/memory-people.ts';
import { completeSettings } from '../../src/server/operations/default-settings.ts';
import { createAuthenticator } from '../support/authenticator.ts';
import { noon } from '../support/world.ts';

const origin = 'https://app.example';
const pages = {
  emailConfirmation: '/confirm',
  emailReport: '/report',
  passwordReset: '/reset',
  securityReport: '/security',
  settings: '/settings',
};

// The same ports behind the handler and the HTTP backend: the suite sees no difference.
describeBackend('memory ports over HTTP', {
  createAuthenticator: () => createAuthenticator(origin),
  async open({ people, mail }) {
    const clock = createClock(noon);
    const mailbox = createMemoryMailbox();
    const ports = {
      store: createMemoryStore(),
      hasher: createMemoryHasher(),
      images: createMemoryImages(),
      avatars: createMemoryAvatars(),
      secrets: createMemorySecrets(),
      passkeys: createMemoryPasskeys({ rpId: 'app.example' }),
      clock,
    };
    const settings = completeSettings({
      appName: 'Example',
      pages: {
        emailConfirmation: origin + pages.emailConfirmation,
        emailReport: origin + pages.emailReport,
        passwordReset: origin + pages.passwordReset,
        securityReport: origin + pages.securityReport,
        settings: origin + pages.settings,
      },
    });
    for (const person of people) {
      await seedPerson({ ...ports, settings, mail, endSessions: false, ownSessions: true }, person);
    }
    const handle = createHandler({
      ...ports,
      appName: 'Example',
      pages,
      origin,
      mailer: mail ? mailbox : null,
      dispatch: false,
    });

    /** A page of the same origin, with the cookies of one browser. */
    function openBrowser(): { backend: AccountBackend; cookies: Map<string, string> } {
      const cookies = new Map<string, string>();
      const fetch: typeof globalThis.fetch = async (input, init) => {
        const headers = new Headers(init?.headers);
        headers.set('sec-fetch-site', 'same-origin');
        if (cookies.size > 0) {
          const pairs = [...cookies].map(([name, value]) => `${name}=${value}`);
          headers.set('cookie', pairs.join('; '));
        }
        const response = await handle(new Request(input, { ...init, headers }));
        for (const cookie of response.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
          if (/; Max-Age=0(;|$)/.test(cookie)) cookies.delete(name);
          else cookies.set(name, value);
        }
        return response;
      };
      return { backend: createHttpBackend({ baseUrl: `${origin}/api/auth`, fetch }), cookies };
    }

    /** As signing in does, also for somebody without a password here. */
    async function signIn(email: string): Promise<AccountBackend> {
      const at = new Date(clock.now()).toISOString();
      const account = await ports.store.findAccountByEmail(email, at);
      const token = ports.secrets.mintSecret();
      const from = { browser: 'Firefox', system: 'macOS', place: null };
      const session = {
        id: ports.secrets.mintId(),
        from,
        tokenDigest: ports.secrets.digest(token),
        accountId: account?.id ?? '',
        authenticatedAt: at,
        methods: [],
        lastActiveAt: at,
        expiresAt: '2027-11-20T12:00:00.000Z',
      };
      const audit = {
        id: ports.secrets.mintId(),
        event: 'signed_in',
        sessionId: null,
        details: {},
        from,
      };
      const effects = { at, grant: null, attempts: [], deliveries: [], audit };
      await ports.store.putSession(session, effects);
      const { backend, cookies } = openBrowser();
      cookies.set('__Host-selvedge-session', token);
      return backend;
    }

    return {
      anonymous: openBrowser().backend,
      signIn,
      async mails() {
        await handle.server.deliverDue();
        return mailbox.list();
      },
      now: () => clock.now(),
      advance: (seconds) => clock.advance(seconds),
      close: () => handle.server.close(),
    };
  },
});
