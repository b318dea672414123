/** What came of a request: null when it went well, else what the server says went wrong. */
export interface Problem {
  code: string;
  field: string | null;
}

async function post(path: string, body?: object): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
}

/** Sends something; null when it went well. */
export async function send(path: string, body?: object): Promise<Problem | null> {
  const response = await post(path, body);
  if (response.ok) return null;
  const problem = (await response.json()) as { code: string; errors?: { code: string }[] };
  return { code: problem.code, field: problem.errors?.[0]?.code ?? null };
}

/** Asks for something; null when it was refused. */
export async function ask<Answer>(path: string): Promise<Answer | null> {
  const response = await post(path);
  return response.ok ? ((await response.json()) as Answer) : null;
}
