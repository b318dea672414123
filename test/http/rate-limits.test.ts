import { describe, expect, test } from 'vitest';
import { rateLimitHeaders } from '../../src/server/http/rate-limits.ts';
import { password, serve } from './served.ts';

describe('an answer with 429', () => {
  test('says when to come back, in three ways', async () => {
    const served = await serve();
    const person = served.browser();
    await person.signUp();
    let reply = await person.call('POST', '/step-up', { purpose: 'deleteAccount', password: 'no' });
    for (let time = 0; time < 10; time += 1) {
      reply = await person.call('POST', '/step-up', { purpose: 'deleteAccount', password: 'no' });
    }
    expect(reply.status).toBe(429);
    const seconds = String(reply.json['retryAfterSeconds']);
    expect(reply.headers).toMatchObject({
      'retry-after': seconds,
      'ratelimit-policy': '"proofs-300";q=10;w=300',
      ratelimit: `"proofs-300";r=0;t=${seconds}`,
    });
    served.clock.forward(Number(seconds));
    expect((await person.prove('deleteAccount')).status).toBe(200);
  });

  test('is the only one that has these fields', async () => {
    const person = (await serve()).browser();
    const replies = [
      await person.signUp(),
      await person.call('GET', '/users/me'),
      await person.call('POST', '/step-up', { purpose: 'deleteAccount', password: 'no' }),
      await person.call('DELETE', '/users/me'),
    ];
    for (const { headers } of replies) {
      expect([headers['ratelimit'], headers['ratelimit-policy'], headers['retry-after']]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
    }
  });

  test('can be read by the pages of a trusted origin', async () => {
    const trusted = 'https://admin.example';
    const served = await serve({
      trustedOrigins: [trusted],
      limits: { addresses: [{ count: 1, seconds: 60 }] },
    });
    const page = served.browser({ origin: trusted });
    await page.call('POST', '/password/forgot', { email: 'ada@example.com' });
    const reply = await page.call('POST', '/password/forgot', { email: 'ada@example.com' });
    expect(reply.status).toBe(429);
    const exposed = String(reply.headers['access-control-expose-headers'])
      .toLowerCase()
      .split(', ');
    expect(exposed).toEqual(
      expect.arrayContaining(['retry-after', 'ratelimit', 'ratelimit-policy']),
    );
  });

  test('names the window that the wait fits in', () => {
    const limits = {
      proofs: [{ count: 10, seconds: 300 }],
      proofsInARow: 100,
      addresses: [{ count: 100, seconds: 3600 }],
      signUps: [],
      mails: [
        { count: 10, seconds: 3600 },
        { count: 1, seconds: 60 },
      ],
    };
    const policy = '"mails-60";q=1;w=60, "mails-3600";q=10;w=3600';
    expect(rateLimitHeaders('resendEmailChange', limits, 59.2)).toEqual({
      'ratelimit-policy': policy,
      ratelimit: '"mails-60";r=0;t=60',
    });
    expect(rateLimitHeaders('resendEmailChange', limits, 61)).toEqual({
      'ratelimit-policy': policy,
      ratelimit: '"mails-3600";r=0;t=61',
    });
    expect(rateLimitHeaders('signIn', limits, 400)).toMatchObject({
      ratelimit: '"addresses-3600";r=0;t=400',
    });
    for (const name of ['getAccount', 'toString', '']) {
      expect(rateLimitHeaders(name, limits, 1)).toEqual({});
    }
  });
});

describe('limits for an address', () => {
  const limits = { addresses: [{ count: 2, seconds: 300 }] };
  const guess = { email: 'nobody@example.com', password };

  test('are those of the block behind the configured proxies, however it is written', async () => {
    const served = await serve({ limits, proxies: 1 });
    const from = async (header: string): Promise<number> => {
      const browser = served.browser({ 'x-forwarded-for': header });
      return (await browser.call('POST', '/login', guess)).status;
    };
    expect(await from('2001:db8:0:7::1')).toBe(422);
    expect(await from('6.6.6.6, [2001:DB8:0:7:ffff:0:0:2]:443')).toBe(422);
    expect(await from('2001:db8:0:7:1:2:3:4')).toBe(429);
    expect(await from('2001:0db8:0000:0007::')).toBe(429);
    expect(await from('2001:db8:0:8::1')).toBe(422);
    expect(await from('203.0.113.5')).toBe(422);
    expect(await from('::ffff:203.0.113.5')).toBe(422);
    expect(await from('::ffff:cb00:7105')).toBe(429);
  });

  test('cannot be escaped by headers where nobody is trusted', async () => {
    const served = await serve({ limits });
    const statuses: number[] = [];
    for (const address of ['1.1.1.1', '2.2.2.2', '3.3.3.3']) {
      const headers = {
        'x-forwarded-for': address,
        'x-real-ip': address,
        forwarded: `for=${address}`,
        'cf-connecting-ip': address,
        'true-client-ip': address,
      };
      statuses.push((await served.browser(headers).call('POST', '/login', guess)).status);
    }
    expect(statuses).toEqual([422, 422, 429]);
  });

  test('are shared by everybody whose address is not known: none is no way around them', async () => {
    const served = await serve({ limits, proxies: 2 });
    const statuses: number[] = [];
    for (const header of ['1.1.1.1', 'unknown, 10.0.0.1', '']) {
      const browser = served.browser({ 'x-forwarded-for': header });
      statuses.push((await browser.call('POST', '/login', guess)).status);
    }
    expect(statuses).toEqual([422, 422, 429]);
  });
});
