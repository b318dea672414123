// The peers are installed beside the pages that show them, and nowhere else: this is what those pages use of them.
declare module '@tailwindcss/vite' {
  import type { PluginOption } from 'vite';

  const tailwind: () => PluginOption;
  export default tailwind;
}

declare module '@daveyplate/better-auth-ui' {
  import type { ComponentType, ReactNode } from 'react';

  export const AuthUIProvider: ComponentType<{ children: ReactNode } & Record<string, unknown>>;
  export const AccountSettingsCards: ComponentType;
  export const SecuritySettingsCards: ComponentType;
}

declare module '@better-auth/passkey/client' {
  export const passkeyClient: () => object;
}

declare module 'better-auth/client/plugins' {
  export const twoFactorClient: () => object;
}

declare module 'better-auth/react' {
  export const createAuthClient: (options: { plugins: readonly object[] }) => object;
}

declare module 'sonner' {
  import type { ComponentType } from 'react';

  export const Toaster: ComponentType<{ theme: 'light' | 'dark' }>;
}

declare module '@teamhanko/hanko-elements' {
  export const register: (api: string) => Promise<unknown>;
}

declare module '@radix-ui/themes' {
  import type { ComponentType, ReactNode } from 'react';

  type Props = { children: ReactNode } & Record<string, unknown>;
  export const Flex: ComponentType<Props>;
  export const Heading: ComponentType<Props>;
}

declare module '@workos-inc/widgets' {
  import type { ComponentType, ReactNode } from 'react';

  export const WorkOsWidgets: ComponentType<{ children: ReactNode; theme: object }>;
  export const UserProfile: ComponentType<{ authToken: string }>;
  export const UserSecurity: ComponentType<{ authToken: string }>;
  export const UserSessions: ComponentType<{ authToken: string; currentSessionId: string }>;
}
