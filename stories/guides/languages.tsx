import type { ReactElement } from 'react';
import { directionOf, localeName, locales } from '../../.storybook/words.ts';
import './guides.css';

/** Every language, by its own name. */
export function Languages(): ReactElement {
  return (
    <table className="guide-table">
      <thead>
        <tr>
          <th scope="col">Import</th>
          <th scope="col">Language</th>
          <th scope="col">Direction</th>
        </tr>
      </thead>
      <tbody>
        {locales.map((tag) => (
          <tr key={tag}>
            <th scope="row">
              <code>selvedge/locales/{tag}</code>
            </th>
            <td lang={tag}>{localeName(tag)}</td>
            <td>{directionOf(tag) === 'rtl' ? 'right to left' : 'left to right'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
