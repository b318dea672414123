import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import { states, table } from './states.ts';

const line = { padding: '0.25rem 0.75rem', textAlign: 'start', border: '1px solid #8886' } as const;

/** Every component in every state, with a link to the story that shows it. */
function Table(): ReactElement {
  return (
    // Wide tables scroll, and what scrolls is reached by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="region" aria-label="States" tabIndex={0} style={{ overflowX: 'auto' }}>
      <table style={{ borderCollapse: 'collapse', font: '14px system-ui' }}>
        <thead>
          <tr>
            <th style={line}>Component</th>
            {states.map((state) => (
              <th key={state} scope="col" style={line}>
                {state}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(table).map(([component, row]) => (
            <tr key={component}>
              <th scope="row" style={line}>
                {component}
              </th>
              {states.map((state) => (
                <td key={state} style={line}>
                  {row[state].startsWith('cannot occur') ? (
                    row[state]
                  ) : (
                    <a
                      href={`?path=/story/${row[state]}`}
                      target="_top"
                      style={{ color: 'inherit' }}
                    >
                      {row[state].split('--')[1]}
                    </a>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const meta: Meta<typeof Table> = { title: 'States', component: Table, tags: ['!autodocs'] };
export default meta;

/** The whole table. */
export const All: StoryObj<typeof meta> = {};
