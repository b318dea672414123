import type { Account } from '../contract/account.ts';
import { AccountError, type AccountErrorDetails } from '../contract/account-error.ts';
import {
  errorStatus,
  type FieldError,
  type ServerErrorCode,
  type StepUpChallenge,
} from '../contract/errors.ts';

/** What came back, whatever carried it. */
export interface Received {
  status: number;
  text: string;
  /** The value of `Retry-After`, where one came. */
  retryAfter: string | null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

const parts = ['profile', 'email', 'password', 'avatarLimits', 'identities', 'abilities'];

function isAccount(value: unknown): value is Account {
  return (
    isObject(value) &&
    typeof value['id'] === 'string' &&
    typeof value['version'] === 'number' &&
    parts.every((part) => isObject(value[part]))
  );
}

/** What is a list, or nothing. */
function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isFieldError(value: unknown): value is FieldError {
  return (
    isObject(value) && typeof value['pointer'] === 'string' && typeof value['code'] === 'string'
  );
}

function isChallenge(value: unknown): value is StepUpChallenge {
  return (
    isObject(value) &&
    typeof value['purpose'] === 'string' &&
    listOf(value['methods']).every((one) => isObject(one) && typeof one['kind'] === 'string')
  );
}

/** What a refusal says beside its code; what does not fit is left out. */
function details(problem: Record<string, unknown>, retryAfter: string | null): AccountErrorDetails {
  const { errors, stepUp, reason, account } = problem;
  const retryAfterSeconds = Number(problem['retryAfterSeconds'] ?? retryAfter ?? Number.NaN);
  return {
    errors: listOf(errors)
      .filter(isFieldError)
      .map(({ pointer, code, params }) => ({
        pointer,
        code,
        params: isObject(params) ? params : {},
      })),
    ...(retryAfterSeconds >= 0 ? { retryAfterSeconds } : {}),
    ...(isChallenge(stepUp) ? { stepUp } : {}),
    ...(typeof reason === 'string' ? { reason } : {}),
    ...(isAccount(account) ? { account } : {}),
  };
}

/** A refusal as the error that the server meant; `unexpected` when it is none that this version knows. */
function refusal({ status, text, retryAfter }: Received): AccountError {
  const problem = parseJson(text);
  if (isObject(problem) && Object.hasOwn(errorStatus, String(problem['code']))) {
    return new AccountError(problem['code'] as ServerErrorCode, details(problem, retryAfter));
  }
  return new AccountError('unexpected', { cause: new Error(`HTTP status ${status}`) });
}

/**
 * The answer of an operation; throws what the server refused with. That an account is one is told by its parts: to judge
 * each of their fields once more costs a page more time than all the rest of the answer.
 */
export function readAnswer(received: Received): object {
  const { status, text } = received;
  if (status < 200 || status > 299) throw refusal(received);
  const answer = parseJson(text);
  if (isObject(answer) && ('account' in answer ? isAccount(answer['account']) : answer['done'])) {
    return answer;
  }
  throw new AccountError('unexpected', { cause: new Error('The answer carries no account.') });
}
