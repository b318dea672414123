import type { Operation } from '../contract/operations.ts';

/** Where an input goes. */
export interface Target {
  /** Below the base, with the query. */
  path: string;
  /** What is sent as JSON; undefined sends nothing. */
  body: unknown;
}

/** Spreads an input over path, query and body as the table has it. */
export function toTarget({ method, path, body }: Operation, input: unknown): Target {
  const isRead = method === 'GET';
  const hasId = path.includes('{id}');
  if (!isRead && !hasId) return { path, body: input };
  const { id, ...rest } = (input ?? {}) as Record<string, unknown>;
  // An id of dots, or none, would make another path of it: it becomes one that nobody has.
  const segment = encodeURIComponent(String(id)).replace(/^\.*$/, '-');
  const target = path.replace('{id}', segment);
  if (!isRead) return { path: target, body: body === 'json' ? rest : undefined };
  // By way of JSON, so that what is undefined is left out as it is in a body.
  const query = new URLSearchParams(JSON.parse(JSON.stringify(rest)) as Record<string, string>);
  const text = String(query);
  return { path: text ? `${target}?${text}` : target, body: undefined };
}
