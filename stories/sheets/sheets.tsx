import type { StoryContext } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import { expect, waitFor } from 'storybook/test';
import { presetNames } from '../../.storybook/themes.ts';
import { states, table } from '../states.ts';
import type { LoadStories } from './compose.ts';
import type { CellPlan } from './sheet.tsx';
import { Sheet } from './sheet.tsx';

/** What a sheet has beside its tags. They stand at the story itself, where Storybook reads them from the file. */
export interface SheetStory {
  render: (args: unknown, context: unknown) => ReactElement;
  play: (context: { canvasElement: HTMLElement }) => Promise<void>;
  parameters: Record<string, unknown>;
}

// The same section again and again is what a sheet is for; on a page of a host it would be a fault.
const repeated = [{ id: 'landmark-unique', enabled: false }];

function sheet(plans: readonly CellPlan[], cellWidth: number): SheetStory {
  return {
    render: (_, context) => (
      <Sheet plans={plans} around={context as StoryContext} cellWidth={cellWidth} />
    ),
    play: async ({ canvasElement }) => {
      await waitFor(
        () =>
          expect(canvasElement.querySelector('[data-sheet]')).toHaveAttribute('data-sheet', 'done'),
        { timeout: 60_000, interval: 100 },
      );
      const failed = [...canvasElement.querySelectorAll('[data-failed]')];
      await expect(failed.map(({ textContent }) => textContent)).toEqual([]);
    },
    parameters: {
      a11y: { config: { rules: repeated } },
      controls: { disable: true },
      // As it is in the file: written out from what is rendered, it would hold itself.
      docs: { disable: true, source: { type: 'code' } },
    },
  };
}

/** Every state of a component that `states.ts` knows, each once, played to its end. */
export function allStates(component: string, load: LoadStories): SheetStory {
  const row = table[component];
  if (!row) throw new Error(`There is no component ${component}.`);
  const plans = new Map<string, CellPlan>();
  for (const state of states) {
    const story = row[state];
    if (story.startsWith('cannot occur')) continue;
    const before = plans.get(story);
    const caption = before ? `${before.caption}, ${state}` : state;
    plans.set(story, { caption, story, load, play: true });
  }
  return sheet([...plans.values()], 440);
}

/** A component in every preset, light and dark. */
export function allThemes(story: string, load: LoadStories): SheetStory {
  const plans = presetNames.flatMap((theme) =>
    (['light', 'dark'] as const).map((scheme): CellPlan => ({
      caption: `${theme}, ${scheme}`,
      story,
      load,
      globals: { theme, scheme },
      play: false,
    })),
  );
  return sheet(plans, 520);
}
