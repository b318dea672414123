// Stands in front of every component test: one that made the page refuse something fails.
import { afterEach, expect } from 'vitest';
import { takeRefusals } from './strict-page.ts';

afterEach(async () => {
  expect(await takeRefusals()).toEqual([]);
});
