import type { Account } from '../contract/account.ts';
import { AccountError, type AccountErrorDetails } from '../contract/account-error.ts';
import { errorStatus, Problem, type ErrorCode } from '../contract/errors.ts';
import { parseInput } from '../contract/validation.ts';

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

function details(problem: Problem, retryAfter: string | null): AccountErrorDetails {
  const retryAfterSeconds = problem.retryAfterSeconds ?? Number(retryAfter ?? Number.NaN);
  return {
    errors: (problem.errors ?? []).map(({ pointer, code, params }) => ({
      pointer,
      code,
      params: params ?? {},
    })),
    ...(retryAfterSeconds >= 0 ? { retryAfterSeconds } : {}),
    ...(problem.stepUp === undefined ? {} : { stepUp: problem.stepUp }),
    ...(problem.reason === undefined ? {} : { reason: problem.reason }),
    ...(isAccount(problem.account) ? { account: problem.account } : {}),
  };
}

/** A refusal as the error that the server meant; `unexpected` when it is none that this version knows. */
function refusal({ status, text, retryAfter }: Received): AccountError {
  const problem = parseInput(Problem, parseJson(text));
  if ('value' in problem && Object.hasOwn(errorStatus, problem.value.code)) {
    return new AccountError(problem.value.code as ErrorCode, details(problem.value, retryAfter));
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
