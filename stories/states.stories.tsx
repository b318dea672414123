import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import { expect } from 'storybook/test';
import type { Cell } from './states.ts';
import { reasonOf, reasons, states, table } from './states.ts';
import './states.css';

/** The story that shows the state, by its name; or a dash, and the number of the reason below. */
function Shown({ cell }: { cell: Cell }): ReactElement {
  const reason = reasonOf(cell);
  if (reason === undefined) {
    return (
      <a href={`./?path=/story/${cell}`} target="_top">
        {cell.split('--')[1]?.replaceAll('-', ' ')}
      </a>
    );
  }
  const number = reasons.indexOf(reason) + 1;
  return (
    // Storybook sends links without a target to the page around.
    <a className="states-never" href={`#reason-${number}`} target="_self" title={reason}>
      <span aria-hidden="true">– </span>
      <span className="states-hidden">cannot occur, reason </span>
      {number}
    </a>
  );
}

/** Every component in every state, with a link to the story that shows it. */
function Table(): ReactElement {
  return (
    <div className="states">
      {/* Narrow pages scroll it, and what scrolls is reached by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="states-scroll" role="region" aria-label="States" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Component</th>
              {states.map((state) => (
                <th key={state} scope="col">
                  {state}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Object.entries(table).map(([component, row]) => (
              <tr key={component}>
                <th scope="row">
                  {/* Long names break between their words. */}
                  {component.split(/(?=[A-Z])/).flatMap((word) => [<wbr key={word} />, word])}
                </th>
                {states.map((state) => (
                  <td key={state}>
                    <Shown cell={row[state]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h2 id="states-reasons">– cannot occur, because</h2>
      <ol aria-labelledby="states-reasons">
        {reasons.map((reason, at) => (
          <li key={reason} id={`reason-${at + 1}`}>
            {reason}
          </li>
        ))}
      </ol>
    </div>
  );
}

const meta: Meta<typeof Table> = { title: 'States', component: Table, tags: ['!autodocs'] };
export default meta;

/** The whole table. */
export const All: StoryObj<typeof meta> = {};

/** It fits beside Storybook's list in a window of 1280 px; narrower, it scrolls, and the names stay. */
export const Narrow: StoryObj<typeof meta> = {
  tags: ['!dev'],
  play: async ({ canvas }) => {
    const region = canvas.getByRole('region', { name: 'States' });
    const name = canvas.getByRole('rowheader', { name: 'ProfileForm' });
    const place = (): number => Math.round(name.getBoundingClientRect().left);

    region.style.inlineSize = '940px';
    await expect(region.scrollWidth).toBe(region.clientWidth);
    region.style.inlineSize = '480px';
    await expect(region.scrollWidth).toBeGreaterThan(region.clientWidth);
    const before = place();
    const far = getComputedStyle(region).direction === 'rtl' ? -200 : 200;
    region.scrollLeft = far;
    await expect(region.scrollLeft).toBe(far);
    await expect(place()).toBe(before);
    // What passes behind the names does not show through.
    await expect(getComputedStyle(name).backgroundColor).not.toBe('rgba(0, 0, 0, 0)');
  },
};
