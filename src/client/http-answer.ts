import { Account } from '../contract/account.ts';
import { AccountError, type AccountErrorDetails } from '../contract/account-error.ts';
import { errorStatus, Problem, type ErrorCode } from '../contract/errors.ts';
import type { Operation } from '../contract/operations.ts';
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

function details(problem: Problem, retryAfter: string | null): AccountErrorDetails {
  const account = parseInput(Account, problem.account);
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
    ...('value' in account ? { account: account.value } : {}),
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

/** The answer of an operation, judged by the contract; throws what the server refused with. */
export function readAnswer(operation: Operation, received: Received): unknown {
  const { status, text } = received;
  if (status < 200 || status > 299) throw refusal(received);
  const answer = parseInput(operation.output, parseJson(text));
  if ('value' in answer) return answer.value;
  throw new AccountError('unexpected', {
    cause: new Error(`The answer lacks ${answer.errors.map(({ pointer }) => pointer).join(', ')}`),
  });
}
