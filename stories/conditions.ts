import { AccountError } from 'selvedge';
import type { AccountBackend } from 'selvedge';
import type { MemoryBackend, MemoryBackendOptions } from 'selvedge/memory';
import type { FailureMode } from '../.storybook/surroundings.ts';

type Conditions = Required<Pick<MemoryBackendOptions, 'fail' | 'latencyMilliseconds'>>;
type Operation = Parameters<Conditions['fail']>[0];

/** What the toolbar says at this moment: the backend of a story lives longer than a choice there. */
export interface Weather {
  failure: FailureMode;
  /** Milliseconds before a call reaches the rules. */
  latency: number;
  /** Whether a proof was given that nothing has used yet. */
  proved: boolean;
  /** Whether somebody else saved just before the last call, so that the next one goes through. */
  overtaken: boolean;
}

/** Fine weather, until the toolbar says something else. */
export const fine = (): Weather => ({
  failure: 'none',
  latency: 0,
  proved: false,
  overtaken: false,
});

/** The field of an operation that is refused, and why. */
const refused: { readonly [Name in Operation]?: readonly [string, string] } = {
  updateProfile: ['/username', 'taken'],
  requestEmailChange: ['/newEmail', 'malformed'],
  changePassword: ['/newPassword', 'password_common'],
  resetPassword: ['/newPassword', 'password_common'],
  requestPasswordReset: ['/email', 'malformed'],
  setAvatar: ['/image', 'image_broken'],
  stepUp: ['/password', 'wrong_password'],
  enableTotp: ['/code', 'wrong_code'],
  renamePasskey: ['/name', 'too_long'],
};

/** Without the account there is nothing to see, whatever fails. */
const isRead = (operation: Operation): boolean => operation === 'getAccount';
const isProof = (operation: Operation): boolean =>
  operation === 'stepUp' || operation === 'startStepUp';
const isList = (operation: Operation): boolean => operation.startsWith('list');

/** Operations whose own rule asks for a proof. */
const guarded: ReadonlySet<string> = new Set([
  'requestEmailChange',
  'changePassword',
  'deleteAccount',
  'setUpTotp',
  'disableTwoFactor',
  'createRecoveryCodes',
  'startPasskey',
  'addPasskey',
  'removePasskey',
]);

function asksItself(operation: Operation, { settings }: MemoryBackendOptions): boolean {
  const purpose = operation === 'startPasskey' ? 'addPasskey' : operation;
  const asks: Readonly<Record<string, boolean | undefined>> = settings?.stepUp?.operations ?? {};
  return guarded.has(operation) && asks[purpose] !== false;
}

/** Asks for a proof that the rules give, for an operation that needs none by itself. */
function askForProof({ people }: MemoryBackendOptions): AccountError {
  const kind = people?.[0]?.password === null ? 'sign_in' : 'password';
  return new AccountError('step_up_required', {
    stepUp: { purpose: 'deleteAccount', methods: [{ kind }] },
  });
}

function failureOf(
  operation: Operation,
  weather: Weather,
  options: MemoryBackendOptions,
): AccountError | null {
  if (isRead(operation)) return null;
  switch (weather.failure) {
    case 'validation': {
      const field = refused[operation];
      if (!field) return null;
      const [pointer, code] = field;
      return new AccountError('validation_failed', {
        errors: [{ pointer, code: code as 'malformed', params: {} }],
      });
    }
    case 'step-up':
      if (isProof(operation) || isList(operation) || asksItself(operation, options)) return null;
      if (!weather.proved) return askForProof(options);
      weather.proved = false;
      return null;
    case 'rate-limit':
      return isList(operation) ? null : new AccountError('rate_limited', { retryAfterSeconds: 47 });
    case 'server-error':
      return new AccountError('unavailable');
    case 'offline':
      return new AccountError('offline');
    // A conflict needs no failure: `underWeather` lets somebody else save first.
    case 'conflict':
    case 'none':
      return null;
  }
}

/** The options of a memory backend under which the toolbar's latency and failure come after those of the story. */
export function conditionsUnder(weather: Weather, options: MemoryBackendOptions): Conditions {
  const { fail, latencyMilliseconds = 0 } = options;
  return {
    latencyMilliseconds: (operation) => {
      const own =
        typeof latencyMilliseconds === 'function'
          ? latencyMilliseconds(operation)
          : latencyMilliseconds;
      return Math.max(own, weather.latency);
    },
    fail: (operation, input) => fail?.(operation, input) ?? failureOf(operation, weather, options),
  };
}

/** What needs more than a refusal: a proof that lets the next call through, and somebody who saves at the same time. */
export function underWeather(backend: MemoryBackend, weather: Weather): MemoryBackend {
  const updateProfile: AccountBackend['updateProfile'] = async (input, options) => {
    weather.overtaken = weather.failure === 'conflict' && !weather.overtaken;
    if (weather.overtaken) await saveElsewhere(backend);
    return backend.updateProfile(input, options);
  };
  return {
    ...backend,
    updateProfile,
    async stepUp(input, options) {
      const answer = await backend.stepUp(input, options);
      weather.proved = true;
      return answer;
    },
  };
}

let saves = 0;

/** The same person changes the profile in another browser, by the real rules. */
async function saveElsewhere(backend: MemoryBackend): Promise<void> {
  const { account } = await backend.getAccount();
  const other = backend.openBrowser();
  await other.signIn(account.id);
  await other.updateProfile({ nickname: `Saved elsewhere ${++saves}` });
}
