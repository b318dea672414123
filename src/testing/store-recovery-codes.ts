import { describe, expect } from 'vitest';
import { prove, setUpTotp, turnOn } from './store-proof-makers.ts';
import type { StoreStage, StoreTest } from './store-stage.ts';
import { race } from './store-stage.ts';

function use(
  stage: StoreStage,
  account: { id: string },
  digest: string,
): ReturnType<StoreStage['store']['putGrant']> {
  return prove(stage, account, [{ kind: 'recovery_code', accountId: account.id, digest }]);
}

function replace(
  stage: StoreStage,
  account: { id: string },
  codeDigests: string[],
): ReturnType<StoreStage['store']['putRecoveryCodes']> {
  const effects = stage.effects({ at: stage.at(10), deliveries: [stage.newMail(account)] });
  return stage.store.putRecoveryCodes({ accountId: account.id, codeDigests }, effects);
}

/** Codes for the day on which the authenticator app is lost. */
export function describeRecoveryCodes(test: StoreTest): void {
  describe('a recovery code', () => {
    test('works once, and the account says how many are left', async (stage) => {
      const ada = await stage.person('ada');
      const { codes } = await turnOn(stage, ada);
      const [first = '', second = ''] = codes;
      const before = await stage.read(ada);
      expect(await use(stage, ada, first)).toEqual({ kind: 'done' });
      expect(await stage.read(ada)).toEqual({ ...before, recoveryCodesLeft: 2 });
      expect(await stage.dump()).not.toContain(first);
      expect(await use(stage, ada, first)).toEqual({ kind: 'proof_refused' });
      expect(await use(stage, ada, second)).toEqual({ kind: 'done' });
      expect((await stage.read(ada)).recoveryCodesLeft).toBe(1);
    });

    test('of 16 that race for it exactly one uses it', async (stage) => {
      const ada = await stage.person('ada');
      const { codes } = await turnOn(stage, ada);
      const counts = await race(() => use(stage, ada, codes[0] ?? ''));
      expect(counts).toEqual({ done: 1, proof_refused: 15 });
      expect((await stage.read(ada)).recoveryCodesLeft).toBe(2);
    });

    test('works for its account only', async (stage) => {
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      const [own, hers] = [await turnOn(stage, ada), await turnOn(stage, eve)];
      const before = await stage.dump();
      expect(await use(stage, eve, own.codes[0] ?? '')).toEqual({ kind: 'proof_refused' });
      expect(await use(stage, ada, hers.codes[0] ?? '')).toEqual({ kind: 'proof_refused' });
      await stage.expectUnchanged(before);
    });

    test('may be the same for two accounts, each of which uses its own', async (stage) => {
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      for (const account of [ada, eve]) {
        await turnOn(stage, account);
        await replace(stage, account, ['the-same']);
      }
      expect(await use(stage, ada, 'the-same')).toEqual({ kind: 'done' });
      expect(await use(stage, eve, 'the-same')).toEqual({ kind: 'done' });
    });

    test('is replaced together with all others of the account', async (stage) => {
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      const { codes } = await turnOn(stage, ada);
      await turnOn(stage, eve);
      const before = await stage.read(ada);
      await use(stage, ada, codes[0] ?? '');
      const outcome = await replace(stage, ada, ['new-a', 'new-b', 'new-c', 'new-d']);
      const account = { ...before, version: before.version + 1, recoveryCodesLeft: 4 };
      expect(outcome).toEqual({ kind: 'done', account });
      expect(await stage.read(ada)).toEqual(account);
      const left = await stage.dump();
      for (const gone of codes) expect(left).not.toContain(gone);
      expect(await use(stage, ada, 'new-a')).toEqual({ kind: 'done' });
      expect((await stage.read(eve)).recoveryCodesLeft).toBe(3);
    });

    test('of 16 that race to replace them, one leaves its own', async (stage) => {
      const ada = await stage.person('ada');
      await turnOn(stage, ada);
      const counts = await race((index) =>
        replace(stage, ada, [`code-${index}-a`, `code-${index}-b`]),
      );
      expect(counts).toEqual({ done: 16 });
      expect((await stage.read(ada)).recoveryCodesLeft).toBe(2);
      const left = await stage.dump();
      const owners = Array.from({ length: 16 }, (_, index) => index).filter(
        (index) => left.includes(`code-${index}-a`) || left.includes(`code-${index}-b`),
      );
      expect(owners).toHaveLength(1);
    });

    test('is not put where the second factor is off or only set up', async (stage) => {
      const [ada, eve] = [await stage.person('ada'), await stage.person('eve')];
      await setUpTotp(stage, eve);
      const before = await stage.dump();
      expect(await replace(stage, ada, ['code'])).toEqual({ kind: 'off' });
      expect(await replace(stage, eve, ['code'])).toEqual({ kind: 'off' });
      await stage.expectUnchanged(before);
    });

    test('works no longer once the second factor was switched off, or on again', async (stage) => {
      const ada = await stage.person('ada');
      const { codes } = await turnOn(stage, ada);
      await stage.store.disableTwoFactor({ accountId: ada.id }, stage.effects());
      expect(await use(stage, ada, codes[0] ?? '')).toEqual({ kind: 'proof_refused' });
      await turnOn(stage, ada);
      expect(await use(stage, ada, codes[0] ?? '')).toEqual({ kind: 'proof_refused' });
    });
  });
}
