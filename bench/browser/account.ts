/** Full name in the recorded account; a page is usable once a field that can be typed in shows it. */
export const recordedName = 'Ada Lovelace';

/**
 * What the measured pages are answered, as JSON by path: recorded from the package's own rules, so that it is what a
 * server of this version says.
 */
export async function recordAnswers(): Promise<ReadonlyMap<string, string>> {
  // Not before the package is built.
  const { createMemoryBackend } = await import('selvedge/memory');
  const person = {
    id: 'a4c2ff12-7c9c-4b3f-9d3a-3f1f2f5c8d11',
    email: 'ada@example.com',
    password: 'violet lanterns by the old harbour',
    name: recordedName,
    username: 'ada',
    givenName: 'Ada',
    familyName: 'Lovelace',
    nickname: 'Countess',
    language: 'en-GB',
  };
  const backend = createMemoryBackend({ people: [person] });
  const answers = {
    '/api/auth/users/me': await backend.getAccount(),
    '/api/auth/users/me/sessions': await backend.listSessions(),
    '/api/auth/users/me/activity': await backend.listActivity({}),
  };
  return new Map(Object.entries(answers).map(([path, answer]) => [path, JSON.stringify(answer)]));
}
