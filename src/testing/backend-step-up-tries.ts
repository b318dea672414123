import { describe, expect } from 'vitest';
import type { FullBackend } from '../contract/backend.ts';
import type { BackendTest } from './backend-stage.ts';
import { ada, codeOf, raceCodes, refusal } from './backend-stage.ts';

const wrong = { purpose: 'deleteAccount', password: 'not the password' } as const;
const right = { purpose: 'deleteAccount', password: ada.password } as const;

async function failTimes(backend: FullBackend, times: number): Promise<string[]> {
  const codes = new Set<string>();
  for (let tries = 0; tries < times; tries++) codes.add(await codeOf(backend.stepUp(wrong)));
  return [...codes];
}

/** How often `stepUp` may be tried. */
export function describeProofCounting(test: BackendTest): void {
  describe('tries of proofs', () => {
    test('are 10 in five minutes, in each session', async (stage) => {
      const [own, other] = [await stage.signIn(ada.email), await stage.signIn(ada.email)];
      for (let tries = 0; tries < 10; tries++) {
        await stage.advance(10);
        expect(await codeOf(own.stepUp(wrong))).toBe('validation_failed');
      }
      const error = await refusal(own.stepUp(right));
      expect([error.code, error.retryAfterSeconds]).toEqual(['rate_limited', 210]);
      expect(await codeOf(other.stepUp(right))).toBe('done');
      await stage.advance(209);
      expect(await codeOf(own.stepUp(right))).toBe('rate_limited');
      await stage.advance(1);
      expect(await codeOf(own.stepUp(right))).toBe('done');
    });

    test('are shared with the old password of a change', async (stage) => {
      const own = await stage.signIn(ada.email);
      await stage.prove(own, 'changePassword');
      await failTimes(own, 10);
      const change = own.changePassword({
        newPassword: 'another long sentence',
        oldPassword: ada.password,
      });
      expect(await codeOf(change)).toBe('rate_limited');
    });

    test('of 16 wrong passwords at once at most 10 are looked at', async (stage) => {
      const own = await stage.signIn(ada.email);
      const counts = await raceCodes(() => own.stepUp(wrong));
      expect(counts).toEqual({ validation_failed: 10, rate_limited: 6 });
    });

    test('end in this session after 100 wrong ones in a row, which is told by mail', async (stage) => {
      const [own, other] = [await stage.signIn(ada.email), await stage.signIn(ada.email)];
      for (let round = 0; round < 10; round++) {
        expect(await stage.countMails(ada.email)).toBe(0);
        expect(await failTimes(own, 10)).toEqual(['validation_failed']);
        await stage.advance(300);
      }
      expect(await codeOf(own.stepUp(right))).toBe('password_locked');
      expect(await codeOf(own.getAccount())).toBe('done');
      expect(await stage.countMails(ada.email)).toBe(1);
      expect(await codeOf(other.stepUp(right))).toBe('done');
    });

    test('are in a row no more after a right one', async (stage) => {
      const own = await stage.signIn(ada.email);
      for (let round = 0; round < 18; round++) {
        expect(await failTimes(own, 10)).toEqual(['validation_failed']);
        await stage.advance(300);
        if (round % 9 === 8) expect(await codeOf(own.stepUp(right))).toBe('done');
        await stage.advance(300);
      }
    });
  });
}
