import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { accessAttacks } from './attacks/access.ts';
import { crossSiteAttacks } from './attacks/cross-site.ts';
import { emailAttacks } from './attacks/email.ts';
import { addressAttacks } from './attacks/address.ts';
import { passwordAttacks } from './attacks/passwords.ts';
import { stepUpAttacks } from './attacks/step-up.ts';
import { limitAttacks } from './attacks/limits.ts';
import { raceAttacks } from './attacks/races.ts';
import { avatarAttacks } from './attacks/avatars.ts';
import { accountAttacks } from './attacks/accounts.ts';
import { faultAttacks } from './attacks/faults.ts';
import { logAttacks } from './attacks/logs.ts';
import type { Attack } from './attacks/attack.ts';
import { inputAttacks } from './attacks/input.ts';
import { pageAttacks } from './attacks/page.ts';
import { openAttackWorld } from './attacks/world.ts';

const attacks: readonly Attack[] = [
  ...inputAttacks,
  ...accessAttacks,
  ...crossSiteAttacks,
  ...emailAttacks,
  ...addressAttacks,
  ...passwordAttacks,
  ...stepUpAttacks,
  ...raceAttacks,
  ...limitAttacks,
  ...avatarAttacks,
  ...accountAttacks,
  ...faultAttacks,
  ...logAttacks,
  ...pageAttacks,
];

const at = (file: string): string => fileURLToPath(new URL(`../${file}`, import.meta.url));

describe('the list of attacks', () => {
  test('has every case once', () => {
    const ids = attacks.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    // How many there are of each priority: none may go silently.
    const count = (priority: number): number =>
      attacks.filter((one) => one.priority === priority).length;
    expect([count(0), count(1), count(2)]).toEqual([161, 46, 3]);
  });

  test('says of every case who tries it, or what it waits for', () => {
    const silent = attacks.filter(
      ({ attack, tests = [], waitsFor = '' }) =>
        attack === undefined && tests.length === 0 && waitsFor === '',
    );
    expect(silent).toEqual([]);
  });

  test('names tests that are there', () => {
    const missing = attacks.flatMap(({ id, tests = [] }) =>
      tests
        .filter(
          ([file, title]) =>
            !existsSync(at(file)) || !readFileSync(at(file), 'utf8').includes(title),
        )
        .map((held) => [id, ...held]),
    );
    expect(missing).toEqual([]);
  });
});

describe('tried from outside, an attack changes nothing that it should not', () => {
  test.each(attacks.filter(({ attack }) => attack !== undefined))(
    '$id: $what',
    async ({ attack }) => {
      const world = await openAttackWorld();
      try {
        await attack?.(world);
        await world.checkInvariants();
      } finally {
        await world.close();
      }
    },
  );
});
