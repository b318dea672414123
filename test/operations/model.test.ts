import * as fc from 'fast-check';
import { test } from 'vitest';
import { proofSize } from '../proofs/proof-size.ts';
import { modelLimits, proofsInARow } from './model/model-limits.ts';
import type { ModelLimit } from './model/model-limits.ts';
import { people } from './model/model-people.ts';
import { stories, type Command } from './model/story-commands.ts';
import { judge, judgeChanged } from './model/story-judge.ts';
import { takeStep } from './model/story-steps.ts';
import { storyPlaces, type StoryPlace } from './model/story-stores.ts';
import { Story } from './model/story.ts';
import { createRuleWorld } from './rule-world.ts';

const asSettings = (limits: readonly ModelLimit[]): { count: number; seconds: number }[] =>
  limits.map(([count, seconds]) => ({ count, seconds }));

const settings = {
  limits: {
    proofs: asSettings(modelLimits.proofs),
    proofsInARow,
    addresses: asSettings(modelLimits.addresses),
    signUps: asSettings(modelLimits.signUps),
    mails: asSettings(modelLimits.mails),
  },
  stepUp: { emailCode: true },
  passwordPolicy: { history: 1 },
};

/** After each step the accounts are looked at that it may have changed; everything else after so many, and at the end. */
const stepsBetweenJudgements = 10;

async function tell(place: StoryPlace, commands: readonly Command[]): Promise<void> {
  const opened = await place.open();
  try {
    const world = await createRuleWorld(opened, { people, settings, passkeys: true });
    const story = new Story(world, opened.restart);
    await story.begin();
    for (const [index, command] of commands.entries()) {
      await takeStep(story, command);
      const isDue = index % stepsBetweenJudgements === stepsBetweenJudgements - 1;
      if (isDue) await judge(story);
      else await judgeChanged(story);
    }
    story.holds = false;
    await judge(story);
  } finally {
    await opened.close();
  }
}

for (const [name, make] of Object.entries(storyPlaces)) {
  test(
    `random stories of all operations keep to the model on the ${name} store`,
    { timeout: 600_000 },
    async () => {
      const place = make();
      try {
        const numRuns = proofSize('SEQUENCES', 500);
        await fc.assert(
          fc.asyncProperty(stories, (commands) => tell(place, commands)),
          // One seed, so that a red run is red again, and the same on every store.
          { numRuns, seed: 1_260_173_163 },
        );
      } finally {
        await place.remove();
      }
    },
  );
}
