/** What the server says went wrong; null when nothing did. */
export async function send(
  path: string,
  body?: object,
): Promise<{ code: string; field: string | null } | null> {
  const response = await fetch(path, {
    method: 'POST',
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  if (response.ok) return null;
  const problem = (await response.json()) as { code: string; errors?: { code: string }[] };
  return { code: problem.code, field: problem.errors?.[0]?.code ?? null };
}
