import { describe, expect, test } from 'vitest';
import { findBrowser } from '../../src/server/http/user-agent.ts';

const find = (headers: Record<string, string>): string => {
  const { browser, system } = findBrowser({ header: (name) => headers[name] });
  return `${browser ?? '-'} on ${system ?? '-'}`;
};

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15';
const pad = 'Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15';
const droid = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)';
const blink = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0';

describe('what a browser says of itself', () => {
  test.each([
    [`${windows} ${blink} Safari/537.36`, 'Chrome on Windows'],
    [`${windows} ${blink} Safari/537.36 Edg/130.0.0.0`, 'Edge on Windows'],
    [`${windows} ${blink} Safari/537.36 OPR/114.0.0.0`, 'Opera on Windows'],
    ['Opera/9.80 (Windows NT 6.1) Presto/2.12.388 Version/12.18', 'Opera on Windows'],
    ['Mozilla/5.0 (Windows NT 10.0; rv:132.0) Gecko/20100101 Firefox/132.0', 'Firefox on Windows'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0', 'Firefox on Linux'],
    [
      `${mac} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15`,
      'Safari on macOS',
    ],
    [`${mac} ${blink} Safari/537.36`, 'Chrome on macOS'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:132.0) Gecko/20100101 Firefox/132.0',
      'Firefox on macOS',
    ],
    [`${phone} (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1`, 'Safari on iOS'],
    [`${phone} (KHTML, like Gecko) CriOS/130.0 Mobile/15E148 Safari/604.1`, 'Chrome on iOS'],
    [`${phone} (KHTML, like Gecko) FxiOS/132.0 Mobile/15E148 Safari/604.1`, 'Firefox on iOS'],
    [
      `${phone} (KHTML, like Gecko) Version/18.0 EdgiOS/130.0 Mobile/15E148 Safari/604.1`,
      'Edge on iOS',
    ],
    [
      `${phone} (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1 OPT/5.0`,
      'Opera on iOS',
    ],
    [`${phone} (KHTML, like Gecko) Mobile/15E148`, '- on iOS'],
    [`${pad} (KHTML, like Gecko) Version/16.6 Mobile/15E148 Safari/604.1`, 'Safari on iPadOS'],
    [`${droid} Chrome/130.0.0.0 Mobile Safari/537.36`, 'Chrome on Android'],
    [
      `${droid} SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36`,
      'Samsung Internet on Android',
    ],
    [`${droid} Chrome/130.0.0.0 Mobile Safari/537.36 EdgA/130.0.0.0`, 'Edge on Android'],
    ['Mozilla/5.0 (Android 15; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0', 'Firefox on Android'],
    [
      'Mozilla/5.0 (Linux; U; Android 4.0) AppleWebKit/534.30 Version/4.0 Mobile Safari/534.30',
      '- on Android',
    ],
    [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${blink} Safari/537.36`, 'Chrome on ChromeOS'],
    [`Mozilla/5.0 (X11; Linux x86_64) ${blink} Safari/537.36`, 'Chrome on Linux'],
    ['curl/8.5.0', '- on -'],
    ['PostmanRuntime/7.42.0', '- on -'],
    ['', '- on -'],
  ])('%s', (agent, expected) => {
    expect(find({ 'user-agent': agent })).toBe(expected);
  });

  test.each([
    ['"Chromium";v="130", "Microsoft Edge";v="130", "Not?A_Brand";v="99"', 'Edge'],
    ['"Chromium";v="130", "Google Chrome";v="130", "Not?A_Brand";v="99"', 'Chrome'],
    ['"Opera GX";v="114", "Chromium";v="128"', 'Opera'],
    ['"Samsung Internet";v="26.0", "Chromium";v="122"', 'Samsung Internet'],
    ['"Chromium";v="130", "Brave";v="130"', 'Chrome'],
    ['rubbish', 'Chrome'],
  ])('and its hint %s', (hint, browser) => {
    const agent = `${windows} ${blink} Safari/537.36`;
    expect(find({ 'user-agent': agent, 'sec-ch-ua': hint })).toBe(`${browser} on Windows`);
  });

  test.each([
    ['"macOS"', 'macOS'],
    ['"Chrome OS"', 'ChromeOS'],
    ['"Windows"', 'Windows'],
    ['"Unknown"', 'Linux'],
    ['', 'Linux'],
  ])('and the system of its hints, %s', (hint, system) => {
    const agent = `Mozilla/5.0 (X11; Linux x86_64) ${blink} Safari/537.36`;
    expect(find({ 'user-agent': agent, 'sec-ch-ua-platform': hint })).toBe(`Chrome on ${system}`);
  });

  test('is never repeated, whatever it is', () => {
    const names = new Set(
      [
        '<script>alert(1)</script>',
        '\u202eFirefox',
        'Firefox\n{"level":"error"}',
        'a'.repeat(1e6),
      ].map((agent) =>
        find({ 'user-agent': agent, 'sec-ch-ua': agent, 'sec-ch-ua-platform': agent }),
      ),
    );
    expect([...names]).toEqual(['- on -']);
  });

  test('is looked at for 512 characters only', () => {
    const padding = 'x'.repeat(512);
    expect(find({ 'user-agent': `${padding} Firefox/132.0` })).toBe('- on -');
    expect(find({ 'user-agent': `${padding.slice(20)} Firefox/132.0` })).toBe('Firefox on -');
  });
});
