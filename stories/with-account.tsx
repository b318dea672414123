import type { Decorator, StoryContext } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import type { Account, AccountBackend, ErrorCode, Look } from 'selvedge';
import { AccountError, AccountProvider } from 'selvedge';
import type { MemoryBackend, MemoryBackendOptions, MemoryPerson } from 'selvedge/memory';
import { createMemoryBackend } from 'selvedge/memory';
import { surroundingsOf } from '../.storybook/surroundings.ts';
import { wordsOf } from '../.storybook/words.ts';
import type { Weather } from './conditions.ts';
import { conditionsUnder, fine, underWeather } from './conditions.ts';

/** What a story may say under `parameters.account`. */
export interface AccountParameters extends MemoryBackendOptions {
  /** What another backend would say about the account. */
  view?: (account: Account) => Account;
  /** Whether nothing is in the activity log, as another backend may have it. */
  emptyLog?: boolean;
  /** Whether the sign-in was an hour ago, so that it proves nothing any more. */
  signedInLongAgo?: boolean;
}

/** The password of everybody here who has one. */
export const password = 'correct horse battery staple';

/** So many hours ago, ISO 8601. */
const ago = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();

/** Has everything. */
export const ada: MemoryPerson = {
  id: 'ada',
  email: 'ada@example.com',
  password,
  passwordChangedAt: '2026-03-14T10:00:00.000Z',
  name: 'Ada Lovelace',
  username: 'ada',
  givenName: 'Ada',
  familyName: 'Lovelace',
  nickname: 'Countess',
  language: 'en-GB',
  identities: [
    {
      provider: 'google',
      label: 'Google',
      name: 'ada.lovelace@gmail.com',
      connectedAt: '2025-06-02T08:30:00.000Z',
    },
    { provider: 'github', label: 'GitHub', name: 'ada', connectedAt: '2026-01-19T16:05:00.000Z' },
  ],
};

/** Has an address and a password, nothing else. */
export const newcomer: MemoryPerson = { id: 'new', email: 'new@example.com', password };

/** Is signed in elsewhere, too, and has a long log. */
export const travelled: MemoryPerson = {
  ...ada,
  createdAt: '2026-01-02T09:00:00.000Z',
  sessions: [
    { from: { browser: 'Safari', system: 'iOS', place: 'Graz, Austria' }, signedInAt: ago(3) },
    { from: { browser: 'Edge', system: 'Windows', place: null }, signedInAt: ago(26) },
    { signedInAt: ago(100) },
  ],
  activity: [
    ...Array.from({ length: 24 }, (_, index) => ({
      event: 'profile_updated',
      at: `2026-02-01T10:${String(index + 10)}:00.000Z`,
      from: { browser: 'Firefox', system: 'macOS', place: 'Vienna, Austria' },
    })),
    { event: 'password_changed', at: ago(30), from: { browser: 'Firefox', system: 'macOS' } },
    { event: 'of_a_newer_server', at: ago(28) },
    {
      event: 'sign_in_failed',
      at: ago(2),
      from: { browser: 'Chrome', system: 'Windows', place: 'Llanfairpwllgwyngyll, Wales' },
    },
  ],
};

/** Signs in with Google, which also owns the name; has no password here. */
export const viaGoogle: MemoryPerson = {
  ...ada,
  password: null,
  identities: [
    {
      provider: 'google',
      label: 'Google',
      name: 'ada.lovelace@gmail.com',
      connectedAt: '2025-06-02T08:30:00.000Z',
      owns: ['name', 'givenName', 'familyName'],
    },
  ],
};

/** Has the username `grace`. */
export const grace: MemoryPerson = {
  id: 'grace',
  email: 'grace@example.com',
  password,
  username: 'grace',
};

/** The operation never answers. */
export function never(operation: keyof AccountBackend): AccountParameters {
  return { latencyMilliseconds: (name) => (name === operation ? Infinity : 0) };
}

/** The operation fails in this way. */
export function failing(
  operation: keyof AccountBackend,
  code: ErrorCode,
  retryAfterSeconds?: number,
): AccountParameters {
  const details = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
  return { fail: (name) => (name === operation ? new AccountError(code, details) : null) };
}

/** The backend of a story, fresh for each. */
export function backendOf({ loaded }: Pick<StoryContext, 'loaded'>): MemoryBackend {
  return loaded['backend'] as MemoryBackend;
}

/** Says of every answer what another backend would. */
function seenBy(backend: MemoryBackend, view: (account: Account) => Account): MemoryBackend {
  return {
    ...backend,
    getAccount: async (input, options) => {
      const { account } = await backend.getAccount(input, options);
      return { account: view(account) };
    },
  };
}

function withoutLog(backend: MemoryBackend): MemoryBackend {
  return {
    ...backend,
    listActivity: async (input, options) => ({
      ...(await backend.listActivity(input, options)),
      entries: [],
      next: null,
    }),
  };
}

/** What a story's loaders know. */
export type LoaderContext = Pick<StoryContext, 'parameters' | 'globals' | 'abortSignal'>;

interface Loaded {
  backend: MemoryBackend;
  weather: Weather;
}

async function makeBackend(given: AccountParameters): Promise<Loaded> {
  const { view, signedInLongAgo, emptyLog, ...options } = given;
  let behind = signedInLongAgo ? 3_600_000 : 0;
  const clock = { now: () => Date.now() - behind };
  const all = { people: [ada, grace], clock, ...options };
  const weather = fine();
  const made = createMemoryBackend({ ...all, ...conditionsUnder(weather, all) });
  const backend = underWeather(made, weather);
  if (signedInLongAgo) await backend.signIn('ada');
  behind = 0;
  const shown = emptyLog ? withoutLog(backend) : backend;
  return { backend: view ? seenBy(shown, view) : shown, weather };
}

// By the signal, which is another one when the story starts anew.
const kept = new WeakMap<AbortSignal, Map<string, Promise<Loaded>>>();

/**
 * The backend of a story: one from its start to its end, whatever the toolbar says in between, so that what was done in it
 * stays in sight.
 *
 * @param key tells it from others of the same story
 * @param given answers what it is made of
 */
export async function keepBackend(
  { abortSignal, globals }: LoaderContext,
  key: string,
  given: () => Promise<AccountParameters> | AccountParameters,
  begin?: (backend: MemoryBackend) => Promise<void>,
): Promise<Loaded> {
  const all = kept.get(abortSignal) ?? new Map<string, Promise<Loaded>>();
  kept.set(abortSignal, all);
  const made =
    all.get(key) ??
    (async () => {
      const loaded = await makeBackend(await given());
      await begin?.(loaded.backend);
      return loaded;
    })();
  all.set(key, made);
  const { weather } = await made;
  const { failure, latency } = surroundingsOf(globals);
  weather.failure = failure;
  weather.latency = Number(latency);
  return made;
}

/** Makes the backend before the story is rendered. */
export const loadBackend = (context: LoaderContext): Promise<Loaded> =>
  keepBackend(context, 'own', () => (context.parameters['account'] ?? {}) as AccountParameters);

/** Gives a story its account. Needs `loadBackend`. */
export const withAccount: Decorator = (Story, context): ReactElement => (
  <AccountProvider
    key={context.id}
    backend={backendOf(context)}
    words={wordsOf(context)}
    look={context.parameters['look'] as Look}
    onSignIn={() => void backendOf(context).signIn('ada')}
  >
    <Story />
  </AccountProvider>
);
