import { afterAll, beforeAll, expect, test } from 'vitest';
import { findGlobalNames, findHostChanges } from './host-page.ts';
import { measureShift } from './layout-shift.ts';
import type { Room } from './open-room.ts';
import { openRoom } from './open-room.ts';
import { compareHosts, hosts } from './pixels.ts';
import { scenes } from './scenes.ts';

let room: Room;

beforeAll(async () => {
  room = await openRoom();
}, 60_000);
afterAll(() => room.close());

// What these show holds every part at least once; `npm run bench -- looks` looks at all.
const shown = scenes.filter(({ name }) =>
  ['AccountSettings', 'PasswordForgotten', 'field error', 'cropper', 'loading'].includes(name),
);

for (const scene of shown)
  test(`looks the same on every host's page: ${scene.name}`, { timeout: 60_000 }, async () => {
    const differences = await compareHosts(room, scene, { places: ['after'] });
    expect(differences).toHaveLength(hosts.length);
    expect(differences.filter(({ share }) => share > 0.001)).toEqual([]);
  });

test("changes nothing of a host's page", { timeout: 60_000 }, async () => {
  const pages = ['none', 'legacy'];
  const untouched = Object.fromEntries(pages.map((host) => [host, []]));
  expect(await findHostChanges(room, pages)).toEqual(untouched);
});

test(
  'gives no name to the whole page that a host could use, too',
  { timeout: 60_000 },
  async () => {
    const names = await findGlobalNames(room);
    expect(names).not.toEqual([]);
    expect(names.filter((name) => !/^(--)?selvedge[-_]/.test(name))).toEqual([]);
  },
);

test('nothing of the page moves while it loads', { timeout: 120_000 }, async () => {
  const moved: unknown[] = [];
  // Three times: what comes a moment too early or too late does not do so every time.
  for (const width of [1000, 320, 1000, 320, 1000, 320]) {
    const shift = await measureShift(room, 'AccountSettings', width);
    if (shift.score > 0) moved.push(shift);
  }
  expect(moved).toEqual([]);
});
