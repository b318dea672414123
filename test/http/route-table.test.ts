import { describe, expect, test, vi } from 'vitest';
import { operations, sessionOperations } from '../../src/contract/operations.ts';
import { type RateClass, rateClasses } from '../../src/server/http/rate-limits.ts';
import { openStage, perform, performers, prove, type Stage } from './route-stage.ts';
import { type RouteRow, routeTable } from './route-table.ts';
import type { Reply } from './served.ts';
import { serve } from './served.ts';

const rows = Object.entries(routeTable);
const rowsOf = (fits: (row: RouteRow) => boolean): [string, RouteRow][] =>
  rows.filter(([, row]) => fits(row));

/** Method and path of a route, with ids that nobody has. */
function target({ route }: RouteRow): [method: string, path: string] {
  const [method = '', template = ''] = route.split(' ');
  return [method, template.replace(/\{\w+\}/g, 'no-such-id')];
}

/** Kinds of everything in the outbox, by the id of the delivery. */
function deliveries({ served }: Stage): Map<string, string> {
  const { deliveries: kept } = JSON.parse(served.store.dump()) as { deliveries: unknown };
  const found = JSON.stringify(kept).matchAll(
    /"id":"([^"]+)","accountId":[^,]+,"kind":"([a-z_]+)"/g,
  );
  return new Map([...found].map(([, id = '', kind = '']) => [id, kind]));
}

describe('the route table', () => {
  test('has every route that the server has, and no other', async () => {
    const { server } = await serve();
    const served = server.routes.map(({ method, template, name }) => [
      name,
      `${method} ${template}`,
    ]);
    expect(Object.fromEntries(served)).toEqual(
      Object.fromEntries(rows.map(([name, { route }]) => [name, route])),
    );
    expect(served).toHaveLength(rows.length);
    expect(Object.keys(performers).sort()).toEqual(Object.keys(routeTable).sort());
  });

  test('has every operation of the contract', () => {
    const named = [...Object.keys(operations), ...Object.keys(sessionOperations)];
    expect(Object.keys(routeTable)).toEqual(expect.arrayContaining(named));
  });

  test('has the classes of limits that the server tells of', () => {
    for (const [name, { rate }] of rows) {
      const told = (rateClasses as Record<string, readonly RateClass[] | undefined>)[name] ?? [];
      expect([name, [...told].sort()]).toEqual([name, [...rate].sort()]);
    }
  });

  test('and the server of a host with its own sessions has all of it but signing in', async () => {
    const { server } = await serve({ identify: () => null });
    const without = Object.keys(sessionOperations);
    expect(server.routes.map(({ name }) => name).sort()).toEqual(
      Object.keys(routeTable)
        .filter((name) => !without.includes(name))
        .sort(),
    );
  });
});

describe('who may call', () => {
  test.each(rowsOf(({ caller }) => caller === 'session'))(
    '%s: only the signed-in person',
    async (_name, row) => {
      const served = await serve({
        // What a host's middleware leaves on the request is nobody's session here.
        before: (app) =>
          void app.use((request, _response, next) => {
            Object.assign(request, { user: { id: 'ada' }, auth: { userId: 'ada' }, session: {} });
            next();
          }),
      });
      const [method, path] = target(row);
      for (const headers of [
        {},
        { authorization: 'Bearer x' },
        { 'x-user-id': 'ada', 'x-forwarded-user': 'ada', 'selvedge-account': 'ada' },
        { cookie: `selvedge-session=${'a'.repeat(43)}x; selvedge-device=${'a'.repeat(43)}` },
      ]) {
        const reply = await served
          .browser(headers)
          .call(method, `${path}?userId=ada`, { userId: 'ada' });
        const code = 'cookie' in headers ? 'session_ended' : 'not_signed_in';
        expect([headers, reply.status, reply.json['code']]).toEqual([headers, 401, code]);
        expect(reply.cookies).toEqual([]);
      }
    },
  );

  test.each(rowsOf(({ caller }) => caller === 'link'))(
    '%s: only who holds the token of a mail',
    async (_name, row) => {
      const { person, stranger } = await openStage();
      const [method, path] = target(row);
      const sent = { token: 'x'.repeat(43), newPassword: 'another lighthouse keeper' };
      const input = row.route.includes('password') ? sent : { token: sent.token };
      for (const browser of [person, stranger]) {
        const reply = await browser.call(method, path, input);
        expect([reply.status, reply.json['code']]).toEqual([410, 'link_invalid']);
      }
    },
  );

  test.each(rowsOf(({ caller }) => caller === 'anyone'))('%s: anyone', async (name) => {
    expect((await perform(name, await openStage())).status).toBe(200);
  });
});

