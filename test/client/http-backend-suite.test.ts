import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPasskeyVerifier } from 'selvedge/node';
import type { AccountStore, Effects } from 'selvedge/server';
import { createSqliteStore } from 'selvedge/sql';
import { describeBackend, type SuitePerson } from 'selvedge/testing';
import { createHttpBackend } from '../../src/client/http-backend.ts';
import type { AccountBackend } from '../../src/contract/backend.ts';
import { createMemoryStore } from '../../src/memory/memory-store.ts';
import { nowhere } from '../../src/server/ports/session-store.ts';
import { serve, testParts } from '../http/served.ts';
import { createAuthenticator } from '../support/authenticator.ts';
import { createBrowserFetch } from './browser-fetch.ts';

interface OpenedStore {
  store: AccountStore;
  close: () => Promise<void>;
}

const forgetting = (): OpenedStore => ({ store: createMemoryStore(), close: async () => {} });

function sqlite(): OpenedStore {
  const folder = mkdtempSync(join(tmpdir(), 'selvedge-suite-'));
  const store = createSqliteStore({ file: join(folder, 'accounts.sqlite') });
  return {
    store,
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

const passkeys = await createPasskeyVerifier({
  rpName: 'Acme',
  rpId: 'localhost',
  origins: ['http://localhost:3000'],
});

// Stands still unless a test moves it: the suite counts seconds.
const start = Date.parse('2026-11-20T12:00:00.000Z');

const wires = [
  { name: 'Express and the store that forgets', openStore: forgetting, stepUpToken: 'cookie' },
  { name: 'Express and SQLite', openStore: sqlite, stepUpToken: 'cookie' },
  { name: 'pages that keep the proof', openStore: forgetting, stepUpToken: 'header' },
] as const;

for (const { name, openStore, stepUpToken } of wires) {
  describeBackend(`the HTTP backend, ${name}`, {
    createAuthenticator: () => createAuthenticator('http://localhost:3000'),
    async open({ people, mail }) {
      const { store, close } = openStore();
      let now = start;
      const { hasher, secrets } = await testParts();
      const served = await serve({
        store,
        hasher,
        secrets,
        clock: { now: () => now },
        stepUpToken,
        passkeys,
        ...(mail ? {} : { mailer: null }),
      });
      const baseUrl = `${served.origin}/api/auth`;
      const effects = (event: string): Effects => ({
        at: new Date(now).toISOString(),
        grant: null,
        attempts: [],
        deliveries: [],
        audit: { id: randomUUID(), event, sessionId: null, details: {}, from: nowhere },
      });

      const ids = new Map<string, string>();
      async function move(person: SuitePerson): Promise<void> {
        const id = secrets.mintId();
        const createdAt = new Date(now).toISOString();
        const { email, name: fullName, username, password, identities } = person;
        await store.createAccount(
          {
            id,
            email,
            emailCanonical: email,
            emailVerified: person.emailVerified,
            name: fullName,
            username,
            givenName: null,
            familyName: null,
            nickname: null,
            language: null,
            passwordHash: password === null ? null : await hasher.hash(password),
            passwordChangedAt: password === null ? null : createdAt,
            passwordStandsAlone: true,
            createdAt,
            identities: identities.map((identity) => ({
              ...identity,
              name: null,
              connectedAt: createdAt,
            })),
          },
          null,
          effects('signed_up'),
        );
        ids.set(email, id);
      }
      for (const person of people) await move(person);

      /** Mails leave after each request, so that the newest is the one that was asked for last. */
      function open(browserFetch: typeof globalThis.fetch): AccountBackend {
        const fetch: typeof globalThis.fetch = async (url, init) => {
          const response = await browserFetch(url, init);
          await served.server.deliverDue();
          return response;
        };
        return createHttpBackend({ baseUrl, fetch });
      }

      return {
        anonymous: open(createBrowserFetch()),
        async signIn(email) {
          // As the server's own sign-in does; some of the people have no password to do it with.
          const token = secrets.mintSecret();
          const at = new Date(now).toISOString();
          await store.putSession(
            {
              id: secrets.mintId(),
              tokenDigest: secrets.digest(token),
              accountId: ids.get(email) ?? '',
              authenticatedAt: at,
              methods: ['password'],
              from: nowhere,
              lastActiveAt: at,
              expiresAt: new Date(now + 30 * 86_400_000).toISOString(),
            },
            effects('signed_in'),
          );
          const fetch = createBrowserFetch();
          fetch.cookies.set('selvedge-session', token);
          return open(fetch);
        },
        mails: async () => served.mails.toReversed(),
        now: () => now,
        advance: (seconds) => void (now += seconds * 1000),
        async close() {
          await served.close();
          await close();
        },
      };
    },
  });
}
