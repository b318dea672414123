import { storyNameFromExport, toId } from 'storybook/internal/csf';
import { expect, test } from 'vitest';
import { states, table } from '../../stories/states.ts';

interface StoryFile {
  default: { title: string };
}

const files = import.meta.glob<StoryFile>('../../stories/*.stories.tsx', { eager: true });
const ids = new Set(
  Object.values(files).flatMap((file) =>
    Object.keys(file)
      .filter((name) => name !== 'default')
      .map((name) => toId(file.default.title, storyNameFromExport(name))),
  ),
);
const cells = Object.entries(table).flatMap(([component, row]) =>
  states.map((state) => ({ component, state, cell: row[state] })),
);

test('every cell of the table of states names a story that exists, or says why the state cannot occur', () => {
  expect(cells.length).toBeGreaterThanOrEqual(9 * states.length);
  const wrong = cells.filter(({ cell }) => !ids.has(cell) && !/^cannot occur: \w.{8,}/.test(cell));
  expect(wrong).toEqual([]);
});

// Those of a page that shows or tries all of them.
const others = new Set(['Mails', 'States', 'Theme studio', 'Toolbar']);
const components = Object.values(files).filter((file) => !others.has(file.default.title));

test('every component has a row', () => {
  const titles = components.map((file) => file.default.title.replace('Components/', ''));
  expect(Object.keys(table).toSorted()).toEqual(titles.toSorted());
});

test('every component begins with a playground, all states and all themes', () => {
  const wrong = components.filter(
    (file) =>
      Object.keys(file).filter((name) => /^(Playground|AllStates|AllThemes)$/.test(name)).length !==
      3,
  );
  expect(wrong.map((file) => file.default.title)).toEqual([]);
});
