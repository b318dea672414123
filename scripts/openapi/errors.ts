import { errorStatus, type ServerErrorCode } from '../../src/contract/errors.ts';
import type {
  Operation,
  OperationName,
  SessionOperationName,
} from '../../src/contract/operations.ts';
import { inputs } from '../../src/contract/schemas.ts';
import { rateClasses } from '../../src/server/http/rate-limits.ts';
import { type Json, reference } from './schemas.ts';

/** The name of an operation. */
export type Name = OperationName | SessionOperationName;

type Judge = (operation: Operation, name: Name) => boolean;

const isWrite: Judge = ({ method }) => method !== 'GET';
const ofSession: Judge = ({ caller }) => caller === 'session';
const ofLink: Judge = ({ caller }) => caller === 'link';
const only =
  (...names: readonly Name[]): Judge =>
  (_operation, name) =>
    names.includes(name);

/** Which errors an operation can answer, by what its row says. */
const appliesTo: Record<ServerErrorCode, Judge> = {
  unreadable: isWrite,
  not_signed_in: ofSession,
  session_ended: ofSession,
  second_factor_required: only('signIn'),
  step_up_required: (operation, name) =>
    operation.stepUp !== undefined || name === 'stepUp' || name === 'startStepUp',
  cross_site: isWrite,
  not_allowed: only(
    'changePassword',
    'startStepUp',
    'stepUp',
    'resendVerification',
    'requestPasswordReset',
    'resetPassword',
    'setUpTotp',
    'enableTotp',
    'disableTwoFactor',
    'createRecoveryCodes',
    'startPasskey',
    'addPasskey',
    'renamePasskey',
    'removePasskey',
    'listSessions',
    'endSession',
    'endOtherSessions',
    'reportActivity',
    'startPasskeySignIn',
    'signInWithPasskey',
  ),
  password_locked: only('signIn', 'stepUp', 'changePassword'),
  not_found: ofSession,
  method_not_allowed: () => false,
  username_taken: only('updateProfile'),
  email_taken: only('requestEmailChange', 'signUp', 'confirmEmailChange', 'reportEmailChange'),
  account_switched: ofSession,
  link_invalid: ofLink,
  link_expired: ofLink,
  link_used: ofLink,
  version_conflict: ({ conditional }) => conditional === true,
  too_large: isWrite,
  unsupported_media_type: isWrite,
  validation_failed: (operation, name) =>
    operation.method !== 'GET' || (inputs[name] ?? null) !== null,
  rate_limited: (_operation, name) => rateClasses[name] !== undefined,
  unavailable: () => true,
};

const text = { schema: { type: 'string' } };
const headersByStatus: Record<number, Json> = {
  401: {
    'WWW-Authenticate': {
      description: 'With `step_up_required` as RFC 9470 has it: insufficient_user_authentication',
      ...text,
    },
  },
  429: {
    'Retry-After': { description: 'Seconds', ...text },
    'RateLimit-Policy': {
      description: 'Quotas that the operation counts in, draft-ietf-httpapi-ratelimit-headers-11',
      ...text,
    },
    RateLimit: { description: 'The quota that is used up, and the seconds to wait', ...text },
  },
  503: { 'Retry-After': { description: 'Seconds, where they are known', ...text } },
};

/** The body of every refusal. */
export const problemContent = {
  'application/problem+json': { schema: { $ref: reference('Problem') } },
};

/** One answer of refusal. */
export function problemResponse(status: number, codes: readonly ServerErrorCode[]): Json {
  const headers = headersByStatus[status];
  return {
    description: codes.join(', '),
    ...(headers === undefined ? {} : { headers }),
    content: problemContent,
  };
}

/** Every refusal of an operation, by status. */
export function errorResponses(name: Name, operation: Operation): Record<string, Json> {
  const byStatus = new Map<number, ServerErrorCode[]>();
  for (const [code, status] of Object.entries(errorStatus) as [ServerErrorCode, number][]) {
    if (!appliesTo[code](operation, name)) continue;
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [String(status), problemResponse(status, codes)]),
  );
}
