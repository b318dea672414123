import { describe, expect } from 'vitest';
import type { FullBackend } from '../contract/backend.ts';
import type { StepUpMethodKind, StepUpPurpose } from '../contract/step-up.ts';
import { stepUpPurposes } from '../contract/step-up.ts';
import type { BackendFeature, HasFeature } from './backend-features.ts';
import { noPasskey } from './backend-no-passkey.ts';
import type { BackendStage, BackendTest } from './backend-stage.ts';
import { ada, codeOf, refusal } from './backend-stage.ts';

type Prove = (backend: FullBackend, purpose: StepUpPurpose) => Promise<void>;

/** An operation that asks for a proof. */
interface Guarded {
  /** `again` where it was done before: then it sends something else, so that nothing but the proof is missing. */
  run: (backend: FullBackend, again?: 'again') => Promise<unknown>;
  /** What comes of it with a proof, and with none afterwards: a refusal of what was sent uses no proof up. */
  codes: readonly [string, string];
  /** The part of a backend that it belongs to; absent: every backend has it. */
  feature?: BackendFeature;
  /** Only possible with the second factor on. */
  secondFactor?: true;
}

/** There is no such passkey. */
const unknownId = 'nobody-has-this-one';

const guarded: Readonly<Record<StepUpPurpose, Guarded>> = {
  requestEmailChange: {
    run: (backend, again) =>
      backend.requestEmailChange({ newEmail: `new${again ?? ''}@example.com` }),
    codes: ['done', 'step_up_required'],
  },
  changePassword: {
    run: (backend) => backend.changePassword({ newPassword: 'another long sentence' }),
    codes: ['done', 'step_up_required'],
  },
  deleteAccount: {
    run: (backend) => backend.deleteAccount(),
    codes: ['done', 'not_signed_in'],
  },
  setUpTotp: {
    run: (backend) => backend.setUpTotp(),
    codes: ['done', 'step_up_required'],
    feature: 'twoFactor',
  },
  disableTwoFactor: {
    run: (backend) => backend.disableTwoFactor(),
    codes: ['done', 'step_up_required'],
    feature: 'twoFactor',
    secondFactor: true,
  },
  createRecoveryCodes: {
    run: (backend) => backend.createRecoveryCodes(),
    codes: ['done', 'step_up_required'],
    feature: 'twoFactor',
    secondFactor: true,
  },
  // Without an authenticator there is no good answer; that it is looked at shows that the proof was found.
  addPasskey: {
    run: (backend) => backend.addPasskey({ response: noPasskey }),
    codes: ['validation_failed', 'validation_failed'],
    feature: 'passkeys',
  },
  removePasskey: {
    run: (backend) => backend.removePasskey({ id: unknownId }),
    codes: ['not_found', 'not_found'],
    feature: 'passkeys',
  },
};

/** Makes the operation possible; answers how Ada proves that it is her. */
async function prepare(
  stage: BackendStage,
  own: FullBackend,
  { secondFactor }: Guarded,
): Promise<Prove> {
  if (secondFactor === undefined) return stage.prove;
  const { recoveryCodes } = await stage.enableTwoFactor(own);
  const codes = recoveryCodes.values();
  return async (backend, purpose) => {
    await backend.stepUp({ purpose, recoveryCode: codes.next().value ?? '' });
  };
}

function methodsFor({ secondFactor }: Guarded): StepUpMethodKind[] {
  return secondFactor === undefined ? ['password'] : ['totp', 'recovery_code'];
}

function describePurpose(test: BackendTest, purpose: StepUpPurpose): void {
  const operation = guarded[purpose];
  const { run, codes } = operation;

  test(`${purpose} asks for a proof, names it, and then works once`, async (stage) => {
    const own = await stage.signIn(ada.email);
    const prove = await prepare(stage, own, operation);
    const before = await stage.read(own);
    const error = await refusal(run(own));
    expect(error.code).toBe('step_up_required');
    const methods = methodsFor(operation).map((kind) => ({ kind }));
    expect(error.stepUp).toEqual({ purpose, methods });
    expect(await stage.read(own)).toEqual(before);
    await prove(own, purpose);
    expect([await codeOf(run(own)), await codeOf(run(own, 'again'))]).toEqual(codes);
  });

  test(`${purpose} takes no proof for another purpose`, async (stage) => {
    const own = await stage.signIn(ada.email);
    const prove = await prepare(stage, own, operation);
    for (const other of stepUpPurposes) if (other !== purpose) await prove(own, other);
    expect(await codeOf(run(own))).toBe('step_up_required');
  });

  test(`${purpose} takes no proof of another session`, async (stage) => {
    const own = await stage.signIn(ada.email);
    const prove = await prepare(stage, own, operation);
    const other = await stage.signIn(ada.email);
    await prove(other, purpose);
    expect(await codeOf(run(own))).toBe('step_up_required');
    expect(await codeOf(run(other))).toBe(codes[0]);
  });

  test(`${purpose} takes no proof that is older than five minutes`, async (stage) => {
    const own = await stage.signIn(ada.email);
    const prove = await prepare(stage, own, operation);
    await prove(own, purpose);
    await stage.advance(300);
    expect(await codeOf(run(own))).toBe('step_up_required');
    await prove(own, purpose);
    await stage.advance(299);
    expect(await codeOf(run(own))).toBe(codes[0]);
  });
}

/** The operations that ask for a proof. */
export function describeGuardedOperations(test: BackendTest, has: HasFeature): void {
  describe('an operation that asks for a proof', () => {
    for (const purpose of stepUpPurposes) {
      const { feature } = guarded[purpose];
      if (feature === undefined || has(feature)) describePurpose(test, purpose);
    }
  });
}
