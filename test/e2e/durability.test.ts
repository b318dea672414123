import { expect, test } from 'vitest';
import { startExample, lateParts } from '../support/example.ts';

const example = startExample();

interface Answer {
  account: { version: number; profile: { nickname: { value: string | null } } };
}

test('finds every acknowledged write after a kill -9', async () => {
  const { server } = example;
  example.allow(lateParts);
  // What a page was fetching when the server died.
  example.allow(/ERR_CONNECTION_(RESET|REFUSED)/);
  const people = await Promise.all([1, 2, 3, 4].map((it) => example.register(`Person ${it}`)));
  const visitors = await Promise.all(people.map((person) => example.signIn(person)));

  const written: Record<string, string> = {};
  const write = async (index: number): Promise<void> => {
    const { request } = visitors[index]!.context;
    for (let turn = 1; ; turn += 1) {
      const nickname = `turn ${turn}`;
      const response = await request
        .put('/api/auth/users/me', { data: { nickname }, headers: { origin: server.origin } })
        .catch(() => null);
      if (response?.status() !== 200) return;
      written[people[index]!.email] = nickname;
    }
  };
  const writers = people.map((_, index) => write(index));
  await expect.poll(() => Object.values(written).length).toBe(people.length);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await server.stop('SIGKILL');
  await Promise.all(writers);

  await server.start();
  for (const [index, { email }] of people.entries()) {
    const { page, context } = visitors[index]!;
    const response = await context.request.get('/api/auth/users/me');
    const { account } = (await response.json()) as Answer;
    const [acknowledged, stored] = [written[email], account.profile.nickname.value].map((turn) =>
      Number(turn?.slice('turn '.length)),
    );
    // The last write may have been stored without its answer having arrived.
    expect([acknowledged, acknowledged! + 1]).toContain(stored);
    await page.reload();
    await page.getByText(email).waitFor();
    expect(await page.getByLabel('Nickname').inputValue()).toBe(`turn ${stored}`);
  }
});
