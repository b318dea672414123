import { inspect } from 'node:util';
import type { Mail, RequestRecord } from 'selvedge/server';
import { openStage, performers, prove, type Stage } from '../http/route-stage.ts';
import { routeTable } from '../http/route-table.ts';
import { type Browser, password, type Reply } from '../http/served.ts';

/** The key of the server, which nothing may show. */
export const key = 'canary-key-4b7d19c2-never-to-be-seen';

/** What came out of the server while one operation was performed, refused and repeated. */
export interface Walk {
  /** What nobody but its owner may see, and how it is looked for. */
  secrets: readonly string[];
  /** Which of them stand in links: in the mail to one person, and nowhere else. */
  tokens: readonly string[];
  /** Text that the server wrote, by where: logs, errors, refusals, addresses. */
  written: Readonly<Record<'log' | 'problems' | 'refusals' | 'urls', string>>;
  mails: readonly Mail[];
  statuses: readonly number[];
}

interface Watched {
  secrets: Set<string>;
  replies: Reply[];
  urls: string[];
}

const headersOf = ({ headers }: Reply): string =>
  JSON.stringify({ ...headers, 'set-cookie': undefined });

function noteReply({ secrets, replies }: Watched, reply: Reply): void {
  replies.push(reply);
  const { setUp, recoveryCodes, options } = reply.json as {
    setUp?: { secret: string };
    recoveryCodes?: string[];
    options?: { challenge: string } | null;
  };
  if (setUp) secrets.add(setUp.secret);
  for (const code of recoveryCodes ?? []) secrets.add(code).add(code.replace('-', ''));
  if (options) secrets.add(options.challenge);
}

/** Has everything that a browser sends and gets noted. */
function watch(browser: Browser, watched: Watched): Browser {
  const call = browser.call.bind(browser);
  for (const value of browser.cookies.values()) watched.secrets.add(value);
  browser.call = async (method, path, input, more) => {
    const reply = await call(method, path, input, more);
    watched.urls.push(path);
    noteReply(watched, reply);
    for (const value of browser.cookies.values()) watched.secrets.add(value);
    for (const code of Object.values((input ?? {}) as Record<string, unknown>)) {
      if (typeof code === 'string' && /^\d{6}$/.test(code)) watched.secrets.add(code);
    }
    return reply;
  };
  return browser;
}

function watchStage(stage: Stage, watched: Watched): void {
  watch(stage.person, watched);
  watch(stage.stranger, watched);
  const open = stage.served.browser;
  stage.served.browser = (headers) => watch(open(headers), watched);
}

/** Performs one operation with everything before it, repeats it and has it refused, on a store of its own. */
export async function walkWithCanaries(
  name: string,
  parts: Parameters<typeof openStage>[0],
): Promise<Walk> {
  const records: RequestRecord[] = [];
  const problems: unknown[] = [];
  const stage = await openStage({
    ...parts,
    logger: { log: (record) => void records.push(record) },
    onError: (problem) => void problems.push(problem),
  });
  const watched: Watched = {
    secrets: new Set([password, 'another lighthouse keeper', 'wrong password 8a1f', key]),
    replies: [],
    urls: [],
  };
  watchStage(stage, watched);
  const { prepare, call, try: attempt = call } = performers[name] ?? {};
  const known = (await prepare?.(stage)) ?? '';
  const { stepUp } = routeTable[name] ?? {};
  if (stepUp) await prove(stage, stepUp);
  for (const run of [call, call, attempt]) await run?.(stage, known);
  await stage.person.call('POST', '/step-up', {
    purpose: 'deleteAccount',
    password: 'wrong password 8a1f',
  });
  while ((await stage.served.server.deliverDue()) > 0);
  const { mails } = stage.served;
  const tokens = mails.flatMap(({ text }) => text.match(/(?<=#token=)[\w-]+/g) ?? []);
  for (const { text } of mails) {
    for (const [code] of text.matchAll(/(?<=^|\s)\d{6}(?=\s|$)/gm)) watched.secrets.add(code);
  }
  const { replies } = watched;
  return {
    secrets: [...watched.secrets, ...tokens],
    tokens: [...new Set(tokens)],
    written: {
      log: JSON.stringify(records),
      problems: problems.map((problem) => inspect(problem, { depth: 20 })).join('\n'),
      refusals: replies
        .filter(({ status }) => status >= 400)
        .map((reply) => reply.text + headersOf(reply))
        .join('\n'),
      urls: [...watched.urls, ...replies.map(headersOf)].join('\n'),
    },
    mails,
    statuses: replies.map(({ status }) => status),
  };
}

/** Those of the secrets that stand in a text; a short code counts where it stands by itself. */
export function findSecrets(text: string, secrets: readonly string[]): string[] {
  return secrets.filter((secret) =>
    secret.length > 6
      ? text.includes(secret)
      : new RegExp(`(?<![\\w.-])${secret}(?![\\w-])`).test(text),
  );
}
