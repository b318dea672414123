import { describe, expect, test } from 'vitest';
import { findPlace } from '../../src/server/http/place.ts';

const at = (answer: unknown): Promise<string | null> =>
  findPlace(() => answer as string | null, '192.0.2.1');

describe('the place that a host makes of an address', () => {
  test('is what its function answers, now or later', async () => {
    expect(await at('Vienna, Austria')).toBe('Vienna, Austria');
    expect(await at(Promise.resolve('Graz'))).toBe('Graz');
    expect(await findPlace((address) => `near ${address}`, '192.0.2.1')).toBe('near 192.0.2.1');
  });

  test('is one clean line of at most 80 code points', async () => {
    expect(await at('  Vienna,\n\tAustria\u202e\u0000 ')).toBe('Vienna, Austria');
    expect(await at('🏙'.repeat(81))).toBe('🏙'.repeat(80));
    expect(await at('x'.repeat(5_000_000))).toBe('x'.repeat(80));
    expect(await at(`${'x'.repeat(639)}🏙`)).toBe('x'.repeat(80));
    expect(await at('\u200b \n')).toBeNull();
  });

  test.each([null, undefined, 7, {}, ['Graz'], true])('is none for %j', async (answer) => {
    expect(await at(answer)).toBeNull();
  });

  test('is none where the function throws, rejects or does not come back', async () => {
    const thrown = (): never => {
      throw new Error('no database');
    };
    expect(await findPlace(thrown, '192.0.2.1')).toBeNull();
    expect(await at(Promise.reject(new Error('no database')))).toBeNull();
    expect(await at(new Promise(() => {}))).toBeNull();
  });

  test('is none without a function or an address, and then nobody is asked', async () => {
    let asked = 0;
    const locate = (): string => `${(asked += 1)}`;
    expect(await findPlace(locate, null)).toBeNull();
    expect(await findPlace(undefined, '192.0.2.1')).toBeNull();
    expect(asked).toBe(0);
  });
});