describe('a page of another site', () => {
  const foreign = [
    { origin: 'https://evil.test' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ];

  test.each(rows)('%s', async (_name, row) => {
    const { served, person } = await openStage();
    const [method, path] = target(row);
    const before = served.store.dump();
    for (const headers of foreign) {
      const page = served.browser(headers);
      for (const [name, value] of person.cookies) page.cookies.set(name, value);
      const reply = await page.call(method, path);
      if (row.crossSite === 'refused') expect(reply.json['code']).toBe('cross_site');
      else expect(reply.status).not.toBe(403);
      const readable = Object.keys(reply.headers).filter((name) =>
        name.startsWith('access-control'),
      );
      expect([reply.cookies, readable]).toEqual([[], []]);
      expect(reply.headers['cross-origin-resource-policy']).toBe('same-origin');
    }
    expect(served.store.dump()).toBe(before);
  });
});

describe('without a proof', () => {
  test.each(rowsOf(({ stepUp }) => stepUp !== null))('%s is refused', async (name, row) => {
    const stage = await openStage();
    const { prepare, call } = performers[name] ?? {};
    const known = (await prepare?.(stage)) ?? '';
    stage.person.cookies.forEach((_value, cookie) => {
      if (cookie.includes('grant')) stage.person.cookies.delete(cookie);
    });
    const before = stage.served.store.dump();
    const reply = await call?.(stage, known);
    expect([reply?.status, reply?.json]).toMatchObject([
      401,
      { code: 'step_up_required', stepUp: { purpose: row.stepUp } },
    ]);
    expect(stage.served.store.dump()).toBe(before);
  });
});

describe('a success', () => {
  const cookieNames: Record<RouteRow['cookies'], RegExp | null> = {
    none: null,
    'starts a session': /^__Host-selvedge-(session|device)=[\w-]{43};/,
    'ends the session': /^__Host-selvedge-(session|device|grant-\w+)=; .*Max-Age=0/,
    'hands a grant': /^__Host-selvedge-grant-\w+=[\w-]{43};/,
    'uses a grant': /^__Host-selvedge-grant-\w+=; .*Max-Age=0/,
  };

  test.each(rows)('of %s does and says what its row has', async (name, row) => {
    const stage = await openStage();
    const queued = new Set<string>();
    const performer = performers[name];
    const reply = await perform(name, {
      ...stage,
      get events() {
        // Read last before the call itself.
        for (const id of deliveries(stage).keys()) queued.add(id);
        return stage.events;
      },
    });
    expect([name, reply.status, reply.text.slice(0, 200)]).toMatchObject([
      name,
      200,
      expect.anything(),
    ]);
    expect(performer).toBeDefined();

    expect(reply.headers['cache-control']).toBe(
      row.cache === 'never' ? 'no-store' : 'public, max-age=31536000, immutable',
    );
    const shape = cookieNames[row.cookies];
    if (shape === null) expect(reply.cookies).toEqual([]);
    else expect(reply.cookies.length).toBeGreaterThan(0);
    for (const cookie of reply.cookies) expect(cookie).toMatch(shape ?? /^$/);

    const mails = deliveries(stage);
    const { claimDeliveries } = stage.served.store;
    stage.served.store.claimDeliveries = async (claim) => {
      const claimed = await claimDeliveries(claim);
      for (const { id, kind } of claimed) mails.set(id, kind);
      return claimed;
    };
    // What is delivered may queue a mail.
    while ((await stage.served.server.deliverDue()) > 0);
    const kinds = [...mails].filter(([id]) => !queued.has(id)).map(([, kind]) => kind);
    expect(kinds.sort()).toEqual([...row.mails].sort());
    const audit = row.audit === null ? [] : [row.audit];
    await vi.waitFor(() => expect(stage.events.map(({ event }) => event)).toEqual(audit));
  });
});

describe('too many tries', () => {
  const off = { proofs: [], addresses: [], signUps: [], mails: [] };
  const few = [{ count: 4, seconds: 60 }];
  const each = rows.flatMap(([name, { rate }]) =>
    rate.map((rateClass) => [name, rateClass] as const),
  );

  async function hammer(name: string, stage: Stage): Promise<Reply[]> {
    const { prepare, call, try: attempt = call } = performers[name] ?? {};
    const known = (await prepare?.(stage)) ?? '';
    const { stepUp } = routeTable[name] ?? {};
    if (stepUp) await prove(stage, stepUp);
    stage.served.clock.forward(61);
    const replies: Reply[] = [];
    for (let time = 0; time < 6; time += 1) replies.push((await attempt?.(stage, known)) as Reply);
    return replies;
  }

  test.each(each)('of %s are refused by the limit for %s', async (name, rateClass) => {
    const stage = await openStage({
      limits: { ...off, [rateClass]: few },
      stepUp: { emailCode: true, reuse: true },
    });
    const replies = await hammer(name, stage);
    const statuses = replies.map(({ status }) => status);
    expect([statuses.slice(0, 4).includes(429), statuses.slice(4)]).toEqual([false, [429, 429]]);
    const { headers, json } = replies.at(-1) as Reply;
    expect(json['code']).toBe('rate_limited');
    expect(headers['ratelimit-policy']).toBe(`"${rateClass}-60";q=4;w=60`);
    expect(headers['retry-after']).toBe(String(json['retryAfterSeconds']));
  });

  test.each(rowsOf(({ rate }) => rate.length === 0))('of %s are nobody’s count', async (name) => {
    const stage = await openStage({
      limits: { proofs: few, addresses: few, signUps: few, mails: few },
      stepUp: { reuse: true },
    });
    for (const { status } of await hammer(name, stage)) expect(status).not.toBe(429);
  });
});
