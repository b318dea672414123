import type { StoryContext } from '@storybook/react-vite';
import type { ComponentType, ReactElement } from 'react';
import { createContext, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { within } from 'storybook/test';
import type { Surroundings } from '../../.storybook/surroundings.ts';
import { surroundingsOf } from '../../.storybook/surroundings.ts';
import { Room } from '../../.storybook/with-surroundings.tsx';
import type { LoadStories } from './compose.ts';
import { beginStory, findStory, loadStory, storyComponent } from './compose.ts';
import { tameDialogs } from './tame-page.ts';
import './sheet.css';

/** One place of a sheet. */
export interface CellPlan {
  /** Above it. */
  caption: string;
  /** The id of the story. */
  story: string;
  /** Answers the file of the story. */
  load: LoadStories;
  /** What is different around it. */
  globals?: Partial<Surroundings>;
  /** Whether it does what the story does, or only stands there. */
  play: boolean;
}

interface Cell {
  plan: CellPlan;
  context: StoryContext;
  Story: ComponentType;
}

/** Sheets show what states look like: neither slow nor refused by the toolbar. */
const calm: Partial<Surroundings> = { latency: '0', failure: 'none', width: 'full', shadow: 'off' };

/** Whether the focus is on something beside the sheet. */
function isInUse(sheet: HTMLElement | null): boolean {
  const { activeElement } = document;
  if (activeElement === null || activeElement === document.body) return false;
  return sheet?.contains(activeElement) === false;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

const CellContext = createContext<StoryContext | null>(null);

function useCell(): StoryContext {
  const context = useContext(CellContext);
  if (!context) throw new Error('A cell stands in no sheet.');
  return context;
}

/** Props of `Sheet`. */
export interface SheetProps {
  plans: readonly CellPlan[];
  /** Of the story that shows the sheet. */
  around: StoryContext;
  /** How wide a cell is at least, in CSS px. */
  cellWidth?: number;
}

/**
 * Many stories on one page, each with a backend of its own. One after the other they are rendered and played, because a
 * page has one focus and one address; `data-sheet="done"` says that all of them are.
 */
export function Sheet({ plans, around, cellWidth = 440 }: SheetProps): ReactElement {
  const sheet = useRef<HTMLDivElement>(null);
  const [cells, setCells] = useState<readonly Cell[]>([]);
  const [failures, setFailures] = useState<Readonly<Record<number, string>>>({});
  const [done, setDone] = useState(false);
  const first = useRef(around);

  useEffect(() => {
    const gone = new AbortController();
    const release = tameDialogs();
    const place = (index: number): HTMLElement | null | undefined =>
      sheet.current?.querySelector<HTMLElement>(`[data-cell='${index}']`);

    async function show(index: number, plan: CellPlan): Promise<void> {
      const found = findStory(await plan.load(), plan.story);
      if (gone.signal.aborted) return;
      const globals = { ...calm, ...plan.globals };
      // A signal of its own, because a story's backend lives as long as its signal.
      const signal = AbortSignal.any([gone.signal]);
      const context = await loadStory(found, first.current, globals, signal);
      const end = await beginStory(found, context);
      try {
        if (gone.signal.aborted) return;
        const Story = storyComponent(found, useCell);
        flushSync(() => setCells((before) => [...before, { plan, context, Story }]));
        const canvasElement = place(index);
        if (!canvasElement || !plan.play) return;
        const canvas = { ...context.canvas, ...within(canvasElement) };
        await found.story.play?.({ ...context, canvasElement, canvas } as never);
      } finally {
        await end();
      }
    }

    void (async () => {
      setCells([]);
      setFailures({});
      setDone(false);
      for (const [index, plan] of plans.entries()) {
        // Who is typing beside the sheet keeps the focus; what needs it waits.
        while (plan.play && isInUse(sheet.current) && !gone.signal.aborted) await pause(250);
        if (gone.signal.aborted) return;
        try {
          await show(index, plan);
        } catch (error) {
          setFailures((before) => ({ ...before, [index]: String(error).slice(0, 200) }));
        }
      }
      await pause(150);
      if (gone.signal.aborted) return;
      // What was typed in last would look chosen.
      const { activeElement } = document;
      if (activeElement instanceof HTMLElement && sheet.current?.contains(activeElement)) {
        activeElement.blur();
      }
      setDone(true);
    })();
    return () => {
      gone.abort();
      release();
    };
  }, [plans]);

  return (
    <div
      ref={sheet}
      className="sheet"
      data-sheet={done ? 'done' : 'busy'}
      style={{ '--cell': `${cellWidth}px` } as never}
    >
      {plans.map((plan, index) => (
        <figure key={`${plan.story} ${plan.caption}`} className="sheet-cell">
          <figcaption className="sheet-caption">
            <a href={`./?path=/story/${plan.story}`} target="_top">
              {plan.caption}
            </a>
          </figcaption>
          {failures[index] !== undefined && <p data-failed="">{failures[index]}</p>}
          <Place cell={cells[index]} index={index} plan={plan} around={around} />
        </figure>
      ))}
    </div>
  );
}

interface PlaceProps {
  cell: Cell | undefined;
  index: number;
  plan: CellPlan;
  around: StoryContext;
}

function Place({ cell, index, plan, around }: PlaceProps): ReactElement {
  const globals = useMemo(
    () => ({ ...around.globals, ...calm, ...plan.globals }),
    [around.globals, plan.globals],
  );
  const words = around.loaded['words'] as unknown;
  const context = useMemo(
    () => cell && { ...cell.context, globals, loaded: { ...cell.context.loaded, words } },
    [cell, globals, words],
  );
  return (
    <Room surroundings={surroundingsOf(globals)}>
      <div data-cell={index}>
        {cell && context && (
          <CellContext.Provider value={context}>
            <cell.Story />
          </CellContext.Provider>
        )}
      </div>
    </Room>
  );
}
