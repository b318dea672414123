import type { Decorator, Meta, StoryContext, StoryObj } from '@storybook/react-vite';
import type { ComponentType, ReactElement } from 'react';
import { createElement } from 'react';
import { storyNameFromExport, toId } from 'storybook/internal/csf';

type Annotations = StoryObj;
type StoryFile = { default: Meta } & Record<string, Annotations>;

/** A story of another file, with what its file says about all of them. */
export interface FoundStory {
  id: string;
  /** As the sidebar has it. */
  name: string;
  meta: Meta;
  story: Annotations;
}

/** Answers a file of stories: `() => import('./profile.stories.tsx')`, also inside that file. */
export type LoadStories = () => Promise<unknown>;

/** Finds a story of a file by its id. */
export function findStory(file: unknown, id: string): FoundStory {
  const { default: meta, ...stories } = file as StoryFile;
  for (const [key, story] of Object.entries(stories)) {
    const name = storyNameFromExport(key);
    if (toId(meta.title ?? '', name) === id) return { id, name, meta, story };
  }
  throw new Error(`There is no story ${id} here.`);
}

const listed = <One>(one: One | readonly One[] | undefined): readonly One[] =>
  one === undefined ? [] : Array.isArray(one) ? (one as readonly One[]) : [one as One];

/**
 * Loads a story for a place of its own inside the story that is shown.
 *
 * @param around the context of the story that is shown
 * @param globals what is different in this place
 * @param signal is aborted when the place is gone
 */
export async function loadStory(
  { id, meta, story }: FoundStory,
  around: StoryContext,
  globals: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<StoryContext> {
  const context: StoryContext = {
    ...around,
    id,
    globals: { ...around.globals, ...globals },
    parameters: { ...around.parameters, ...meta.parameters, ...story.parameters },
    args: { ...meta.args, ...story.args },
    loaded: { ...around.loaded },
    abortSignal: signal,
  };
  for (const loader of [...listed(meta.loaders), ...listed(story.loaders)]) {
    Object.assign(context.loaded, await loader(context));
  }
  return context;
}

/**
 * A component that renders a story inside its decorators. It stays the same component whatever the toolbar says, so that
 * what was done in it stays.
 *
 * @param useStory answers the context to render with
 */
export function storyComponent(
  { meta, story }: FoundStory,
  useStory: () => StoryContext,
): ComponentType {
  const render = story.render ?? meta.render;
  const Inner = (): ReactElement => {
    const context = useStory();
    if (render) return render(context.args, context) as ReactElement;
    return createElement(meta.component ?? 'div', context.args);
  };
  const decorators: readonly Decorator[] = [
    ...listed(story.decorators),
    ...listed(meta.decorators),
  ];
  return decorators.reduce<ComponentType>(
    (Story, decorate) =>
      function Decorated() {
        return decorate(Story as never, useStory()) as ReactElement;
      },
    Inner,
  );
}

/** What a story does when it is shown. Answers what to do when that is over. */
export async function beginStory(
  { meta, story }: FoundStory,
  context: StoryContext,
): Promise<() => Promise<void>> {
  const undo: (() => unknown)[] = [];
  for (const begin of [...listed(meta.beforeEach), ...listed(story.beforeEach)]) {
    const end = (await begin(context)) as (() => unknown) | undefined;
    if (end) undo.push(end);
  }
  return async () => {
    for (const one of undo.toReversed()) await one();
  };
}
