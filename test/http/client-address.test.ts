import { describe, expect, test } from 'vitest';
import { createFindAddress } from '../../src/server/http/client-address.ts';

const find = (proxies: number, header: string | undefined, peer: string | null = '10.0.0.1') =>
  createFindAddress({ proxies, clientAddress: undefined })(peer, header, []);

describe('whose address a request comes from', () => {
  test.each([
    [0, undefined, '10.0.0.1'],
    [0, '203.0.113.9', '10.0.0.1'],
    [1, '203.0.113.9', '203.0.113.9'],
    [1, '198.51.100.1, 203.0.113.9', '203.0.113.9'],
    [1, '198.51.100.1,203.0.113.9:4711', '203.0.113.9'],
    [2, '198.51.100.1, 203.0.113.9, 10.0.0.2', '203.0.113.9'],
    [2, '6.6.6.6, 198.51.100.1, 203.0.113.9, 10.0.0.2', '203.0.113.9'],
    [1, '[2001:db8::1]:443', '2001:db8:0:0:0:0:0:1'],
    [1, '::ffff:203.0.113.9', '203.0.113.9'],
  ])('behind %i proxies with %s', (proxies, header, address) => {
    expect(find(proxies, header)).toBe(address);
  });

  test.each([
    [1, undefined],
    [1, ''],
    [1, '203.0.113.9, '],
    [1, '203.0.113.9, unknown'],
    [2, '203.0.113.9'],
    [2, ', 10.0.0.2'],
    [3, ',10.0.0.2'],
    [16, ','.repeat(5)],
  ])('is not known behind %i proxies with %j', (proxies, header) => {
    expect(find(proxies, header)).toBeNull();
  });

  test('is not known where the socket is not', () => {
    expect(find(0, '203.0.113.9', null)).toBeNull();
    expect(find(0, undefined, 'pipe')).toBeNull();
  });

  test('is what the host’s function says, in its one form', () => {
    const address = (said: unknown): string | null =>
      createFindAddress({
        proxies: 0,
        clientAddress: (request: { said: unknown }) => request.said as string,
      })('10.0.0.1', '203.0.113.9', [{ said }]);
    expect(address('198.51.100.7:80')).toBe('198.51.100.7');
    for (const said of [null, undefined, 'unknown', 7, {}]) expect(address(said)).toBeNull();
  });
});
