import { expect, test } from 'vitest';
import { createSecrets } from '../../src/node.ts';
import { mailedCode } from '../../src/server/mails/mailed-code.ts';

const secrets = createSecrets({ key: new Uint8Array(32).fill(7) });

test('a mailed code has six digits, the same for the same mail, another for any other', () => {
  const ids = Array.from({ length: 2000 }, (_, index) => `mail ${index}`);
  const codes = ids.map((id) => mailedCode(secrets, 'ada', id));
  for (const code of codes) expect(code).toMatch(/^\d{6}$/);
  expect(ids.map((id) => mailedCode(secrets, 'ada', id))).toEqual(codes);
  const others = ids.map((id) => mailedCode(secrets, 'grace', id));
  expect(others.filter((code, index) => code === codes[index]).length).toBeLessThan(3);
  const key = createSecrets({ key: new Uint8Array(32).fill(8) });
  expect(mailedCode(key, 'ada', 'mail 0')).not.toBe(codes[0]);
});

test('mailed codes favour no digit at any place', () => {
  const codes = Array.from({ length: 20_000 }, (_, index) =>
    mailedCode(secrets, 'ada', `${index}`),
  );
  for (const place of [0, 1, 2, 3, 4, 5]) {
    const counts = new Map<string, number>();
    for (const code of codes) {
      const digit = code.charAt(place);
      counts.set(digit, (counts.get(digit) ?? 0) + 1);
    }
    // 2,000 of each are to be expected; six standard deviations are 255.
    for (const count of counts.values()) expect(Math.abs(count - 2000)).toBeLessThan(255);
    expect(counts.size).toBe(10);
  }
});
