// The few parts of the peer that the bench calls; declared here, so that types are checked without installing it.

declare module 'better-auth' {
  import type { DatabaseSync } from 'node:sqlite';

  export interface Auth {
    handler: (request: Request) => Promise<Response>;
    $context: Promise<{
      authCookies: { sessionToken: { name: string } };
      internalAdapter: {
        createUser(user: Record<string, unknown>): Promise<{ id: string; email: string }>;
        createSession(userId: string): Promise<{ token: string }>;
      };
    }>;
  }

  export interface BetterAuthOptions {
    appName: string;
    baseURL: string;
    secret: string;
    database: DatabaseSync;
    emailAndPassword: { enabled: boolean };
    rateLimit: { enabled: boolean };
    session: { cookieCache: { enabled: boolean } };
    logger: { disabled: boolean };
    telemetry: { enabled: boolean };
  }

  export function betterAuth(options: BetterAuthOptions): Auth;
}

declare module 'better-auth/node' {
  import type { RequestListener } from 'node:http';
  import type { Auth } from 'better-auth';

  export function toNodeHandler(auth: Auth): RequestListener;
}

declare module 'better-auth/db/migration' {
  import type { BetterAuthOptions } from 'better-auth';

  export function getMigrations(
    options: BetterAuthOptions,
  ): Promise<{ runMigrations: () => Promise<void> }>;
}

declare module 'better-auth/crypto' {
  export function makeSignature(value: string, secret: string): Promise<string>;
}
