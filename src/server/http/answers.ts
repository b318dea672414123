import type { Account } from '../../contract/account.ts';
import type { HttpAnswer } from './exchange.ts';
import { personalHeaders } from './headers.ts';

/** What a success answers, as the contract has it. */
export interface Answer {
  account?: Account;
  [part: string]: unknown;
}

/** A success: its answer, and the cookies that come with it. */
export interface Outcome {
  answer: Answer;
  cookies: readonly string[];
}

const none: readonly string[] = [];

/** An answer as JSON; where it carries the account, with its version as the entity tag. */
export function jsonAnswer(answer: Answer, cookies = none, status = 200): HttpAnswer {
  const headers: Record<string, string> = {
    ...personalHeaders,
    'content-type': 'application/json; charset=utf-8',
  };
  if (answer.account !== undefined) headers['etag'] = `"${answer.account.version}"`;
  return { status, headers, cookies, body: JSON.stringify(answer) };
}
