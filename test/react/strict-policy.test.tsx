import { describe, expect, test } from 'vitest';
import { setMarkup, takeRefusals } from '../support/strict-page.ts';

// Proves that the page of all component tests would notice.
describe('the page under a strict policy', () => {
  test('refuses a style attribute', async () => {
    const element = document.createElement('p');
    element.setAttribute('style', 'color: red');
    expect(await takeRefusals()).toEqual([expect.stringContaining('style-src-attr')]);
  });

  test('refuses a style element', async () => {
    const element = document.createElement('style');
    element.textContent = 'p { color: red }';
    document.head.append(element);
    expect(await takeRefusals()).toEqual([expect.stringContaining('style-src-elem')]);
  });

  test('refuses markup from a string, and takes what stands for a server', async () => {
    const element = document.createElement('div');
    expect(() => {
      element.innerHTML = '<b>bold</b>';
    }).toThrow('TrustedHTML');
    expect(await takeRefusals()).toEqual([expect.stringContaining('trusted-types-sink')]);
    setMarkup(element, '<b>bold</b>');
    expect(element.textContent).toBe('bold');
  });

  test('refuses code from a string', async () => {
    // oxlint-disable-next-line typescript/no-implied-eval -- it is the subject
    expect(() => new Function('return 1')).toThrow('eval');
    expect(await takeRefusals()).not.toEqual([]);
  });
});
