import type { AccountAnswer, DoneAnswer } from '../../contract/account.ts';
import type { HttpAnswer } from './exchange.ts';
import { personalHeaders } from './headers.ts';

/** What a success answers: the account or that it is done, and the cookies that come with it. */
export interface Outcome {
  answer: AccountAnswer | DoneAnswer;
  cookies: readonly string[];
}

const none: readonly string[] = [];

/** The account as JSON, with its version as the entity tag; or that it is done. */
export function jsonAnswer(answer: AccountAnswer | DoneAnswer, cookies = none): HttpAnswer {
  const headers: Record<string, string> = {
    ...personalHeaders,
    'content-type': 'application/json; charset=utf-8',
  };
  if (!('account' in answer)) {
    return { status: 200, headers, cookies, body: JSON.stringify(answer) };
  }
  headers['etag'] = `"${answer.account.version}"`;
  // Only the account: what an operation answers beside it (a grant) is for a cookie.
  return { status: 200, headers, cookies, body: JSON.stringify({ account: answer.account }) };
}
