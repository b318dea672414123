import type { StepUp, StepUpPurpose } from '../../../src/contract/step-up.ts';
import { codeAt } from '../second-factor.ts';
import type { Visitor } from '../rule-world.ts';
import { passwords } from './model-people.ts';
import type { ModelProof } from './model-proofs.ts';
import { ask, methodsOf, mint, startStepUp, stepUp } from './model-proofs.ts';
import type { ModelAccount } from './model-rows.ts';
import type { HeldAnswer, Story } from './story.ts';
import { challengeOf, pick } from './story.ts';

type Proof = Omit<StepUp, 'purpose'>;

/** What is given, in the world's form and in the model's. */
interface GivenProof {
  given: Proof;
  told: ModelProof;
}

/** A code that is nobody's. */
function strangeCode({ mailedCodes }: Story): string {
  const codes = ['000000', '111111', '222222', '333333'];
  return codes.find((code) => !mailedCodes.includes(code)) ?? '';
}

/** What an authenticator app shows: mostly a code that was not used yet, else the last one again, or one of about now. */
export function appCode(story: Story, account: ModelAccount | null, how: number): string {
  const { world, appSecrets } = story;
  const secret = account?.app?.secret ?? pick(appSecrets, how);
  if (secret === undefined) return strangeCode(story);
  const now = world.clock.now();
  const last = (account?.app?.lastStep ?? 0) - Math.floor(now / 30_000);
  const again = Math.max(-2, last);
  const others = [again, again, again, 0, 1, -1, 2];
  const delta = how % 3 === 0 ? (pick(others, how / 3) ?? 0) : Math.max(-1, last + 1);
  return codeAt(secret, now + delta * 30_000);
}

/** Mostly one that still works; now and then any that was ever shown. */
export function recoveryCode(story: Story, account: ModelAccount | null, how: number): string {
  const [fresh] = account?.recoveryCodes ?? [];
  return (how % 2 === 0 ? pick(story.recoveryCodes, how / 2) : fresh) ?? '00000-00000';
}

async function answerFor(
  story: Story,
  visitor: Visitor,
  purpose: StepUpPurpose,
  how: number,
): Promise<HeldAnswer | undefined> {
  const { model, passkeys, answers } = story;
  const { sessionId, accountId } = visitor.actor;
  const own = passkeys.filter((one) => one.accountId === accountId);
  const held = pick(how % 5 === 0 ? passkeys : own, how);
  if (held === undefined || how % 7 === 0) return pick(answers, how / 7);
  const started = await story.same(
    visitor.call('startStepUp', { purpose, method: 'passkey' }),
    startStepUp(model, sessionId, purpose, 'passkey'),
  );
  if (!started?.options) return undefined;
  ask(model, challengeOf(started.options), { accountId, sessionId, purpose });
  return story.answer(started.options, held);
}

/** Asks for a code by mail. */
export async function mailCode(
  story: Story,
  visitor: Visitor,
  purpose: StepUpPurpose,
): Promise<void> {
  await story.same(
    visitor.call('startStepUp', { purpose, method: 'email_code' }),
    startStepUp(story.model, visitor.actor.sessionId, purpose, 'emailCode'),
  );
}

async function proofBy(
  story: Story,
  visitor: Visitor,
  purpose: StepUpPurpose,
  way: keyof ModelProof | 'signIn',
  how: number,
): Promise<GivenProof> {
  const account = story.accountOf(visitor);
  const simple = (proof: Proof & ModelProof): GivenProof => ({ given: proof, told: proof });
  switch (way) {
    case 'password':
      return simple({ password: account?.password ?? pick(passwords, how) ?? '' });
    case 'totpCode':
      return simple({ totpCode: appCode(story, account, how) });
    case 'recoveryCode':
      return simple({ recoveryCode: recoveryCode(story, account, how) });
    case 'emailCode': {
      if (how % 3 !== 0) {
        await mailCode(story, visitor, purpose);
        await story.collect();
      }
      const code = story.mailedCodes.at(-1 - (how % 2));
      return simple({ emailCode: code ?? strangeCode(story) });
    }
    case 'passkey': {
      const answer = await answerFor(story, visitor, purpose, how);
      if (answer === undefined) return simple({});
      return { given: { passkey: answer.response }, told: { passkey: answer.told } };
    }
    case 'signIn':
      return simple({});
  }
}

const ways = ['password', 'totpCode', 'recoveryCode', 'emailCode', 'passkey', 'signIn'] as const;

/** Mostly a way that the account has, else any; and now and then a wrong password. */
async function chooseProof(
  story: Story,
  visitor: Visitor,
  purpose: StepUpPurpose,
  how: number,
): Promise<GivenProof> {
  const account = story.accountOf(visitor);
  if (how % 6 === 0) {
    const password = pick(passwords, how / 6) ?? '';
    return { given: { password }, told: { password } };
  }
  const offered = account === null || how % 6 === 1 ? ways : methodsOf(account);
  const way = pick(offered, how / 6) ?? 'password';
  return proofBy(story, visitor, purpose, way, Math.floor(how / 36));
}

/** Proves, whatever comes of it; answers the grant. */
export async function prove(
  story: Story,
  visitor: Visitor,
  purpose: StepUpPurpose,
  how: number,
): Promise<string | null> {
  const { model } = story;
  const { sessionId } = visitor.actor;
  const { given, told } = await chooseProof(story, visitor, purpose, how);
  const secret = await story.same(
    visitor.proveBy({ purpose, ...given }),
    stepUp(model, sessionId, purpose, told),
  );
  if (secret === null) return null;
  story.keepGrant(secret, visitor, purpose);
  mint(model, secret, sessionId, purpose);
  return secret;
}

/** For `prove`: the first way that is offered, with what is right. */
const bestProof = 2 + 36 * 2;

/** Mostly a fresh proof, as a page would ask for; now and then any that was ever given, or none. */
export async function findGrant(
  story: Story,
  visitor: Visitor,
  purpose: StepUpPurpose,
  how: number,
): Promise<string | null> {
  if (how % 7 === 0) return pick(story.grants, how / 7) ?? null;
  // Mostly the best way that there is, with what is right.
  return prove(story, visitor, purpose, how % 7 === 1 ? how : bestProof);
}
